package io.ordersync.connect.keeper;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers as a worker answers in situations that last only moments in a real worker. */
final class FakeWorker implements AutoCloseable {

    static final String LIST = "GET /connectors?expand=info&expand=status";

    /** The answers, "status body", by their request, "METHOD path". */
    final Map<String, String> answers = new ConcurrentHashMap<>();

    final List<String> requests = new ArrayList<>();
    private final HttpServer server;

    FakeWorker() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        answers.put(LIST, "200 {}");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized List<String> requests(String method) {
        return requests.stream().filter(request -> request.startsWith(method)).toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes());
        requests.add(body.isEmpty() ? request : request + " " + body);
        String answer = answers.getOrDefault(request, "404 {\"message\":\"not found\"}");
        byte[] bytes = answer.substring(4).getBytes();
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
