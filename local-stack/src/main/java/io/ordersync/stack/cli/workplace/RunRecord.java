package io.ordersync.stack.cli.workplace;

import io.ordersync.stack.files.Settings;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.process.PidFile;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.StackPlan;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What the last {@code ./run} has started and how: it lets the commands of another process find it. */
public record RunRecord(StackFolders folders) {

    private static final String PORT = "port.";
    private static final String ORDERS = "order-services";
    private static final String CATALOGS = "catalog-services";
    private static final String CDC = "cdc";
    private static final String DETACHED = "detached";

    public void write(StackPlan plan, FixedPorts ports, boolean detached) throws IOException {
        Settings settings = new Settings()
                .set(ORDERS, plan.orderServices())
                .set(CATALOGS, plan.catalogServices())
                .set(CDC, plan.cdc())
                .set(DETACHED, detached)
                .set(PORT + KafkaBroker.NAME, ports.of(KafkaBroker.NAME)); // read by the script, too
        ports.chosen().forEach((part, port) -> settings.set(PORT + part, port));
        settings.writeTo(file());
    }

    public Optional<StackPlan> plan() {
        return content().map(this::plan);
    }

    public boolean isDetached() {
        return content()
                .map(all -> Boolean.parseBoolean(all.getProperty(DETACHED)))
                .orElse(false);
    }

    public PidFile launcher() {
        return PidFile.in(folders.run(), "launcher");
    }

    private StackPlan plan(Properties all) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        all.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PORT))
                .forEach(key -> ports.put(key.substring(PORT.length()), number(all, key)));
        return new StackPlan(
                folders,
                new FixedPorts(ports),
                number(all, ORDERS),
                number(all, CATALOGS),
                Boolean.parseBoolean(all.getProperty(CDC)),
                false);
    }

    private Optional<Properties> content() {
        if (Files.notExists(file())) {
            return Optional.empty();
        }
        try (Reader in = Files.newBufferedReader(file())) {
            Properties all = new Properties();
            all.load(in);
            return Optional.of(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return folders.run().resolve("stack.properties");
    }

    private static int number(Properties all, String key) {
        return Integer.parseInt(all.getProperty(key));
    }
}
