package io.ordersync.connect.debezium;

import io.debezium.config.CommonConnectorConfig;
import io.debezium.config.Configuration;
import io.debezium.connector.common.CdcSourceTaskContext;
import io.debezium.connector.mariadb.MariaDbConnectorTask;
import io.debezium.connector.mariadb.MariaDbDatabaseSchema;
import io.debezium.connector.mariadb.MariaDbOffsetContext;
import io.debezium.connector.mariadb.MariaDbPartition;
import io.debezium.function.LogPositionValidator;
import io.debezium.pipeline.ChangeEventSourceCoordinator;
import io.debezium.pipeline.spi.Offsets;
import io.debezium.schema.DatabaseSchema;
import io.debezium.spi.snapshot.Snapshotter;
import io.ordersync.connect.debezium.ddl.SchemaCorrections;
import java.util.List;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Debezium's task, which restarts from its stored position when it loses its connection to the binary log, and waits
 * while the database cannot be reached.
 *
 * <p>Debezium leaves a lost connection to a thread of its client. That thread mistakes a reader that waits for the broker
 * for a lost connection. It then reconnects in the middle of a transaction, and the next start loses the rest of that
 * transaction. When the server refuses the log, the thread and the reader can block each other for ever.
 */
public final class MariaDbSourceTask extends MariaDbConnectorTask {

    /** The interval of the server's heartbeats; Debezium sets it to four fifths of the keep-alive interval. */
    private static final long HEARTBEAT_MILLIS = 4_000;

    private @Nullable BinlogConnection connection;

    @Override
    public CdcSourceTaskContext<? extends CommonConnectorConfig> preStart(Configuration options) {
        return super.preStart(options.edit()
                .with("connect.keep.alive", "false")
                .with("connect.keep.alive.interval.ms", HEARTBEAT_MILLIS * 5 / 4)
                .withDefault("enable.time.adjuster", "false") // it takes the year 1 for 2001
                .withDefault("snapshot.query.mode", "custom")
                .withDefault("snapshot.query.mode.custom.name", ExactSnapshotQuery.NAME)
                .build());
    }

    /** @throws RetriableException if the database cannot be reached; the worker starts the task again later */
    @Override
    protected ChangeEventSourceCoordinator<MariaDbPartition, MariaDbOffsetContext> start(Configuration options) {
        connection = new BinlogConnection(new StreamingMetrics(options.getString("topic.prefix")), System::nanoTime);
        try {
            return super.start(options);
        } catch (RuntimeException e) {
            throw DatabaseOutage.isCauseOf(e) ? new RetriableException("The database cannot be reached", e) : e;
        }
    }

    /** Debezium has just made the schema and has not read a table yet. */
    @Override
    protected void validateSchemaHistory(
            CommonConnectorConfig options,
            LogPositionValidator log,
            Offsets<MariaDbPartition, MariaDbOffsetContext> offsets,
            DatabaseSchema schema,
            Snapshotter snapshotter) {
        SchemaCorrections.correct(
                (MariaDbDatabaseSchema) schema,
                "bytes".equals(options.getConfig().getString("binary.handling.mode", "bytes")));
        super.validateSchemaHistory(options, log, offsets, schema, snapshotter);
    }

    /** @throws RetriableException if the connection is lost; the worker stops the task and starts it again later */
    @Override
    protected List<SourceRecord> doPoll() throws InterruptedException {
        List<SourceRecord> records = pollWithShortErrors();
        if (connection.isLost(!records.isEmpty())) {
            throw new RetriableException("The connection to the binary log is lost");
        }
        return records;
    }

    /** An error of Debezium may quote the event that it could not read, with its whole row. */
    private List<SourceRecord> pollWithShortErrors() throws InterruptedException {
        try {
            return super.doPoll();
        } catch (RuntimeException e) {
            throw e instanceof RetriableException ? e : TaskError.shorten(e);
        }
    }
}
