package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.lifecycle.ServerProcess;
import io.ordersync.stack.process.Jvm;
import io.ordersync.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Path;

/** The Connect worker as a process of this machine. */
final class WorkerProcess extends ServerProcess implements ConnectWorker {

    private final Checkout checkout;
    private final WorkerSettings settings;
    private final Path settingsFile;
    private final ConnectorEnvironment environment;
    private final Path directory;

    WorkerProcess(StackPlan plan, Checkout checkout, KafkaBroker broker, MariaDb database) {
        super(NAME, plan.folders());
        this.checkout = checkout;
        this.settings = new WorkerSettings(plan.ports().of(NAME), broker.bootstrapServers(), plan.plugins(checkout));
        this.settingsFile = plan.folders().run().resolve("connect.properties");
        this.environment = new ConnectorEnvironment(broker, database);
        this.directory = plan.folders().home();
    }

    @Override
    public String url() {
        return settings.url();
    }

    @Override
    protected Launch launch() throws IOException {
        settings.writeTo(settingsFile, checkout.deployment("connect/worker.properties"));
        Jvm jvm = Jvm.mainClass(
                        checkout.kafkaClassPath(),
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        settingsFile.toString())
                .withOptionsOf(checkout.deployment("connect/worker-jvm.options"));
        return new Launch(jvm.command(), environment.variables(), directory);
    }
}
