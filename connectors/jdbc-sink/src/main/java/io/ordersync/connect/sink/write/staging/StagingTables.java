package io.ordersync.connect.sink.write.staging;

import io.ordersync.connect.database.Fault;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The staging tables of a session, the eight most recently used ones. */
final class StagingTables {

    private record Place(@Nullable String database, StagingTable.Shape shape) {}

    private static final int MOST_TABLES = 8;
    private static final int NARROWEST = 16;

    /** A temporary table hides a table of the same name. */
    private static final String PREFIX = "order_sync_staging_";

    private static final String SETTINGS =
            "SELECT @@local_infile, @@log_bin AND @@sql_log_bin AND @@binlog_format <> 'ROW',"
                    + " @@max_heap_table_size";

    /** The driver sends no commit of its own here, because for the server no transaction has begun. */
    private static final String COMMIT = "COMMIT";

    private final Session session;
    private final @Nullable String obstacle;
    private final long mostBytes;
    private final Map<@Nullable String, String> refusedDatabases = new LinkedHashMap<>();
    private final Map<Place, StagingTable> tables = new LinkedHashMap<>(16, 0.75f, true);

    private StagingTables(Session session, @Nullable String obstacle, long mostBytes) {
        this.session = session;
        this.obstacle = obstacle;
        this.mostBytes = mostBytes;
    }

    static StagingTables of(Session session) throws SQLException {
        try (ResultSet settings = session.statement(SETTINGS).executeQuery()) {
            settings.next();
            String obstacle = !settings.getBoolean(1)
                    ? "the server's local_infile is OFF"
                    // Otherwise the binary log holds the temporary table, which a replica loses when it restarts.
                    : settings.getBoolean(2) ? "the server's binlog_format is not ROW" : null;
            return new StagingTables(session, obstacle, settings.getLong(3));
        }
    }

    boolean isOf(Session other) {
        return session == other;
    }

    /** Why no row can be staged in a database, or null. */
    @Nullable
    String obstacle(@Nullable String database) {
        return obstacle != null ? obstacle : refusedDatabases.get(database);
    }

    /** How many bytes the rows of a table can take. */
    long mostBytes() {
        return mostBytes;
    }

    /**
     * Returns a table for the rows. Call it outside a transaction: a table that is created within one keeps a rollback in the binary
     * log, where Debezium takes the rows before it for committed.
     *
     * @param widths the greatest width of the values of each column
     * @return null if the server cannot hold the rows in memory
     * @throws SQLException if the connection is lost
     */
    @Nullable
    StagingTable find(@Nullable String database, StagingTable.Shape shape, int[] widths, int rows) throws SQLException {
        Place place = new Place(database, shape);
        StagingTable known = tables.get(place);
        if (known != null && known.isAsWideAs(widths) && known.canHold(rows, mostBytes)) {
            return known;
        }
        TableName name = known == null ? newName(database) : known.name();
        StagingTable fitting = new StagingTable(name, shape, rounded(widths));
        StagingTable wider = known == null ? fitting : known.widened(rounded(widths));
        StagingTable table = wider.canHold(rows, mostBytes) ? wider : fitting;
        return table.canHold(rows, mostBytes) ? create(place, table) : null;
    }

    private @Nullable StagingTable create(Place place, StagingTable table) throws SQLException {
        tables.remove(place);
        try {
            table.create(session);
            tables.put(place, table);
            if (tables.size() > MOST_TABLES) {
                drop(tables.remove(tables.keySet().iterator().next()));
            }
            session.execute(COMMIT);
            return table;
        } catch (SQLException e) {
            if (Fault.affectsServer(e)) {
                throw e;
            }
            refusedDatabases.put(place.database(), "the login cannot create a temporary table: " + e.getMessage());
            return null;
        }
    }

    private void drop(StagingTable table) throws SQLException {
        session.execute("DROP TEMPORARY TABLE " + table.name().quoted());
    }

    private static TableName newName(@Nullable String database) {
        return new TableName(database, PREFIX + UUID.randomUUID().toString().replace("-", ""));
    }

    /** Rounds up to powers of two, so that a table is seldom created again. */
    private static int[] rounded(int[] widths) {
        return Arrays.stream(widths)
                .map(width -> width <= NARROWEST ? NARROWEST : Integer.highestOneBit(width - 1) << 1)
                .toArray();
    }
}
