package io.ordersync.stack.server;

import io.ordersync.stack.connect.ConnectRest;
import io.ordersync.stack.connect.ConnectorFiles;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.process.Jvm;
import io.ordersync.stack.process.Launch;
import io.ordersync.stack.process.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** Registers the connectors of a file or folder with the worker and restarts what fails. */
public final class Keeper extends ServerProcess {

    public static final String NAME = "keeper";

    private final Checkout checkout;
    private final Path connectors;
    private final ConnectWorker worker;
    private final KafkaBroker broker;
    private final Path directory;

    public Keeper(StackPlan plan, Checkout checkout, ConnectWorker worker, KafkaBroker broker) {
        super(NAME, plan.folders());
        this.checkout = checkout;
        this.connectors = checkout.connectorFiles(plan.cdc());
        this.worker = worker;
        this.broker = broker;
        this.directory = plan.folders().home();
    }

    @Override
    protected Launch launch() throws IOException {
        String classPath = checkout.keeperClasses() + File.pathSeparator + checkout.kafkaClassPath();
        Jvm jvm = Jvm.mainClass(
                        classPath,
                        "io.ordersync.connect.keeper.Keeper",
                        "--bootstrap-server=" + broker.bootstrapServers(),
                        worker.url(),
                        connectors.toString())
                .withOptions("-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        return Launch.of(jvm.command(), directory);
    }

    /** Ready means that its work is done: every connector runs with all its tasks. */
    @Override
    protected void probe() throws IOException, InterruptedException {
        ConnectRest connect = new ConnectRest(worker.url());
        for (String connector : ConnectorFiles.namesIn(connectors)) {
            connect.requireRunning(connector);
        }
    }
}
