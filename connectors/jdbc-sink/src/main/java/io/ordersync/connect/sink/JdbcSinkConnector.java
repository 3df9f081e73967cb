package io.ordersync.connect.sink;

import io.ordersync.connect.database.plugin.PluginVersion;
import io.ordersync.connect.database.validation.DatabaseCheck;
import io.ordersync.connect.database.validation.Validation;
import io.ordersync.connect.sink.check.RightsCheck;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.config.SinkOptions;
import io.ordersync.connect.sink.config.SinkValidation;
import io.ordersync.connect.sink.position.OffsetChange;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connector of the plugin: writes the records of its topics to MariaDB tables. */
public final class JdbcSinkConnector extends SinkConnector {

    private static final Logger log = LoggerFactory.getLogger(JdbcSinkConnector.class);

    private Map<String, String> options = Map.of();

    /** For the worker. */
    public JdbcSinkConnector() {}

    @Override
    public String version() {
        return PluginVersion.of(JdbcSinkConnector.class);
    }

    @Override
    public ConfigDef config() {
        return SinkOptions.DEFINITIONS;
    }

    @Override
    public Config validate(Map<String, String> options) {
        Validation validation = SinkValidation.of(options);
        if (validation.isValid()) {
            SinkConfig config = SinkConfig.of(options);
            new DatabaseCheck(config.database(), new RightsCheck(config, topics(options)))
                    .find()
                    .forEach(finding -> validation.add(finding, options.get("name")));
        }
        return new Config(validation.values());
    }

    private static List<String> topics(Map<String, String> options) {
        String topics = options.getOrDefault(TOPICS_CONFIG, "");
        return Stream.of(topics.split(","))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .toList();
    }

    /** Moves the position in the table too, which counts more than that of the consumer group. */
    @Override
    public boolean alterOffsets(Map<String, String> options, Map<TopicPartition, Long> offsets) {
        new OffsetChange(SinkConfig.of(options)).apply(offsets);
        return true;
    }

    @Override
    public Class<? extends Task> taskClass() {
        return JdbcSinkTask.class;
    }

    @Override
    public void start(Map<String, String> options) {
        this.options = Map.copyOf(options);
        SinkValidation.of(options).warnings().forEach(log::warn);
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Stream.generate(() -> options).limit(maxTasks).toList();
    }

    @Override
    public void stop() {
        // Only tasks hold connections.
    }
}
