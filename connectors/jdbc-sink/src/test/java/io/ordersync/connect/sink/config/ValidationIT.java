package io.ordersync.connect.sink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordersync.connect.client.RequestRefused;
import io.ordersync.connect.sink.JdbcSinkConnector;
import io.ordersync.connect.sink.testing.ItemsPipeline;
import io.ordersync.setup.certificate.Certificates;
import io.ordersync.stack.testing.connect.TestStack;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The errors that a worker reports for invalid configurations. */
class ValidationIT {

    private final TestStack stack = TestStack.running();
    private final ItemsPipeline items = new ItemsPipeline();

    @AfterEach
    void close() {
        items.close();
    }

    @Test
    void acceptsAConfigurationThatWorks() throws Exception {
        assertThat(errors()).isEmpty();
    }

    @Test
    void errorNamesAnInvalidOption() throws Exception {
        assertThat(errors("auto.crate", "true")).containsOnlyKeys("auto.crate");
        assertThat(errors("insert.mode", "merge")).containsOnlyKeys("insert.mode");
    }

    @Test
    void warnsAboutADatabaseThatCannotBeReached() throws Exception {
        assertUnchecked("Connection refused", "connection.url", "jdbc:mariadb://127.0.0.1:1/mydb");
        assertUnchecked("no-such-host.invalid", "connection.url", "jdbc:mariadb://no-such-host.invalid/mydb");
        String sequential = "jdbc:mariadb:sequential://127.0.0.1:1/mydb";
        assertUnchecked("Connection refused", "connection.url", sequential);
        assertUnchecked("not answered within 10 s", "connection.url", sequential + "?retriesAllDown=120");
        assertThat(stack.workerLog())
                .containsPattern(
                        "WARN .*" + items.name + ": The database at jdbc:mariadb://127.0.0.1:1/mydb could not");
    }

    @Test
    void warnsAboutADatabaseThatAllowsNoMoreConnections() throws Exception {
        stack.sql(
                "CREATE USER busy@'%' IDENTIFIED BY 'hush-hush' WITH MAX_USER_CONNECTIONS 1",
                "GRANT ALL ON mydb.* TO busy@'%'");
        String url = stack.mariaDb().jdbcUrl();
        try (var only = DriverManager.getConnection(url, "busy", "hush-hush")) {
            assertUnchecked("max_user_connections", "connection.user", "busy", "connection.password", "hush-hush");
            assertThat(only.isValid(5)).isTrue();
        } finally {
            stack.sql("DROP USER busy@'%'");
        }
    }

    @Test
    void warnsAboutATableThatIsLocked() throws Exception {
        try (var other = stack.mariaDb().connectAsRoot();
                var statement = other.createStatement()) {
            statement.execute("LOCK TABLES " + items.name + " WRITE");
            assertUnchecked("not answered within 10 s", "auto.evolve", "true");
        }
    }

    @Test
    void rejectsAnUnknownDatabase() throws Exception {
        assertThat(errors("connection.url", stack.mariaDb().jdbcUrl("mydb_other")))
                .hasSize(1)
                .allSatisfy((option, error) -> assertThat(error).contains("mydb_other"));
    }

    @Test
    void rejectsAConnectionThatTheServerWantsEncrypted() throws Exception {
        assertThat(errors("connection.url", stack.mariaDb().jdbcUrl().replaceFirst("\\?.*", "")))
                .containsOnlyKeys("connection.url")
                .allSatisfy((option, error) -> assertThat(error).contains("insecure transport"));
    }

    @Test
    void rejectsACertificateThatIsNotTrusted(@TempDir Path folder) throws Exception {
        Certificates others = new Certificates(folder);
        others.provide();
        String url = stack.mariaDb().jdbcUrl().replaceFirst("\\?.*", "?sslMode=verify-full&serverSslCert=");
        assertThat(errors("connection.url", url + others.trusted().authority()))
                .containsOnlyKeys("connection.url")
                .allSatisfy((option, error) -> assertThat(error).contains("certification path"));
        assertThat(errors("connection.url", url + folder.resolve("missing.pem")))
                .containsOnlyKeys("connection.url")
                .allSatisfy((option, error) -> assertThat(error).contains("missing.pem"));
    }

    @Test
    void rejectsALockedLogin() throws Exception {
        stack.sql("CREATE USER locked@'%' IDENTIFIED BY 'hush-hush' ACCOUNT LOCK", "GRANT ALL ON mydb.* TO locked@'%'");
        try {
            assertThat(errors("connection.user", "locked", "connection.password", "hush-hush"))
                    .containsOnlyKeys("connection.user")
                    .allSatisfy((option, error) -> assertThat(error).contains("locked"));
        } finally {
            stack.sql("DROP USER locked@'%'");
        }
    }

    @Test
    void namesATimeZoneThatTheServerDoesNotKnow() throws Exception {
        assertThat(errors("db.timezone", "Europe/Berlin"))
                .hasSize(1)
                .allSatisfy((option, error) -> assertThat(error).contains("Europe/Berlin", "mariadb-tzinfo-to-sql"));
        assertThat(errors("db.timezone", "Asia/Seoul")).isEmpty();
    }

    @Test
    void answerSaysWhatHasNoEffectAndHidesSecretsOfTheUrl() throws Exception {
        Map<String, String> config = items.config(
                "dialect.name",
                "MySqlDatabaseDialect",
                "connection.url",
                stack.mariaDb().jdbcUrl() + "&keyStorePassword=hush-hush&useUnicode=true");
        config.put("name", items.name);
        String answer = stack.connect()
                .validate(JdbcSinkConnector.class.getName(), config)
                .toString();
        assertThat(answer)
                .contains("dialect.name has no effect. The sink writes to MariaDB.")
                .contains("Settings in connection.url have no effect: useUnicode.")
                .doesNotContain("hush-hush");
    }

    @Test
    void answersAboutOtherSchemesHideSecretsOfTheUrl() throws Exception {
        for (String scheme : List.of("aurora:", "failover:", "loadbalance:", "sequential:", "replication:", "")) {
            String url = "jdbc:mariadb:" + scheme + "//127.0.0.1:1/mydb?keyStorePassword=hush-hush";
            Map<String, String> config = items.config("connection.url", url);
            config.put("name", items.name);
            assertThat(stack.connect()
                            .validate(JdbcSinkConnector.class.getName(), config)
                            .toString())
                    .doesNotContain("hush-hush");
        }
    }

    @Test
    void rejectsASettingThatTheDriverCannotUse() throws Exception {
        assertThat(errors("connection.url", stack.mariaDb().jdbcUrl() + "&credentialType=UNKNOWN"))
                .containsOnlyKeys("connection.url");
    }

    @Test
    void warnsAboutATableWithoutTransactions() throws Exception {
        for (String engine : List.of("MyISAM", "Aria", "MEMORY")) {
            stack.sql("ALTER TABLE " + items.name + " ENGINE=" + engine);
            assertThat(errors()).isEmpty();
            assertThat(warnings("table.name.format"))
                    .singleElement()
                    .satisfies(warning ->
                            assertThat(warning).contains(items.name, engine, "transactions", "ENGINE=InnoDB"));
        }
        stack.sql("ALTER TABLE " + items.name + " ENGINE=InnoDB");
        assertThat(warnings("table.name.format")).isEmpty();
    }

    @Test
    void warnsAboutNewTablesWithoutTransactions() throws Exception {
        stack.sql("SET GLOBAL default_storage_engine = MyISAM");
        try {
            assertThat(warnings("table.name.format", "table.name.format", "new_${topic}", "auto.create", "true"))
                    .singleElement()
                    .satisfies(
                            warning -> assertThat(warning).contains("new_" + items.name, "MyISAM", "default_storage"));
        } finally {
            stack.sql("SET GLOBAL default_storage_engine = InnoDB");
        }
    }

    @Test
    void warnsAboutASecondUniqueIndexUnderUpsert() throws Exception {
        stack.sql("ALTER TABLE " + items.name + " ADD UNIQUE INDEX one_qty (qty)");
        assertThat(errors()).isEmpty();
        assertThat(warnings("insert.mode"))
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .contains(items.name, "one_qty (qty)", "another key", "DROP INDEX `one_qty`"));
        assertThat(warnings("insert.mode", "insert.mode", "insert", "version.field", null))
                .isEmpty();
    }

    /** Expects a warning instead of an error. */
    private void assertUnchecked(String cause, String... options) throws Exception {
        assertThat(errors(options)).isEmpty();
        assertThat(warnings("connection.url", options))
                .singleElement()
                .satisfies(warning -> assertThat(warning).contains("could not be asked", cause));
    }

    @Test
    void rejectsAnUnknownLogin() throws Exception {
        assertThat(errors("connection.password", "hush-hush"))
                .containsOnlyKeys("connection.user")
                .allSatisfy((option, error) ->
                        assertThat(error).contains("Access denied").doesNotContain("hush"));
    }

    @Test
    void rejectsALoginWithoutRightsToTheTable() throws Exception {
        stack.sql("CREATE USER reader@'%' IDENTIFIED BY 'hush-hush'", "GRANT SELECT, INSERT ON mydb.* TO reader@'%'");
        try {
            assertThat(errors("connection.user", "reader", "connection.password", "hush-hush"))
                    .containsOnlyKeys("connection.user")
                    .allSatisfy((option, error) -> assertThat(error).contains("UPDATE"));
            assertThat(errors(
                            "connection.user",
                            "reader",
                            "connection.password",
                            "hush-hush",
                            "insert.mode",
                            "insert",
                            "version.field",
                            null))
                    .isEmpty();
        } finally {
            stack.sql("DROP USER reader@'%'");
        }
    }

    @Test
    void rejectsALoginThatMayNotCreateOrAlterTables() throws Exception {
        stack.sql(
                "CREATE USER writer@'%' IDENTIFIED BY 'hush-hush'",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON mydb.* TO writer@'%'");
        Map<String, String> before = columns();
        try {
            assertThat(errorsOfWriter("auto.evolve", "true"))
                    .containsOnlyKeys("connection.user")
                    .allSatisfy((option, error) -> assertThat(error).contains("ALTER command denied"));
            assertThat(errorsOfWriter("auto.create", "true"))
                    .as("the table exists")
                    .isEmpty();
            assertThat(errorsOfWriter("auto.create", "true", "table.name.format", "new_${topic}"))
                    .containsOnlyKeys("connection.user")
                    .allSatisfy((option, error) -> assertThat(error).contains("CREATE command denied"));
            stack.sql("GRANT CREATE, ALTER ON mydb.* TO writer@'%'");
            assertThat(errorsOfWriter("auto.create", "true", "auto.evolve", "true"))
                    .isEmpty();
            assertThat(errorsOfWriter(
                            "auto.create", "true", "auto.evolve", "true", "table.name.format", "new_${topic}"))
                    .isEmpty();
            assertThat(columns()).as("tables before and after").isEqualTo(before);
        } finally {
            stack.sql("DROP USER writer@'%'");
        }
    }

    @Test
    void rejectsALoginThatMayCreateATableButNotWriteToIt() throws Exception {
        stack.sql("CREATE USER maker@'%' IDENTIFIED BY 'hush-hush'", "GRANT SELECT, CREATE ON mydb.* TO maker@'%'");
        try {
            assertThat(errors(
                            "connection.user",
                            "maker",
                            "connection.password",
                            "hush-hush",
                            "auto.create",
                            "true",
                            "table.name.format",
                            "new_${topic}"))
                    .containsOnlyKeys("connection.user")
                    .allSatisfy((option, error) -> assertThat(error).contains("INSERT command denied"));
        } finally {
            stack.sql("DROP USER maker@'%'");
        }
    }

    @Test
    void errorOfAPutNamesTheOption() {
        assertThatThrownBy(() -> stack.connect().put(items.name, items.config("auto.crate", "true")))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContainingAll("status 400", "auto.crate is not an option");
    }

    private Map<String, String> errorsOfWriter(String... options) throws Exception {
        return errors(Stream.concat(
                        Stream.of("connection.user", "writer", "connection.password", "hush-hush"), Stream.of(options))
                .toArray(String[]::new));
    }

    /** The columns of each table of this test, including tables that must not be created. */
    private Map<String, String> columns() {
        return stack
                .rows("SELECT table_name AS t, GROUP_CONCAT(column_name ORDER BY ordinal_position) AS c"
                        + " FROM information_schema.columns WHERE table_name LIKE '%" + items.name
                        + "' GROUP BY table_name")
                .stream()
                .collect(Collectors.toMap(row -> row.get("t"), row -> row.get("c")));
    }

    private Map<String, String> errors(String... options) throws Exception {
        Map<String, String> errors = new TreeMap<>();
        for (JsonNode option : answer(options)) {
            for (JsonNode error : option.at("/value/errors")) {
                errors.put(option.at("/value/name").asText(), error.asText());
            }
        }
        return errors;
    }

    /** The sentences that the answer holds for an option beside its errors. */
    private List<String> warnings(String name, String... options) throws Exception {
        List<String> warnings = new ArrayList<>();
        for (JsonNode option : answer(options)) {
            if (option.at("/value/name").asText().equals(name)) {
                option.at("/value/recommended_values").forEach(warning -> warnings.add(warning.asText()));
            }
        }
        return warnings;
    }

    private JsonNode answer(String... options) throws Exception {
        Map<String, String> config = items.config(options);
        config.put("name", items.name);
        return stack.connect()
                .validate(JdbcSinkConnector.class.getName(), config)
                .path("configs");
    }
}
