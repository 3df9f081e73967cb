package io.ordersync.connect.sink.position;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.table.TableReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table with the positions of a connector. A position is moved in the transaction that writes the rows, and only from
 * the value that the writer expects: a writer that was overtaken changes nothing.
 */
public final class PositionTable {

    private static final Logger log = LoggerFactory.getLogger(PositionTable.class);
    private static final int DUPLICATE = 1062;

    private final TableName name;
    private final String connector;
    private final PositionSql sql;
    private final PositionTableHelp help;
    private volatile boolean isChecked;

    /** @param config must have {@code offsets.table} */
    public PositionTable(SinkConfig config) {
        this.name = Objects.requireNonNull(config.offsets().table());
        this.connector = config.offsets().connector();
        this.sql = new PositionSql(name);
        this.help = new PositionTableHelp(sql, String.valueOf(config.database().user()));
    }

    public TableName name() {
        return name;
    }

    /** Returns the statement that creates the table. */
    public String definition() {
        return sql.create();
    }

    /** Returns the statement that gives the login of the connector the rights that it needs. */
    public String grant() {
        return help.grant();
    }

    public boolean exists(Session session) throws SQLException {
        return TableReader.read(session, name) != null;
    }

    /** Returns why the table cannot hold positions, each a clause about it; empty if it can, or does not exist. */
    public List<String> problems(Session session) throws SQLException {
        Table table = TableReader.read(session, name);
        return table == null ? List.of() : PositionTableShape.problems(session, table);
    }

    /** Returns statements that need the rights but change nothing. */
    public List<String> rightsProbes() {
        return sql.probes();
    }

    /**
     * Returns the stored positions of the connector.
     *
     * @throws SQLException if the table cannot be read; the message says what to do
     * @throws ConnectException if the table has the wrong columns
     */
    public Map<TopicPartition, Position> read(Session session) throws SQLException {
        try {
            prepare(session);
            PreparedStatement select = session.statement(sql.select());
            select.setString(1, connector);
            Map<TopicPartition, Position> positions = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    positions.put(
                            new TopicPartition(rows.getString(1), rows.getInt(2)),
                            new Position(rows.getLong(3), rows.getString(4)));
                }
            }
            return positions;
        } catch (SQLException e) {
            throw help.explain(e);
        }
    }

    /** Creates the table if it is missing, but only before this task has seen it: somebody may be restoring it. */
    private void prepare(Session session) throws SQLException {
        if (isChecked) {
            return;
        }
        if (!exists(session)) {
            session.execute(sql.create());
            log.warn(
                    "Table {} was missing and has been created: the sink begins at the offsets of its consumer group",
                    name);
        }
        requireShape(session);
        isChecked = true;
    }

    private void requireShape(Session session) throws SQLException {
        List<String> problems = problems(session);
        if (!problems.isEmpty()) {
            throw new ConnectException("Table " + name + " cannot keep the position: it "
                    + String.join(", it ", problems) + ". Its definition is: " + sql.create());
        }
    }

    /**
     * Moves positions within the current transaction, and locks their rows until it ends.
     *
     * @throws PositionMovedException if a stored position is not the expected one: roll back
     */
    public void claim(Session session, List<Claim> claims) throws SQLException, PositionMovedException {
        try {
            List<Claim> known =
                    claims.stream().filter(claim -> claim.expected() != null).toList();
            Set<TopicPartition> moved = new HashSet<>();
            if (!known.isEmpty()) {
                moved.addAll(compareAndSet(session, known));
            }
            for (Claim claim : claims) {
                if (claim.expected() == null && !insert(session, claim)) {
                    moved.add(claim.partition());
                }
            }
            if (!moved.isEmpty()) {
                throw new PositionMovedException(moved);
            }
        } catch (SQLException e) {
            throw help.explain(e);
        }
    }

    private List<TopicPartition> compareAndSet(Session session, List<Claim> claims) throws SQLException {
        PreparedStatement update = session.statement(sql.compareAndSet());
        try {
            for (Claim claim : claims) {
                bind(update, claim);
                update.addBatch();
            }
            int[] changed = update.executeBatch();
            List<TopicPartition> moved = new ArrayList<>();
            for (int i = 0; i < claims.size(); i++) {
                if (changed[i] != 1) {
                    moved.add(claims.get(i).partition());
                }
            }
            return moved;
        } finally {
            update.clearBatch();
        }
    }

    private void bind(PreparedStatement update, Claim claim) throws SQLException {
        Position expected = Objects.requireNonNull(claim.expected());
        update.setLong(1, claim.next().offset());
        update.setString(2, claim.next().topicId());
        update.setString(3, connector);
        update.setString(4, claim.partition().topic());
        update.setInt(5, claim.partition().partition());
        update.setLong(6, expected.offset());
        update.setString(7, expected.topicId());
    }

    /** Returns whether the row was absent, and now exists. */
    private boolean insert(Session session, Claim claim) throws SQLException {
        PreparedStatement insert = session.statement(sql.insert());
        insert.setString(1, connector);
        insert.setString(2, claim.partition().topic());
        insert.setInt(3, claim.partition().partition());
        insert.setLong(4, claim.next().offset());
        insert.setString(5, claim.next().topicId());
        try {
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() != DUPLICATE) {
                throw e;
            }
            return false;
        }
    }

    /** Returns a statement that writes rows with these positions, for the log. */
    public String insertion(Map<TopicPartition, Position> positions) {
        return sql.insertion(connector, positions);
    }

    /**
     * Sets or deletes positions, as an operator asks, in one transaction. The offsets of the consumer group, which Connect
     * changes too, count for a topic without positions.
     *
     * @param offsets the next offset of each partition; null to delete its position; empty to delete all positions
     */
    public void alter(Session session, Map<TopicPartition, Long> offsets) throws SQLException {
        Map<TopicPartition, Position> stored = read(session);
        Set<TopicPartition> reset = offsets.isEmpty() ? stored.keySet() : offsets.keySet();
        try {
            for (TopicPartition partition : reset) {
                if (isStored(stored, partition.topic())) {
                    alter(session, partition, offsets.get(partition));
                }
            }
            session.commit();
        } catch (SQLException e) {
            throw help.explain(e);
        }
    }

    private static boolean isStored(Map<TopicPartition, Position> stored, String topic) {
        return stored.keySet().stream().anyMatch(partition -> partition.topic().equals(topic));
    }

    private void alter(Session session, TopicPartition partition, @Nullable Long offset) throws SQLException {
        PreparedStatement statement = session.statement(offset == null ? sql.delete() : sql.put());
        statement.setString(1, connector);
        statement.setString(2, partition.topic());
        statement.setInt(3, partition.partition());
        if (offset != null) {
            statement.setLong(4, offset);
        }
        statement.executeUpdate();
    }
}
