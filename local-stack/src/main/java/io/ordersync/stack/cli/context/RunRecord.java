package io.ordersync.stack.cli.context;

import io.ordersync.stack.files.PropertiesFile;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.process.PidFile;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.StackPlan;
import io.ordersync.stack.server.StackPlan.Feature;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The file in which {@code ./run} records what it has started, for {@code status} and {@code stop}. */
public record RunRecord(StackFolders folders) {

    private static final String PORT = "port.";
    private static final String ORDERS = "order-services";
    private static final String CATALOGS = "catalog-services";
    private static final List<Feature> RECORDED = List.of(Feature.CDC, Feature.POLLING, Feature.OPEN);
    private static final String DETACHED = "detached";

    public void write(StackPlan plan, FixedPorts ports, boolean detached) throws IOException {
        PropertiesFile settings = new PropertiesFile()
                .set(ORDERS, plan.orderServices())
                .set(CATALOGS, plan.catalogServices())
                .set(DETACHED, detached)
                .set(PORT + KafkaBroker.NAME, ports.of(KafkaBroker.NAME)) // the script run reads these three
                .set(PORT + MariaDb.NAME, ports.of(MariaDb.NAME))
                .set(PORT + ConnectWorker.NAME, ports.of(ConnectWorker.NAME));
        RECORDED.forEach(feature -> settings.set(feature.label(), plan.has(feature)));
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
        return PidFile.of(folders.run(), "launcher");
    }

    private StackPlan plan(Properties all) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        all.stringPropertyNames().stream()
                .filter(key -> key.startsWith(PORT))
                .forEach(key -> ports.put(key.substring(PORT.length()), number(all, key)));
        return StackPlan.of(folders, new FixedPorts(ports))
                .withServices(number(all, ORDERS), number(all, CATALOGS))
                .withFeatures(features(all));
    }

    private static Set<Feature> features(Properties all) {
        return RECORDED.stream()
                .filter(feature -> Boolean.parseBoolean(all.getProperty(feature.label())))
                .collect(Collectors.toSet());
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
