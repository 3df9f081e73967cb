package io.ordersync.connect.source;

import io.ordersync.connect.database.plugin.PluginVersion;
import io.ordersync.connect.database.validation.DatabaseCheck;
import io.ordersync.connect.database.validation.Validation;
import io.ordersync.connect.source.check.TableCheck;
import io.ordersync.connect.source.config.SourceConfig;
import io.ordersync.connect.source.config.SourceOptions;
import io.ordersync.connect.source.config.SourceValidation;
import io.ordersync.connect.source.config.TableSelection;
import io.ordersync.connect.source.mode.StoredOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connector of the plugin: sends the rows of MariaDB tables to topics. */
public final class JdbcSourceConnector extends SourceConnector {

    private static final Logger log = LoggerFactory.getLogger(JdbcSourceConnector.class);

    private Map<String, String> options = Map.of();

    /** For the worker. */
    public JdbcSourceConnector() {}

    @Override
    public String version() {
        return PluginVersion.of(JdbcSourceConnector.class);
    }

    @Override
    public ConfigDef config() {
        return SourceOptions.DEFINITIONS;
    }

    @Override
    public Config validate(Map<String, String> options) {
        Validation validation = SourceValidation.of(options);
        if (validation.isValid()) {
            SourceConfig config = SourceConfig.of(options);
            new DatabaseCheck(config.database(), new TableCheck(config))
                    .find()
                    .forEach(finding -> validation.add(finding, options.get("name")));
        }
        return new Config(validation.values());
    }

    @Override
    public Class<? extends Task> taskClass() {
        return JdbcSourceTask.class;
    }

    @Override
    public void start(Map<String, String> options) {
        this.options = Map.copyOf(options);
        SourceValidation.of(options).warnings().forEach(log::warn);
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        SourceConfig config = SourceConfig.of(options);
        TableSelection tables = config.tables();
        int useful = config.query() != null
                ? 1
                : tables.namesAll() ? tables.included().size() : maxTasks;
        int count = Math.min(maxTasks, useful);
        return IntStream.range(0, count)
                .mapToObj(index -> new TaskShare(index, count).addTo(options))
                .toList();
    }

    @Override
    public void stop() {
        // Only tasks hold connections.
    }

    /** A table of mode bulk has no position, so it must be sent as a whole or not at all. */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> options) {
        return SourceValidation.mayRepeatRows(options) ? ExactlyOnceSupport.UNSUPPORTED : ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public ConnectorTransactionBoundaries canDefineTransactionBoundaries(Map<String, String> options) {
        return ConnectorTransactionBoundaries.SUPPORTED;
    }

    @Override
    public boolean alterOffsets(Map<String, String> options, Map<Map<String, ?>, Map<String, ?>> offsets) {
        try {
            offsets.forEach(StoredOffset::check);
            return true;
        } catch (IllegalArgumentException e) {
            throw new ConnectException(e.getMessage(), e);
        }
    }
}
