package io.ordersync.system.replica;

import static io.ordersync.system.replica.ReplicaSystem.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.lifecycle.Part;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table {@code users}, its topic and the replica that the sink makes of it. */
@ExtendWith(ReplicaSystemExtension.class)
class UsersReplicaIT {

    private static final String TABLE = "mydb.users";
    private static final String REPLICA = "mydb.SYNC_USER_TABLE";

    private final ReplicaSystem replicas;
    private final String user = UUID.randomUUID().toString();

    UsersReplicaIT(ReplicaSystem replicas) {
        this.replicas = replicas;
    }

    @Test
    void followsInsertUpdateAndDelete() {
        insert("first");
        int id = replicas.number("SELECT id FROM mydb.users WHERE user_id = '" + user + "'");
        soon(() -> assertThat(rowsOf(REPLICA)).isEqualTo(rowsOf(TABLE)).contains("first"));

        replicas.sql("UPDATE mydb.users SET name = NULL WHERE id = " + id);
        soon(() -> assertThat(rowsOf(REPLICA)).isEqualTo(rowsOf(TABLE)).contains("null"));

        replicas.sql("UPDATE mydb.users SET id = 1000000 + id WHERE id = " + id);
        soon(() -> assertThat(rowsOf(REPLICA)).isEqualTo(rowsOf(TABLE)).startsWith("[100"));

        replicas.sql("DELETE FROM mydb.users WHERE user_id = '" + user + "'");
        soon(() -> assertThat(rowsOf(REPLICA)).isEqualTo("[]"));
    }

    /** The set-up of the database repeats the first definition of the table at each start; that changes nothing. */
    @Test
    void followsAnAddedColumn() {
        insert("old");
        soon(() -> assertThat(rowsOf(REPLICA)).isEqualTo(rowsOf(TABLE)));

        String column = "c_" + user.substring(0, 8);
        String number = "n_" + user.substring(0, 8);
        replicas.sql(
                "ALTER TABLE mydb.users ADD COLUMN %s varchar(100), ADD COLUMN %s int NOT NULL DEFAULT 5"
                        .formatted(column, number),
                "CREATE TABLE IF NOT EXISTS mydb.users (id int PRIMARY KEY)",
                "INSERT INTO mydb.users (user_id, pwd, name, %s, %s) VALUES ('%s', 'a hash', 'new', 'x', 7)"
                        .formatted(column, number, user));

        String added = "SELECT name, %s, %s FROM %%s WHERE user_id = '%s' ORDER BY id".formatted(column, number, user);
        soon(() -> assertThat(replicas.rows(added.formatted(REPLICA)))
                .containsExactly("old | null | 5", "new | x | 7")
                .isEqualTo(replicas.rows(added.formatted(TABLE))));
    }

    @Test
    void continuesAfterAStatementThatDebeziumCannotParse() throws Exception {
        replicas.sql("CREATE OR REPLACE TABLE mydb.elsewhere (address inet6)");
        insert("after it");
        soon(() -> assertThat(rowsOf(REPLICA)).isEqualTo(rowsOf(TABLE)).contains("after it"));
        assertThat(replicas.states()).containsOnly("RUNNING");
    }

    @Test
    void followsALargeTransaction() {
        insertMany(1, 10_000);
        soon(() -> assertThat(countOf(REPLICA)).isEqualTo(10_000));
        replicas.sql("DELETE FROM mydb.users WHERE user_id = '" + user + "'");
        soon(() -> assertThat(countOf(REPLICA)).isZero());
    }

    /** The text is random, because the broker checks the size of a batch after compression. */
    @Test
    void followsALargeRow() {
        byte[] random = new byte[6_000_000];
        new Random(1).nextBytes(random);
        String text = Base64.getEncoder().encodeToString(random);
        replicas.sql(
                "ALTER TABLE mydb.users ADD COLUMN IF NOT EXISTS story longtext",
                "INSERT INTO mydb.users (user_id, pwd, story) VALUES ('%s', 'a hash', '%s')".formatted(user, text));

        String story = "SELECT length(story), md5(story) FROM %s WHERE user_id = '" + user + "'";
        soon(() -> assertThat(replicas.rows(story.formatted(REPLICA)))
                .hasSize(1)
                .isEqualTo(replicas.rows(story.formatted(TABLE))));
    }

    enum LargeValue {
        /** 45 MB in the record, which holds bytes as Base64. */
        BYTES("longblob", "from_base64('" + base64(33_500_000) + "')"),
        /** 67 MB in the sink's statement, which needs two characters for each. */
        QUOTES("longtext", "repeat('''', 33500000)"),
        /** 60 MB in the record, which needs twelve characters for each emoji. */
        EMOJIS("longtext", "repeat('🦊', 5000000)");

        private final String type;
        private final String value;

        LargeValue(String type, String value) {
            this.type = type;
            this.value = value;
        }

        private static String base64(int size) {
            byte[] random = new byte[size];
            new Random(1).nextBytes(random);
            return Base64.getEncoder().encodeToString(random);
        }
    }

    /** The binary log holds the row before and after the update. */
    @ParameterizedTest
    @EnumSource
    void followsARowOfTheLargestSize(LargeValue large) throws Exception {
        String column = "large_" + large.name().toLowerCase(Locale.ROOT);
        replicas.sql(
                "ALTER TABLE mydb.users ADD COLUMN IF NOT EXISTS %s %s".formatted(column, large.type),
                "INSERT INTO mydb.users (user_id, pwd, %s) VALUES ('%s', 'a hash', %s)"
                        .formatted(column, user, large.value));
        String row = "SELECT name, length(%1$s), md5(%1$s) FROM %2$s WHERE user_id = '%3$s'";
        soon(() -> assertThat(replicas.rows(row.formatted(column, REPLICA, user)))
                .hasSize(1)
                .isEqualTo(replicas.rows(row.formatted(column, TABLE, user))));

        replicas.sql("UPDATE mydb.users SET name = 'changed' WHERE user_id = '%s'".formatted(user));

        soon(() -> assertThat(replicas.rows(row.formatted(column, REPLICA, user)))
                .isEqualTo(replicas.rows(row.formatted(column, TABLE, user)))
                .first()
                .asString()
                .startsWith("changed"));
        assertThat(replicas.states()).containsOnly("RUNNING");
    }

    /** The server closes the connection in an orderly way, which the binary log client takes for the end of the log. */
    @Test
    void continuesAfterTheServerHasClosedItsConnection() {
        insert("before");
        soon(() -> assertThat(rowsOf(REPLICA)).isEqualTo(rowsOf(TABLE)));
        replicas.sql("KILL USER cdc");
        insert("meanwhile");
        soon(() -> assertThat(rowsOf(REPLICA)).isEqualTo(rowsOf(TABLE)).contains("meanwhile"));
    }

    /** Each source connector. */
    @Test
    void isRestartedUntilItMayReadTheLogAgain() {
        insert("before");
        soon(() -> assertThat(rowsOf(REPLICA)).isEqualTo(rowsOf(TABLE)));
        replicas.sql("REVOKE REPLICATION SLAVE ON *.* FROM cdc", "KILL USER cdc");
        insert("meanwhile");
        replicas.sql("INSERT INTO mydb.orders VALUES"
                + " (uuid(), '%s', 'P-1', 1, 1, 1, 'CONFIRMED', NULL, now(3), now(3), 1)".formatted(user));
        soon(() -> assertThat(replicas.states()).contains("FAILED"));

        replicas.sql("GRANT REPLICATION SLAVE ON *.* TO cdc");

        soon(() -> assertThat(rowsOf(REPLICA)).isEqualTo(rowsOf(TABLE)).contains("meanwhile"));
        soon(() -> assertThat(countOf("marketing.SYNC_ORDER_TABLE")).isEqualTo(1));
        soon(() -> assertThat(replicas.states()).containsOnly("RUNNING"));
    }

    enum Fault {
        DATABASE(replicas -> replicas.stack().mariaDb()),
        WORKER(replicas -> replicas.stack().worker()),
        BROKER(replicas -> replicas.stack().broker());

        private final Function<ReplicaSystem, Part> victim;

        Fault(Function<ReplicaSystem, Part> victim) {
            this.victim = victim;
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesNothingWhenItIsKilledInMidBacklog(Fault fault) throws Exception {
        Part victim = fault.victim.apply(replicas);
        replicas.connect().pause("users-source");
        insertMany(8, 1_000);
        replicas.sql(
                "UPDATE mydb.users SET name = 'changed' WHERE user_id = '%s' AND id %% 3 = 0".formatted(user),
                "DELETE FROM mydb.users WHERE user_id = '%s' AND id %% 7 = 0".formatted(user));
        replicas.connect().resume("users-source");
        soon(() -> assertThat(countOf(REPLICA)).isPositive());
        assertThat(digestOf(REPLICA)).as("the replica at the time of the fault").isNotEqualTo(digestOf(TABLE));

        victim.kill();
        replicas.stack().start(victim);
        insert("after it");

        soon(() -> assertThat(digestOf(REPLICA)).isEqualTo(digestOf(TABLE)));
        soon(() -> assertThat(replicas.states()).containsOnly("RUNNING"));
    }

    private void insert(String name) {
        replicas.sql("INSERT INTO mydb.users (user_id, pwd, name) VALUES ('%s', 'a hash', '%s')".formatted(user, name));
    }

    private void insertMany(int transactions, int rows) {
        String values = IntStream.range(0, rows)
                .mapToObj(n -> "('%s', 'a hash', 'user %d 🦊')".formatted(user, n))
                .collect(Collectors.joining(","));
        for (int n = 0; n < transactions; n++) {
            replicas.sql("INSERT INTO mydb.users (user_id, pwd, name) VALUES " + values);
        }
    }

    private int countOf(String table) {
        return replicas.number("SELECT count(*) FROM %s WHERE user_id = '%s'".formatted(table, user));
    }

    private String rowsOf(String table) {
        return replicas.rows("SELECT id, user_id, pwd, name, cast(created_at AS datetime) FROM %s WHERE user_id = '%s'"
                        .formatted(table, user))
                .toString();
    }

    private String digestOf(String table) {
        return replicas.rows(
                        "SELECT count(*), sum(crc32(concat_ws('|', id, pwd, name, cast(created_at AS datetime)))) FROM %s WHERE user_id = '%s'"
                                .formatted(table, user))
                .toString();
    }
}
