package io.ordersync.stack.testing.connect;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.TokenFile;
import io.ordersync.stack.connect.WorkerToken;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.jvm.ClassArchive;
import io.ordersync.stack.jvm.Jvm;
import io.ordersync.stack.jvm.KafkaJvm;
import io.ordersync.stack.net.FreePorts;
import io.ordersync.stack.process.ChildProcess;
import io.ordersync.stack.process.Launch;
import io.ordersync.stack.process.ProcessSignal;
import io.ordersync.stack.server.ConnectWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A worker of a group of its own choice, for tests that need several. The workers of one folder have one token. */
public final class ExtraWorker implements AutoCloseable {

    private final ChildProcess process;
    private final Path log;
    private final int port;
    private final TokenFile token;

    public ExtraWorker(String group, String bootstrapServers, Path folder) {
        this(group, bootstrapServers, folder, Map.of());
    }

    /** @param settings further settings of the worker */
    public ExtraWorker(String group, String bootstrapServers, Path folder, Map<String, String> settings) {
        try {
            port = new FreePorts().of("worker");
            log = folder.resolve("worker-" + port + ".log");
            token = WorkerToken.makeIfMissing(new StackFolders(folder), Checkout.find());
            process = start(group, bootstrapServers, folder, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChildProcess start(String group, String bootstrapServers, Path folder, Map<String, String> more)
            throws IOException {
        Path settings = folder.resolve("worker-" + port + ".properties");
        List<String> lines = new ArrayList<>(List.of(
                "bootstrap.servers=" + bootstrapServers,
                "group.id=" + group,
                "listeners=http://127.0.0.1:" + port,
                "rest.advertised.host.name=127.0.0.1",
                "rest.extension.classes=io.ordersync.connect.rest.RestGuard",
                "rest.guard.token.file=" + token.path(),
                "plugin.path=" + plugins(),
                "plugin.discovery=service_load",
                "key.converter=org.apache.kafka.connect.storage.StringConverter",
                "value.converter=org.apache.kafka.connect.json.JsonConverter",
                "session.timeout.ms=9000",
                // A worker that cannot reach its group stops its tasks after this time.
                "heartbeat.interval.ms=3000",
                "scheduled.rebalance.max.delay.ms=0",
                "offset.storage.partitions=1",
                "status.storage.partitions=1"));
        for (String storage : List.of("config", "offset", "status")) {
            lines.add(storage + ".storage.topic=" + group + "-" + storage);
            lines.add(storage + ".storage.replication.factor=1");
        }
        more.forEach((name, value) -> lines.add(name + "=" + value));
        Files.write(settings, lines);
        Checkout checkout = Checkout.find();
        Jvm jvm = KafkaJvm.mainClass(checkout, "org.apache.kafka.connect.cli.ConnectDistributed", settings.toString())
                .withOptions("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        Jvm quick = ClassArchive.of(checkout, ConnectWorker.NAME, jvm).addOptionsIfPresent(jvm);
        return ChildProcess.logging(Launch.of(quick.command(), folder), log);
    }

    private static String plugins() {
        return Checkout.find().plugins().stream().map(Path::toString).collect(Collectors.joining(","));
    }

    public String url() {
        return "http://" + id();
    }

    public Path log() {
        return log;
    }

    public ConnectClient connect() {
        return new ConnectClient(url()).withToken(token);
    }

    public boolean isReady() {
        try {
            return !connect().version().isEmpty();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The name by which Connect's status calls it. */
    public String id() {
        return "127.0.0.1:" + port;
    }

    /** How often the worker has joined its group. A worker that the group has expelled joins again. */
    public long timesJoined() {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("Joined group at generation"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void freeze() {
        ProcessSignal.STOP.send(process.pid());
    }

    public void thaw() {
        ProcessSignal.CONT.send(process.pid());
    }

    @Override
    public void close() {
        process.kill();
    }
}
