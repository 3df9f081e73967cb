package io.ordersync.stack.server;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.jvm.Jvm;
import io.ordersync.stack.jvm.JvmProcess;
import io.ordersync.stack.jvm.KafkaJvm;
import io.ordersync.stack.net.Address;
import io.ordersync.stack.net.AdvertisedPort;
import io.ordersync.stack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/** The broker as a process of this machine. */
final class BrokerProcess extends JvmProcess implements KafkaBroker {

    private final Checkout checkout;
    private final Path data;
    private final Path settingsFile;
    private final AdvertisedPort port;
    private final int controllerPort;
    private final Map<String, Object> more = new LinkedHashMap<>();
    private final List<BrokerSettings.Listener> listeners = new ArrayList<>();

    BrokerProcess(StackPlan plan, Checkout checkout) {
        super(NAME, NAME, plan.folders(), checkout, plan.has(StackPlan.Feature.FULL_JIT));
        this.checkout = checkout;
        this.port = new AdvertisedPort(plan.ports().of(NAME));
        this.controllerPort = plan.ports().of(CONTROLLER);
        this.data = plan.folders().data().resolve(NAME);
        this.settingsFile = plan.folders().run().resolve("kafka.properties");
    }

    @Override
    public AdvertisedPort advertisedPort() {
        return port;
    }

    @Override
    public Address internalAddress() {
        return port.clientAddress();
    }

    @Override
    public KafkaBroker addListener(String name, String protocol, int listenerPort, Map<String, Object> settings) {
        listeners.add(new BrokerSettings.Listener(name, protocol, listenerPort));
        settings.forEach((key, value) -> more.put("listener.name." + name.toLowerCase(Locale.ROOT) + "." + key, value));
        return this;
    }

    @Override
    protected Jvm jvm() throws IOException, InterruptedException {
        new BrokerSettings(checkout.deployment("kafka/server.properties"), data, port, controllerPort, listeners, more)
                .writeTo(settingsFile);
        if (Files.notExists(data.resolve("meta.properties"))) {
            format();
        }
        return KafkaJvm.mainClass(checkout, "kafka.Kafka", settingsFile.toString())
                .withOptionsOf(checkout.deployment("kafka/jvm-local.options"));
    }

    private void format() throws IOException, InterruptedException {
        Files.createDirectories(data);
        Jvm tool = KafkaJvm.mainClass(
                        checkout,
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        settingsFile.toString())
                .withOptionsOf(checkout.deployment("kafka/format-jvm-local.options"));
        runHelper(Launch.of(archive(tool).addOptionsIfPresent(tool).command(), data), Launch.NO_INPUT);
    }
}
