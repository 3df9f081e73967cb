package io.ordersync.connect.source;

import io.ordersync.connect.database.plugin.PluginVersion;
import io.ordersync.connect.source.config.Mode;
import io.ordersync.connect.source.config.SourceConfig;
import io.ordersync.connect.source.rows.Page;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.source.TransactionContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads its tables.
 *
 * <p>While the database cannot be read, the task stays RUNNING and tries again. It says so in the worker's log.
 */
public final class JdbcSourceTask extends SourceTask {

    private @Nullable SourceConfig config;
    private @Nullable SourceMetrics metrics;
    private @Nullable BackgroundReader reader;

    /** For the worker. */
    public JdbcSourceTask() {}

    @Override
    public String version() {
        return PluginVersion.of(JdbcSourceTask.class);
    }

    @Override
    public void start(Map<String, String> options) {
        config = SourceConfig.of(options);
        TaskOutage outage = new TaskOutage(
                "The database",
                config.database().url().toString(),
                config.pace().retry());
        metrics = new SourceMetrics(context.pluginMetrics(), outage);
        TaskTables tables = new TaskTables(config, TaskShare.of(options), context.offsetStorageReader(), metrics);
        reader = new BackgroundReader(
                new SourceReader(config.database(), tables, outage, metrics, new SessionNotes(config), isPerTable()));
    }

    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        metrics.register();
        Page page = reader.next(SourceReader.LONGEST_WAIT);
        if (page.records().isEmpty()) {
            return null;
        }
        endTransaction(page);
        return page.records();
    }

    private void endTransaction(Page page) {
        TransactionContext transaction = context.transactionContext();
        if (transaction == null) {
            return;
        }
        if (page.isDiscarded()) {
            transaction.abortTransaction();
        } else if (!isPerTable() || page.isLast()) {
            transaction.commitTransaction();
        }
    }

    /** With transaction.boundary=connector a whole table of mode bulk is one transaction. */
    private boolean isPerTable() {
        return config.mode() == Mode.BULK && context.transactionContext() != null;
    }

    @Override
    public void stop() {
        if (reader != null) {
            reader.abandon();
        }
    }
}
