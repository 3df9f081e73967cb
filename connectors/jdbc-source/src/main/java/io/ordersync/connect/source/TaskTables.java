package io.ordersync.connect.source;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.source.config.SourceConfig;
import io.ordersync.connect.source.mode.RowReaders;
import io.ordersync.connect.source.rows.ReadContext;
import io.ordersync.connect.source.table.Relation;
import io.ordersync.connect.source.table.TableDiscovery;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of a task. The task itself searches for them, so that it also waits for a database that is away. */
final class TaskTables {

    private static final Logger log = LoggerFactory.getLogger(TaskTables.class);

    private final SourceConfig config;
    private final TaskShare share;
    private final OffsetStorageReader offsets;
    private final SourceMetrics metrics;
    private final TableDiscovery discovery;
    private final Map<Relation, PolledTable> tables = new ConcurrentHashMap<>();
    private long nextSearch = System.nanoTime();
    private boolean isSearched;

    TaskTables(SourceConfig config, TaskShare share, OffsetStorageReader offsets, SourceMetrics metrics) {
        this.config = config;
        this.share = share;
        this.offsets = offsets;
        this.metrics = metrics;
        this.discovery = new TableDiscovery(config);
    }

    /** Searches for new tables if it is time to. */
    void search(Session session) throws SQLException {
        boolean isFinal =
                isSearched && (config.query() != null || config.tables().namesAll());
        if (isFinal || System.nanoTime() < nextSearch) {
            return;
        }
        List<Relation> found = share.of(discovery.find(session), config.tables().namesAll());
        session.rollback();
        drop(found);
        found.stream().filter(relation -> !tables.containsKey(relation)).forEach(this::add);
        if (found.isEmpty() && !isSearched) {
            log.warn("There is no table yet that the configuration describes");
        }
        isSearched = true;
        nextSearch = System.nanoTime() + config.pace().discovery().toNanos();
    }

    private void drop(Collection<Relation> found) {
        tables.keySet().stream().filter(relation -> !found.contains(relation)).forEach(relation -> {
            log.info("{} does not exist any more, so it is no longer read", relation);
            tables.remove(relation).close();
            metrics.forget(relation.toString());
        });
    }

    private void add(Relation relation) {
        Map<String, Object> offset = offsets.offset(relation.partition());
        log.info(
                "{} is read into topic {} with mode={}, {}. {}",
                relation,
                relation.topic(),
                config.mode().option(),
                offset == null ? "from the start" : "from " + offset,
                ModeLimits.of(config));
        TaskOutage outage = new TaskOutage(
                relation.toString(),
                config.database().url().toString(),
                config.pace().retry());
        tables.put(
                relation,
                new PolledTable(
                        relation,
                        RowReaders.of(new ReadContext(relation, config, metrics), offset),
                        outage,
                        config.pace().poll()));
    }

    /** Returns the table to read next: the one in progress, otherwise the one that is due for the longest time. */
    Optional<PolledTable> next() {
        return tables.values().stream()
                .min(Comparator.comparing((PolledTable table) -> !table.isInProgress())
                        .thenComparingLong(PolledTable::remainingPause));
    }

    /** Ends reads that have begun; any thread may call it. */
    void close() {
        new LinkedHashMap<>(tables).values().forEach(PolledTable::close);
    }
}
