package io.ordersync.connect.source.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ordersync.connect.database.validation.Validation;
import io.ordersync.connect.source.testing.SourceConfigs;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceValidationTests {

    @Test
    void acceptsAnOrdinaryConfiguration() {
        assertThat(errors()).isEmpty();
        assertThat(SourceValidation.of(SourceConfigs.with()).warnings()).isEmpty();
    }

    static Stream<Arguments> invalid() {
        return Stream.of(
                arguments(
                        "mode",
                        "streaming",
                        "mode must be one of bulk, incrementing, timestamp, timestamp+incrementing"),
                arguments("mode", "timestamp", "timestamp.column.name must name a column with mode=timestamp"),
                arguments("mode", null, "mode"),
                arguments("topic.prefix", null, "topic.prefix"),
                arguments("db.timezone", "Mars", "db.timezone must be a time zone"),
                arguments("table.whitelist", "a(", "table.whitelist must be names of tables or regular expressions"),
                arguments("table.types", "SYNONYM", "table.types must name TABLE or VIEW"),
                arguments("query", "SELECT 1", "query must not be set together with a list of tables"),
                arguments("timestamp.initial", "-2", "timestamp.initial"),
                arguments("numeric.mapping", "best", "numeric.mapping must be one of"),
                arguments("connection.url", "jdbc:postgresql://h/d", "connection.url must look like jdbc:mariadb:"),
                arguments("connection.url", "jdbc:mariadb://h:1/", "connection.url must name a database"),
                arguments(
                        "poll.interval",
                        "5",
                        "poll.interval is not an option of this connector; did you mean poll.interval.ms?"),
                arguments("batch.max.row", "5", "did you mean batch.max.rows?"),
                arguments("incrementing.colum.name", "id", "did you mean incrementing.column.name?"),
                arguments("database.hostname", "h", "MariaDbSourceConnector"),
                arguments("dialect.name", "PostgreSqlDatabaseDialect", "no dialect for another database"),
                arguments("transaction.isolation.mode", "READ_UNCOMMITTED", "committed rows only"),
                arguments("catalog.pattern", "other", "name tables of other databases"),
                arguments("timestamp.columns.mapping", "a:[x],b:[y]", "one connector for each"),
                arguments("output.key.format", "JSON", "key.converter"));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatCannotWork(String option, String value, String error) {
        assertThat(errors(option, value))
                .anySatisfy(message -> assertThat(message).contains(error));
    }

    @ParameterizedTest
    @CsvSource({
        "dialect.name, MySqlDatabaseDialect",
        "connection.attempts, 3",
        "schema.pattern, public",
        "catalog.pattern, shop",
        "useSSL, false",
        "transaction.isolation.mode, DEFAULT",
        "auto.create, true",
        "confluent.license, x",
        "_comment, x"
    })
    void acceptsWhatHasNoEffectAndSaysSo(String option, String value) {
        Map<String, String> options = SourceConfigs.with(option, value);
        assertThat(errors(option, value)).isEmpty();
        assertThat(SourceValidation.of(options).warnings())
                .allSatisfy(warning -> assertThat(warning).contains("no effect"));
    }

    /** This name is in widely read notes, and other sources ignore it. */
    @Test
    void readsAMisspeltNameAndAsksForTheRightOne() {
        Map<String, String> options = SourceConfigs.with("incremental.column.name", "number");
        assertThat(errors("incremental.column.name", "number")).isEmpty();
        assertThat(SourceValidation.of(options).warnings())
                .singleElement()
                .asString()
                .contains("did you mean incrementing.column.name?");
        assertThat(SourceConfig.of(options).ids().column()).isEqualTo("number");
    }

    @Test
    void columnsThatAreTheSameForAllPatternsAreColumnsOfTheConnector() {
        SourceConfig config = SourceConfig.of(SourceConfigs.with(
                "timestamp.columns.mapping", ".*a.*:[x|y], .*b:[x|y]", "incrementing.column.mapping", ".*:id"));
        assertThat(config.timestamps().columns()).containsExactly("x", "y");
        assertThat(config.ids().column()).isEqualTo("id");
    }

    @Test
    void aQueryNeedsATopic() {
        assertThat(errors(
                        "query",
                        "SELECT 1",
                        "table.whitelist",
                        null,
                        "incrementing.column.name",
                        "id",
                        "topic.prefix",
                        ""))
                .containsExactly("topic.prefix must name the topic of the query");
    }

    @Test
    void exactlyOnceNeedsATransactionForEachTableOfModeBulk() {
        assertThat(errors("mode", "bulk", "exactly.once.support", "required"))
                .singleElement()
                .asString()
                .startsWith("transaction.boundary must be connector with mode=bulk");
        assertThat(errors("mode", "bulk", "exactly.once.support", "required", "transaction.boundary", "connector"))
                .isEmpty();
        assertThat(errors("exactly.once.support", "required")).isEmpty();
    }

    @Test
    void legacyMappingOfNumbersIsKnown() {
        assertThat(SourceConfig.of(SourceConfigs.with("numeric.precision.mapping", "true"))
                        .types()
                        .numbers())
                .isEqualTo(NumericMapping.PRECISION_ONLY);
    }

    @Test
    void neverShowsASecretOfTheUrl() {
        Validation validation =
                SourceValidation.of(SourceConfigs.with("connection.url", "jdbc:mariadb://h/d?user=fred&password=hush"));
        assertThat(validation.values())
                .filteredOn(value -> !value.name().equals("connection.password"))
                .noneMatch(value -> String.valueOf(value.value()).contains("hush"));
        assertThat(validation.warnings()).anyMatch(warning -> warning.contains("credentials"));
    }

    @Test
    void warnsThatConnectCreatesNoTopic() {
        assertThat(SourceValidation.of(SourceConfigs.with("topic.creation.default.partitions", null))
                        .warnings())
                .singleElement()
                .asString()
                .contains("Kafka Connect creates no topic");
    }

    @Test
    void optionsOfTheWorkerAreNotTheSources() {
        assertThat(errors("topic.creation.default.partitions", "3")).isEmpty();
        assertThat(errors("transforms", "key")).isEmpty();
        assertThat(errors("producer.override.linger.ms", "5")).isEmpty();
    }

    private static List<String> errors(String... changed) {
        return SourceValidation.of(SourceConfigs.with(changed)).values().stream()
                .map(ConfigValue::errorMessages)
                .flatMap(List::stream)
                .toList();
    }
}
