import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Order-services that keep their orders to themselves, as two instances with a database each do. It shows the problem
 * that order-sync solves. Run it with {@code java docs/course/TwoTruths.java 8281 8282}: one service per port.
 */
class TwoTruths {

    private final List<String> orders = new CopyOnWriteArrayList<>();

    public static void main(String[] ports) throws IOException {
        for (String port : ports) {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(port)), 0);
            server.createContext("/orders", new TwoTruths()::answer);
            server.start();
        }
    }

    /** POST adds its body to the orders of this service; every request is answered with all of them. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("POST")) {
                orders.add(new String(exchange.getRequestBody().readAllBytes()));
            }
            byte[] body = (orders + "\n").getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
