package io.ordersync.benchmarks.servers.process;

import io.ordersync.benchmarks.files.BenchmarkFolders;
import io.ordersync.benchmarks.measure.ResourceMeter;
import io.ordersync.benchmarks.servers.OrderServer;
import io.ordersync.benchmarks.servers.OrderServiceVariant;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.jvm.Jvm;
import io.ordersync.stack.jvm.JvmProcess;
import io.ordersync.stack.net.FreePorts;
import io.ordersync.stack.net.Http;
import io.ordersync.stack.process.ChildProcess;
import io.ordersync.stack.process.Launch;
import io.ordersync.stack.server.SpringService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The jar of order-service, started with the options of the stack and one bean more. */
final class ProcessOrderServer implements OrderServer {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 200;

    private final Path log;
    private final String url;
    private final ChildProcess process;

    private ProcessOrderServer(Path log, String url, ChildProcess process) {
        this.log = log;
        this.url = url;
        this.process = process;
    }

    static OrderServer start(OrderServiceVariant variant, LocalStack stack, boolean fullJit) throws IOException {
        int port = new FreePorts().of(variant.label());
        Launch launch =
                new Launch(jvm(fullJit).command(), environment(variant, stack, port), BenchmarkFolders.target());
        Path log = BenchmarkFolders.target().resolve("order-service-%s.log".formatted(variant.label()));
        return new ProcessOrderServer(log, "http://127.0.0.1:" + port, ChildProcess.logging(launch, log));
    }

    /** Boot's properties launcher adds the folder {@code loader.path} to the class path of the jar. */
    private static Jvm jvm(boolean fullJit) {
        Checkout checkout = Checkout.find();
        Jvm jvm = Jvm.mainClass(
                checkout.moduleJar("order-service").toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher");
        return JvmProcess.addCompilerOptions(SpringService.addJvmOptions(jvm, checkout), checkout, fullJit)
                .withOptions(
                        "-Dbenchmark.pid=" + ProcessHandle.current().pid(),
                        "-Dloader.path=" + BenchmarkFolders.variantClasses());
    }

    private static Map<String, String> environment(OrderServiceVariant variant, LocalStack stack, int port) {
        Map<String, String> variables = new HashMap<>();
        variables.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_PUBLIC_KEY_LOCATION",
                "file:" + stack.tokens().publicKeyFile());
        variables.put("SERVER_PORT", Integer.toString(port));
        variables.put("SPRING_MAIN_SOURCES", variant.addedBean());
        variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", stack.broker().bootstrapServers());
        variables.put("SPRING_DATASOURCE_URL", stack.mariaDb().jdbcUrl());
        variables.put("SPRING_DATASOURCE_PASSWORD", stack.mariaDb().password("order_service"));
        variables.put("SPRING_FLYWAY_PASSWORD", stack.mariaDb().password("migrator"));
        return variables;
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public ResourceMeter meter() {
        return new ProcessMeter(process.pid());
    }

    @Override
    public void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!isReady()) {
            if (!process.process().isAlive() || System.nanoTime() > deadline) {
                throw new IOException("A variant of order-service does not start. Its log is in " + log);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            Http.get(url + "/actuator/health/readiness");
            return true;
        } catch (IOException e) {
            return false; // the server is still starting
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
