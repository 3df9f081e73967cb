package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.jvm.Jvm;
import io.ordersync.stack.jvm.JvmProcess;
import io.ordersync.stack.jvm.KafkaJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The Connect worker as a process of this machine. */
final class WorkerProcess extends JvmProcess implements ConnectWorker {

    private final Checkout checkout;
    private final WorkerSettings settings;
    private final Path settingsFile;
    private final ConnectorEnvironment environment;

    WorkerProcess(StackPlan plan, Checkout checkout, KafkaBroker broker, MariaDb database) {
        super(NAME, NAME, plan.folders(), checkout, plan.has(StackPlan.Feature.FULL_JIT));
        this.checkout = checkout;
        this.settings = new WorkerSettings(plan.ports().of(NAME), broker.bootstrapServers(), plan.plugins(checkout));
        this.settingsFile = plan.folders().run().resolve("connect.properties");
        this.environment = new ConnectorEnvironment(broker, database);
    }

    @Override
    public String url() {
        return settings.url();
    }

    @Override
    protected Jvm jvm() throws IOException {
        settings.writeTo(settingsFile, checkout.deployment("connect/worker.properties"));
        return KafkaJvm.mainClass(checkout, "org.apache.kafka.connect.cli.ConnectDistributed", settingsFile.toString())
                .withOptionsOf(checkout.deployment("connect/worker-jvm.options"));
    }

    @Override
    protected Map<String, String> environment() {
        return environment.variables();
    }
}
