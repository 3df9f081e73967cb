package io.ordersync.stack.server;

import io.ordersync.connect.client.TokenFile;
import io.ordersync.setup.certificate.Certificates;
import io.ordersync.stack.connect.WorkerToken;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.jvm.Jvm;
import io.ordersync.stack.jvm.JvmProcess;
import io.ordersync.stack.jvm.KafkaJvm;
import io.ordersync.stack.lifecycle.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Connect worker as a process of this machine. */
final class WorkerProcess extends JvmProcess implements ConnectWorker {

    private final Checkout checkout;
    private final StackFolders folders;
    private final WorkerSettings settings;
    private final Path settingsFile;
    private final ConnectorEnvironment environment;
    private final KafkaBroker broker;
    private final Certificates certificates;
    private final Map<String, Object> more = new LinkedHashMap<>();

    WorkerProcess(StackPlan plan, Checkout checkout, KafkaBroker broker, MariaDb database) {
        super(NAME, NAME, plan.folders(), checkout, plan.has(StackPlan.Feature.FULL_JIT));
        this.checkout = checkout;
        this.folders = plan.folders();
        this.settings = new WorkerSettings(
                plan.ports().of(NAME),
                broker.bootstrapServers(),
                plan.plugins(checkout),
                token().path(),
                plan.has(StackPlan.Feature.OPEN));
        this.settingsFile = plan.folders().run().resolve("connect.properties");
        this.broker = broker;
        this.certificates = new Certificates(plan.folders().certificates());
        this.environment = new ConnectorEnvironment(broker, database, database.trusted());
    }

    @Override
    public String url() {
        return settings.url();
    }

    @Override
    public TokenFile token() {
        return new WorkerToken(folders).file();
    }

    @Override
    public ConnectWorker set(String setting, Object value) {
        more.put(setting, value);
        return this;
    }

    @Override
    protected List<Part> neededParts() {
        return List.of(broker);
    }

    @Override
    protected Jvm jvm() throws IOException {
        WorkerToken.makeIfMissing(folders, checkout);
        certificates.provide(); // the worker does not wait for the database, but its connectors read what they trust
        settings.writeTo(settingsFile, checkout.deployment("connect/worker.properties"), more);
        return KafkaJvm.mainClass(checkout, "org.apache.kafka.connect.cli.ConnectDistributed", settingsFile.toString())
                .withOptionsOf(checkout.deployment("connect/worker-jvm.options"));
    }

    @Override
    protected Map<String, String> environment() {
        return environment.variables();
    }
}
