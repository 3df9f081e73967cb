package io.ordersync.stack.server;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.stack.connect.ConnectorFiles;
import io.ordersync.stack.connect.WorkerToken;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.jvm.Jvm;
import io.ordersync.stack.jvm.JvmProcess;
import io.ordersync.stack.jvm.KafkaJvm;
import io.ordersync.stack.lifecycle.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The process that registers the connectors and restarts failed tasks. */
public final class KeeperProcess extends JvmProcess {

    public static final String NAME = "keeper";

    private final Checkout checkout;
    private final StackFolders folders;
    private final List<Path> connectors;
    private final Path healthFile;
    private final ConnectWorker worker;
    private final KafkaBroker broker;

    public KeeperProcess(StackPlan plan, Checkout checkout, ConnectWorker worker, KafkaBroker broker) {
        super(NAME, NAME, plan.folders(), checkout, plan.has(StackPlan.Feature.FULL_JIT));
        this.checkout = checkout;
        this.folders = plan.folders();
        this.connectors = plan.connectors(checkout);
        this.healthFile = healthFile(plan.folders());
        this.worker = worker;
        this.broker = broker;
    }

    /** The file in which the keeper reports whether the connectors run and move. */
    public static Path healthFile(StackFolders folders) {
        return folders.run().resolve("keeper-health");
    }

    @Override
    protected List<Part> neededParts() {
        return List.of(worker);
    }

    @Override
    protected Jvm jvm() throws IOException {
        Path token = WorkerToken.makeIfMissing(folders, checkout).path();
        List<String> arguments = new ArrayList<>(List.of(
                "--bootstrap-server=" + broker.bootstrapServers(),
                "--health-file=" + healthFile,
                "--token-file=" + token,
                worker.url()));
        connectors.forEach(folder -> arguments.add(folder.toString()));
        Jvm jvm = Jvm.mainClass(
                        checkout.keeperClassPath(),
                        "io.ordersync.connect.keeper.Keeper",
                        arguments.toArray(String[]::new))
                .withOptionsOf(checkout.deployment("connect/keeper-jvm.options"));
        return KafkaJvm.logging(checkout, jvm);
    }

    /** The keeper is ready when every connector runs with all its tasks. */
    @Override
    public void probe() throws IOException, InterruptedException {
        ConnectClient connect = worker.connect();
        for (String connector : ConnectorFiles.namesIn(connectors)) {
            requireRunning(connector, connect.status(connector));
        }
    }

    private static void requireRunning(String connector, Optional<ConnectorStatus> status) throws IOException {
        if (!status.map(ConnectorStatus::isRunning).orElse(false)) {
            throw new IOException("connector %s is %s"
                    .formatted(connector, status.map(ConnectorStatus::summary).orElse("not registered")));
        }
    }
}
