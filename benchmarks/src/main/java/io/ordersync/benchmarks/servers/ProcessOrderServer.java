package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.measure.Meter;
import io.ordersync.benchmarks.measure.ProcessMeter;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.process.Jvm;
import io.ordersync.stack.server.SpringService;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The jar of order-service, started as the stack starts it, with one bean replaced. */
final class ProcessOrderServer implements OrderServer {

    /** By its name: Spring, which it is made of, is on the class path of order-service only. */
    private static final String ADDED_BEAN = "io.ordersync.benchmarks.accept.variant.OrderLogVariant";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 200;

    private final String log;
    private final int port;
    private final ChildJvm jvm;

    private ProcessOrderServer(String log, int port, ChildJvm jvm) {
        this.log = log;
        this.port = port;
        this.jvm = jvm;
    }

    static OrderServer start(String log, LocalStack stack, boolean fullJit) throws IOException {
        int port = freePort();
        Jvm jvm = Jvm.mainClass(
                Home.orderServiceJar().toString(), "org.springframework.boot.loader.launch.PropertiesLauncher");
        List<String> command = SpringService.addJvmOptions(jvm, Checkout.find(), fullJit)
                .withOptions(
                        "-Dorder-log=" + log,
                        "-Dends-with-parent=true",
                        "-Dloader.path=" + Home.module().resolve("target/classes"))
                .command();
        List<String> words = command.subList(1, command.size());
        return new ProcessOrderServer(log, port, ChildJvm.logging(logFile(log), environment(stack, port), words));
    }

    private static Path logFile(String log) {
        return Home.module().resolve("target/order-service-%s.log".formatted(log));
    }

    private static Map<String, String> environment(LocalStack stack, int port) {
        Map<String, String> variables = new HashMap<>();
        variables.put("SERVER_PORT", Integer.toString(port));
        variables.put("SPRING_MAIN_SOURCES", ADDED_BEAN);
        variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", stack.broker().bootstrapServers());
        variables.put("SPRING_DATASOURCE_URL", stack.mariaDb().jdbcUrl());
        variables.put("SPRING_DATASOURCE_PASSWORD", stack.mariaDb().password("order_service"));
        variables.put("SPRING_FLYWAY_PASSWORD", stack.mariaDb().password("migrator"));
        return variables;
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public Meter meter() {
        return new ProcessMeter(jvm.process().pid());
    }

    @Override
    public void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!jvm.process().isAlive() || System.nanoTime() > deadline) {
                throw new IOException("order-service (%s) does not start; see %s".formatted(log, logFile(log)));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest probe = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(probe, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        jvm.close();
    }
}
