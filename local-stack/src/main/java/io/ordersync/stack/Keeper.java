package io.ordersync.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** Registers the connectors of a folder with the worker and restarts what fails. */
public final class Keeper extends ServerProcess {

    static final String NAME = "keeper";

    private final Checkout checkout;
    private final ConnectWorker worker;
    private final Path directory;

    Keeper(StackFolders folders, Checkout checkout, ConnectWorker worker) {
        super(NAME, folders);
        this.checkout = checkout;
        this.worker = worker;
        this.directory = folders.home();
    }

    @Override
    Launch launch() throws IOException {
        String classPath = checkout.connectorClasses() + File.pathSeparator + checkout.kafkaClassPath();
        Jvm jvm = Jvm.mainClass(
                        classPath,
                        "io.ordersync.connect.keeper.Keeper",
                        worker.url(),
                        checkout.connectorFiles().toString())
                .with("-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        return Launch.of(jvm.command(), directory);
    }

    /** Ready means that its work is done: every connector of the folder runs with all its tasks. */
    @Override
    void probe() throws IOException, InterruptedException {
        ConnectRest connect = new ConnectRest(worker.url());
        for (String connector : ConnectorFiles.namesIn(checkout.connectorFiles())) {
            connect.requireRunning(connector);
        }
    }
}
