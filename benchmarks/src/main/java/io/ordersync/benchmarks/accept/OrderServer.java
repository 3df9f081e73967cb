package io.ordersync.benchmarks.accept;

import io.ordersync.benchmarks.Run;
import io.ordersync.benchmarks.measure.CpuClock;
import io.ordersync.benchmarks.servers.ChildJvm;
import io.ordersync.benchmarks.servers.Home;
import io.ordersync.stack.LocalStack;
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

/** One variant of order-service: its own jar, started as the stack starts it, with one bean replaced. */
final class OrderServer implements AutoCloseable {

    /** By its name: Spring, which it is made of, is on the class path of order-service only. */
    private static final String ADDED_BEAN = "io.ordersync.benchmarks.accept.variant.OrderLogVariant";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_MILLIS = 200;

    private final Variant variant;
    private final int port;
    private final ChildJvm jvm;

    private OrderServer(Variant variant, int port, ChildJvm jvm) {
        this.variant = variant;
        this.port = port;
        this.jvm = jvm;
    }

    static OrderServer start(Variant variant, Run run) throws IOException {
        int port = freePort();
        Path classes = Home.module().resolve("target/classes");
        List<String> words = List.of(
                "-Xms48m",
                "-Xmx320m",
                "-XX:MaxNewSize=64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                run.scale().fullJit() ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
                "-Dorder-log=" + variant.label(),
                "-Dloader.path=" + classes,
                "-cp",
                Home.orderServiceJar().toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher");
        Path log = Home.module().resolve("target/order-service-%s.log".formatted(variant.label()));
        return new OrderServer(
                variant, port, ChildJvm.logging(log, environment(run.servers().stack(), port), words));
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

    Variant variant() {
        return variant;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    CpuClock cpu() {
        return new CpuClock(jvm.process().pid());
    }

    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!jvm.process().isAlive() || System.nanoTime() > deadline) {
                throw new IOException("order-service (%s) does not start; see target/order-service-%s.log"
                        .formatted(variant.label(), variant.label()));
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
