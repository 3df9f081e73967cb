package io.ordersync.connect.sink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.ordersync.connect.sink.testing.SinkConfigs;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinkValidationTests {

    @Test
    void acceptsAConfigurationWithOptionsOfTheWorker() {
        assertThat(errors(SinkConfigs.with(
                        "version.field", "v",
                        "tasks.max", "2",
                        "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                        "value.converter.schemas.enable", "true",
                        "transforms", "t",
                        "transforms.t.type", "x",
                        "predicates.p.type", "x",
                        "errors.tolerance", "all",
                        "errors.deadletterqueue.topic.name", "dlq",
                        "consumer.override.max.poll.records", "2000",
                        "config.action.reload", "none")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dialect.name, PostgreSqlDatabaseDialect",
        "batch.sise, 10",
        "consumer.max.poll.records, 10",
        "errors.deadletterqueue.topic, dlq",
        "insert.mode, merge",
        "pk.mode, kafka",
        "pk.mode, record_header",
        "batch.size, 0",
        "batch.size, many",
        "retry.backoff.ms, -1",
        "connection.url, jdbc:postgresql://db/shop",
        "connection.url, jdbc:mariadb://db",
        "table.name.format, shop.",
        "version.field, id",
        "pk.mode, none"
    })
    void errorNamesTheOption(String option, String value) {
        assertThat(errors(SinkConfigs.with(option, value)))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error).containsAnyOf(option, "pk."));
    }

    @Test
    void acceptsTheInsertModesAndKeyModesOfOtherSinks() {
        assertThat(errors(SinkConfigs.with("insert.mode", "update"))).isEmpty();
        assertThat(errors(SinkConfigs.with("insert.mode", "MULTI"))).isEmpty();
        assertThat(errors(SinkConfigs.with("pk.mode", "kafka", "pk.fields", null)))
                .isEmpty();
        assertThat(errors(SinkConfigs.with("pk.mode", "kafka", "pk.fields", "t,p,o")))
                .isEmpty();
    }

    @Test
    void rejectsInsertModeUpdateWithoutAKey() {
        assertThat(errors(SinkConfigs.with("insert.mode", "update", "pk.mode", "none", "pk.fields", null)))
                .singleElement(STRING)
                .contains("pk.mode", "insert.mode=update");
    }

    @Test
    void requiresTheUrl() {
        assertThat(errors(SinkConfigs.with("connection.url", null)))
                .singleElement(STRING)
                .contains("connection.url");
    }

    @Test
    void rejectsAVersionFieldWithInsertModeInsert() {
        assertThat(errors(SinkConfigs.with("version.field", "v", "insert.mode", "insert")))
                .singleElement(STRING)
                .contains("version.field");
    }

    @Test
    void errorsDoNotQuoteCredentials() {
        String url = "jdbc:mariadb://fred:hush@db/shop?password=hush";
        List<ConfigValue> values = SinkValidation.of(
                        SinkConfigs.with("connection.url", url, "connection.pasword", "hush"))
                .values();
        assertThat(values)
                .flatMap(ConfigValue::errorMessages)
                .hasSize(2)
                .allSatisfy(error -> assertThat(error).doesNotContain("hush"));
        assertThat(values)
                .filteredOn(value -> value.name().equals("connection.pasword"))
                .allSatisfy(value -> assertThat(value.value()).isNull());
    }

    private static List<String> errors(Map<String, String> options) {
        return SinkValidation.of(options).values().stream()
                .flatMap(value -> value.errorMessages().stream())
                .toList();
    }
}
