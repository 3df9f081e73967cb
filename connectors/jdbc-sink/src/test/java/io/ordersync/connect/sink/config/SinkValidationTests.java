package io.ordersync.connect.sink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.ordersync.connect.database.validation.Validation;
import io.ordersync.connect.sink.testing.SinkConfigs;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;
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

    @Test
    void answerShowsTheUrlWithoutSecrets() {
        String url = "jdbc:mariadb:replication://db:3306,db2/shop?keyStorePassword=hush&user=fred&password=hush";
        assertThat(url(SinkConfigs.with("connection.url", url)).value())
                .isEqualTo("jdbc:mariadb:replication://db:3306,db2/shop");
        assertThat(url(SinkConfigs.with("connection.url", "jdbc:mariadb://fred:hush@db/shop"))
                        .value())
                .isNull();
        assertThat(url(SinkConfigs.with("connection.url", "jdbc:mariadb://fred:hush/shop"))
                        .value())
                .isNull();
        assertThat(url(SinkConfigs.with("connection.url", "jdbc:mysql://db:3306,db2/my-shop"))
                        .value())
                .isEqualTo("jdbc:mysql://db:3306,db2/my-shop");
    }

    @Test
    void acceptsCredentialsInTheUrlAndAdvisesAgainstThem() {
        Map<String, String> options = SinkConfigs.with(
                "connection.url",
                "jdbc:mysql://db/shop?user=fred&password=hush",
                "connection.user",
                null,
                "connection.password",
                null);
        Validation validation = SinkValidation.of(options);
        assertThat(validation.isValid()).isTrue();
        assertThat(validation.warnings())
                .singleElement(STRING)
                .contains("connection.url contains credentials")
                .doesNotContain("fred", "hush");
        assertThat(SinkConfig.of(options).database().user()).isEqualTo("fred");
        assertThat(SinkConfig.of(options).database().password()).isEqualTo(new Password("hush"));
    }

    @Test
    void rejectsTwoLogins() {
        assertThat(errors(SinkConfigs.with("connection.url", "jdbc:mysql://db/shop?user=root&password=other")))
                .singleElement(STRING)
                .contains("connection.url", "other credentials")
                .doesNotContain("root");
    }

    @Test
    void errorNamesTheOptionThatTheConfigurationUses() {
        assertThat(SinkValidation.of(SinkConfigs.with("pk.mode", null, "primary.key.mode", "record_keys"))
                        .values())
                .filteredOn(value -> !value.errorMessages().isEmpty())
                .singleElement()
                .satisfies(value -> {
                    assertThat(value.name()).isEqualTo("primary.key.mode");
                    assertThat(value.errorMessages().get(0)).startsWith("primary.key.mode stands for pk.mode must be");
                });
    }

    @Test
    void saysWhatHasNoEffectInTheAnswerAndOnce() {
        Validation validation = SinkValidation.of(SinkConfigs.with(
                "dialect.name", "MySqlDatabaseDialect",
                "insert.mode", "insert",
                "pk.mode", "none",
                "connection.url", "jdbc:mysql://db/shop?serverTimezone=UTC"));
        assertThat(validation.isValid()).isTrue();
        assertThat(validation.warnings())
                .containsExactly(
                        "Settings in connection.url have no effect: serverTimezone. MariaDB's driver does not have them,"
                                + " or the sink chooses their values.",
                        "dialect.name has no effect. The sink writes to MariaDB.",
                        "pk.fields has no effect. With pk.mode=none there is no primary key.");
        assertThat(validation.values())
                .filteredOn(value -> value.name().equals("dialect.name"))
                .singleElement()
                .satisfies(value -> assertThat(value.recommendedValues())
                        .containsExactly("dialect.name has no effect. The sink writes to MariaDB."));
    }

    @Test
    void followsTheOptionsOfOtherSinks() {
        SinkConfig config = SinkConfig.of(SinkConfigs.with(
                "pk.mode", null,
                "pk.fields", null,
                "connection.user", null,
                "connection.username", "kim",
                "primary.key.mode", "record_value",
                "primary.key.fields", "a,b",
                "schema.evolution", "basic",
                "field.exclude.list", "note",
                "use.time.zone", "Asia/Seoul",
                "flush.max.retries", "7"));
        assertThat(config.database().user()).isEqualTo("kim");
        assertThat(config.database().timeZone()).isEqualTo(ZoneId.of("Asia/Seoul"));
        assertThat(config.keys()).isEqualTo(new KeyConfig(KeyMode.RECORD_VALUE, List.of("a", "b")));
        assertThat(config.tables().autoCreate()).isTrue();
        assertThat(config.tables().names().tableOf("a.b").quoted()).isEqualTo("`a_b`");
        assertThat(config.writes().includes("note")).isFalse();
        assertThat(config.writes().includes("other")).isTrue();
        assertThat(config.writes().skipsTombstones()).isTrue();
        assertThat(config.retries().maxRetries()).isEqualTo(7);
    }

    @Test
    void settingsBesideTheUrlReachTheDriver() {
        assertThat(SinkConfig.of(SinkConfigs.with("useSSL", "true", "connection.trustStore", "/trust"))
                        .database()
                        .url()
                        .settings())
                .containsEntry("sslMode", "verify-full")
                .containsEntry("trustStore", "/trust");
        assertThat(errors(SinkConfigs.with("connection.sslMode", "PREFERRED")))
                .singleElement(STRING)
                .contains("connection.url", "sslMode=trust");
    }

    @Test
    void rejectsTwoTimeZones() {
        assertThat(errors(SinkConfigs.with("db.timezone", "Asia/Seoul", "use.time.zone", "Asia/Tokyo")))
                .singleElement(STRING)
                .contains("use.time.zone");
        assertThat(errors(SinkConfigs.with("db.timezone", "Mars/Olympus")))
                .singleElement(STRING)
                .contains("db.timezone", "Asia/Seoul");
    }

    private static ConfigValue url(Map<String, String> options) {
        return SinkValidation.of(options).values().stream()
                .filter(value -> value.name().equals("connection.url"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> errors(Map<String, String> options) {
        return SinkValidation.of(options).values().stream()
                .flatMap(value -> value.errorMessages().stream())
                .toList();
    }
}
