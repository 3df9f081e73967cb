package io.ordersync.stack.testing.connect;

import io.ordersync.stack.files.Checkout;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A worker of a group of its own choice, for tests that need several. */
public final class ExtraWorker implements AutoCloseable {

    private static final Path LOCAL_STACK = Checkout.find().root().resolve("local-stack/kafka");

    private final Process process;
    private final Path log;
    private final int port;

    public ExtraWorker(String group, String bootstrapServers, Path folder) {
        try {
            port = freePort();
            log = folder.resolve("worker-" + port + ".log");
            process = start(group, bootstrapServers, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(String group, String bootstrapServers, Path folder) throws IOException {
        Path settings = folder.resolve("worker-" + port + ".properties");
        List<String> lines = new ArrayList<>(List.of(
                "bootstrap.servers=" + bootstrapServers,
                "group.id=" + group,
                "listeners=http://127.0.0.1:" + port,
                "rest.advertised.host.name=127.0.0.1",
                "plugin.path=" + Checkout.find().root().resolve("connectors/jdbc-sink/target/plugins"),
                "plugin.discovery=service_load",
                "key.converter=org.apache.kafka.connect.storage.StringConverter",
                "value.converter=org.apache.kafka.connect.json.JsonConverter",
                "session.timeout.ms=6000",
                "heartbeat.interval.ms=1000",
                "scheduled.rebalance.max.delay.ms=0",
                "offset.storage.partitions=1",
                "status.storage.partitions=1"));
        for (String storage : List.of("config", "offset", "status")) {
            lines.add(storage + ".storage.topic=" + group + "-" + storage);
            lines.add(storage + ".storage.replication.factor=1");
        }
        Files.write(settings, lines);
        String classPath = LOCAL_STACK.resolve("config/server")
                + File.pathSeparator
                + Files.readString(LOCAL_STACK.resolve("target/kafka.classpath"))
                        .strip();
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                "org.apache.kafka.connect.cli.ConnectDistributed",
                settings.toString());
        return command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    public Connect connect() {
        return new Connect("http://127.0.0.1:" + port);
    }

    public boolean isReady() {
        try {
            return connect().get("/").has("version");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** The name by which Connect's status calls it. */
    public String id() {
        return "127.0.0.1:" + port;
    }

    /** How often it has become a member of its group: after it was taken for dead it has to join anew. */
    public long timesJoined() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("Joined group at generation"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
