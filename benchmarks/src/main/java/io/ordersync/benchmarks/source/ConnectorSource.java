package io.ordersync.benchmarks.source;

import io.ordersync.benchmarks.connect.Connectors;
import io.ordersync.benchmarks.files.BenchmarkFolders;
import io.ordersync.benchmarks.servers.BenchmarkServers;
import io.ordersync.connect.client.ConnectorDefinition;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A source connector of {@code benchmarks/sources}. Connector and topic of each measurement are new. */
record ConnectorSource(ConnectorDefinition definition, BenchmarkServers servers) implements RowSource {

    /** What the limit's producer has too. */
    private static final Map<String, String> PRODUCER = Map.of(
            "producer.override.compression.type", "lz4",
            "producer.override.batch.size", "262144",
            "producer.override.linger.ms", "5");

    static ConnectorSource read(String name, BenchmarkServers servers) throws IOException {
        return new ConnectorSource(
                ConnectorDefinition.read(BenchmarkFolders.module().resolve("sources/" + name + ".json")), servers);
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public RowTopic createTopic() throws Exception {
        String prefix = "source-" + UUID.randomUUID();
        return RowTopic.create(servers.bootstrapServers(), prefix + separator() + SourceTable.NAME);
    }

    @Override
    public AutoCloseable start(RowTopic topic, int pauseMillis) throws Exception {
        String prefix = topic.name().substring(0, topic.name().length() - (separator() + SourceTable.NAME).length());
        Map<String, String> options = new HashMap<>(definition.config());
        options.remove("name");
        options.putAll(PRODUCER);
        options.put("poll.interval.ms", Integer.toString(pauseMillis));
        options.put(
                isDebezium() ? "database.password" : "connection.password",
                servers.database().passwords().apply("root"));
        options.put("topic.prefix", isDebezium() ? prefix : prefix + separator());
        options.put("table.include.list", "mydb." + SourceTable.NAME);
        String connector = name() + "-" + prefix;
        Connectors connectors = new Connectors(servers.worker());
        connectors.start(connector, options);
        return () -> connectors.delete(connector);
    }

    /** Debezium's topics are named after the database, too. */
    private String separator() {
        return isDebezium() ? ".mydb." : "-";
    }

    private boolean isDebezium() {
        return definition.config().containsKey("database.hostname");
    }
}
