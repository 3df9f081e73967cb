package io.ordersync.connect.sink.position;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordersync.connect.sink.JdbcSinkConnector;
import io.ordersync.stack.testing.connect.TestStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the registration says about the table of positions. */
class PositionValidationIT {

    private static final TestStack STACK = TestStack.running();
    private static final String COLUMNS = "connector VARCHAR(128), topic VARCHAR(249), topic_partition INT,"
            + " topic_id CHAR(22) NULL, next_offset BIGINT NOT NULL";
    private static final String KEY = ", PRIMARY KEY (connector, topic, topic_partition)";

    private final InsertsPipeline inserts = new InsertsPipeline().createLogin();
    private final String login = inserts.table;

    @AfterEach
    void close() {
        inserts.close();
    }

    @Test
    void acceptsAMissingTableThatTheSinkMayCreate() throws Exception {
        assertThat(errors(inserts.config())).isEmpty();
        assertThat(warnings(inserts.config())).isEmpty();
        assertThat(STACK.rows("SHOW TABLES LIKE '" + inserts.positions + "'")).isEmpty();
    }

    @Test
    void warnsAboutAMissingTableThatTheSinkMayNotCreate() throws Exception {
        Map<String, String> config = inserts.config("connection.user", login, "connection.password", "small");
        assertThat(errors(config)).isEmpty();
        assertThat(warnings(config))
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .contains("CREATE TABLE `" + inserts.positions, "GRANT SELECT, INSERT, UPDATE, DELETE"));
    }

    @Test
    void rejectsATableThatTheLoginMayOnlyRead() throws Exception {
        createTable(COLUMNS + KEY, "InnoDB");
        STACK.sql("GRANT SELECT ON mydb.%s TO %s".formatted(inserts.positions, login));
        assertThat(errors(inserts.config("connection.user", login, "connection.password", "small")))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .startsWith("offsets.table names a table that the login may not read and write")
                        .contains("GRANT SELECT, INSERT, UPDATE, DELETE ON `" + inserts.positions));
    }

    @Test
    void rejectsATableOfAnotherShape() throws Exception {
        assertShape("it has no column topic_id", COLUMNS.replace("topic_id", "id") + KEY, "InnoDB");
        assertShape("it has the column next_offset of type int", COLUMNS.replace("BIGINT", "INT") + KEY, "InnoDB");
        assertShape("it has no primary key of connector, topic and topic_partition", COLUMNS, "InnoDB");
        assertShape("it has a storage engine without transactions", COLUMNS + KEY, "Aria");
    }

    private void assertShape(String problem, String columns, String engine) throws Exception {
        createTable(columns, engine);
        assertThat(errors(inserts.config()))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .startsWith("offsets.table names a table that cannot keep the position: ")
                        .contains(problem, "Its definition is: CREATE TABLE"));
        STACK.sql("DROP TABLE " + inserts.positions);
    }

    @Test
    void rejectsANameWithAPlaceholder() throws Exception {
        assertThat(errors(inserts.config("offsets.table", "${topic}_offset")))
                .singleElement()
                .isEqualTo("offsets.table must name one table for all topics");
    }

    @Test
    void rejectsSettingsOfAClientWithoutBrokers() throws Exception {
        assertThat(errors(inserts.config("offsets.admin.bootstrap.servers", null, "offsets.admin.client.id", "any")))
                .singleElement()
                .asString()
                .startsWith("offsets.admin.bootstrap.servers is required");
    }

    private void createTable(String columns, String engine) {
        STACK.sql("CREATE TABLE %s (%s) ENGINE=%s".formatted(inserts.positions, columns, engine));
    }

    private List<String> errors(Map<String, String> config) throws Exception {
        return texts(config, option -> option.at("/value/errors"));
    }

    private List<String> warnings(Map<String, String> config) throws Exception {
        return texts(
                config,
                option -> option.at("/value/name").asText().equals("offsets.table")
                        ? option.at("/value/recommended_values")
                        : option.at("/none"));
    }

    private List<String> texts(Map<String, String> config, Function<JsonNode, JsonNode> part) throws Exception {
        config.put("name", inserts.table);
        List<String> texts = new ArrayList<>();
        for (JsonNode option : STACK.connect()
                .validate(JdbcSinkConnector.class.getName(), config)
                .path("configs")) {
            part.apply(option).forEach(text -> texts.add(text.asText()));
        }
        return texts;
    }
}
