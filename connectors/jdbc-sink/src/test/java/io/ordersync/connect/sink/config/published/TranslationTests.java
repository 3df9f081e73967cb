package io.ordersync.connect.sink.config.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.database.options.FrameworkOptions;
import io.ordersync.connect.database.options.Translation;
import io.ordersync.connect.database.options.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTests {

    private static final Set<String> OWN = Set.of(
            "connection.url",
            "connection.user",
            "connection.password",
            "insert.mode",
            "pk.mode",
            "pk.fields",
            "auto.create",
            "auto.evolve",
            "batch.size",
            "db.timezone",
            "use.time.zone",
            "delete.enabled",
            "table.name.format",
            "topics.to.tables.mapping");

    private static final Vocabulary VOCABULARY = new Vocabulary(
            OWN, Set.of(), FrameworkOptions.OF_SINKS, OptionsOfOtherSinks.ALL, DebeziumConfiguration::choose);

    @ParameterizedTest
    @CsvSource({
        "connection.username, fred, connection.user, fred",
        "primary.key.mode, record_key, pk.mode, record_key",
        "primary.key.fields, 'a,b', pk.fields, 'a,b'",
        "schema.evolution, basic, auto.create, true",
        "schema.evolution, Basic, auto.evolve, true",
        "schema.evolution, none, auto.create, false",
        "schema.evolution, validate-only, auto.evolve, false",
        "database.time_zone, Asia/Seoul, use.time.zone, Asia/Seoul",
        "flush.max.retries, 5, max.retries, 5",
        "flush.retry.delay.ms, 100, retry.backoff.ms, 100",
        "field.include.list, 'a, orders:b', fields.whitelist, 'a,b'",
        "field.exclude.list, orders:a, fields.blacklist, a",
        "collection.name.format, 'x_${topic}', table.name.format, 'x_${topic_}'",
        "useSSL, true, connection.useSSL, true",
        "connection.trustStorePassword, hush, connection.trustStorePassword, hush"
    })
    void translates(String name, String value, String option, String expected) {
        Translation translation = translate(name, value);
        assertThat(translation.options()).containsEntry(option, expected);
        assertThat(translation.errors()).isEmpty();
        assertThat(translation.notices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dialect.name, MySqlDatabaseDialect",
        "dialect.name, ''",
        "quote.sql.identifiers, always",
        "sql.quote.identifiers, false",
        "table.types, TABLE",
        "table.types, 'TABLE, VIEW'",
        "date.timezone, DB_TIMEZONE",
        "timestamp.fields.list, ''",
        "trim.sensitive.log, true",
        "mssql.use.merge.holdlock, true",
        "confluent.topic.bootstrap.servers, broker:9092",
        "confluent.license, ''",
        "jdbc.credentials.provider.class, io.confluent.connect.jdbc.util.DefaultJdbcCredentialsProvider",
        "truncate.enabled, false",
        "connection.pool.max_size, 32",
        "connection.provider, org.hibernate.agroal.internal.AgroalConnectionProvider",
        "hibernate.c3p0.min_size, 1",
        "dialect.postgres.postgis.schema, public",
        "quote.identifiers, true",
        "use.reduction.buffer, true",
        "column.naming.strategy, io.debezium.connector.jdbc.naming.DefaultColumnNamingStrategy",
        "table.naming.strategy, io.debezium.connector.jdbc.naming.DefaultTableNamingStrategy",
        "_comment, text",
        "//, text",
        "// 1, text",
        "#topics, text",
        "comment.pk, text",
        "description, text",
        "mode, incrementing",
        "incrementing.column.name, id",
        "topic.prefix, my_topic_",
        "poll.interval.ms, 5000",
        "schema.registry.url, http://registry:8081",
        "schemas.enable, true",
        "plugin.path, /plugins",
        "linger.ms, 1000",
        "database.hostname, db",
        "database.password, hush",
        "connection.driver.class, com.mysql.cj.jdbc.Driver",
        "behavior.on.null.values, ignore",
        "connection.autocommit, false",
        "max.poll.records, 500",
        "bootstrap.servers, broker:9092",
        "security.protocol, SASL_SSL",
        "serverTimezone, Asia/Seoul",
        "characterEncoding, UTF-8",
        "allowPublicKeyRetrieval, true",
        "connection.autoReconnect, true"
    })
    void saysThatAnOptionHasNoEffect(String name, String value) {
        Translation translation = translate(name, value);
        assertThat(translation.notices()).containsOnlyKeys(name);
        assertThat(translation.notices().toString()).doesNotContain("hush");
        assertThat(translation.errors()).isEmpty();
        assertThat(translation.options()).doesNotContainKey(name);
    }

    @ParameterizedTest
    @CsvSource({
        "dialect.name, OracleDatabaseDialect, no dialect for another",
        "truncate.enabled, true, skipped.operations",
        "primary.key.mode, record_header, HeaderFrom",
        "schema.evolution, advanced, basic",
        "timestamp.fields.list, created_at, TimestampConverter",
        "string.output.value.column.name, line, HoistField",
        "jdbc.credentials.provider.class, com.acme.Vault, config provider",
        "collection.naming.strategy, com.acme.Names, topics.to.tables.mapping",
        "column.naming.strategy, com.acme.Names, ReplaceField",
        "collection.table.format, '${schema}_${table}', table.name.format",
        "field.include.list, other:a, for each topic",
        "table.types, SEQUENCE, VIEW",
        "connection.host, db, connection.url",
        "input.data.format, AVRO, value.converter"
    })
    void refusesWhatCannotBeDoneAndSaysWhatToUse(String name, String value, String instead) {
        Translation translation = translate(name, value);
        assertThat(translation.errors()).containsOnlyKeys(name);
        assertThat(translation.errors().get(name)).contains(instead);
    }

    @ParameterizedTest
    @CsvSource({
        "auto.crate, auto.create",
        "autoCreate, auto.create",
        "auto_evolve, auto.evolve",
        "Batch.Size, batch.size",
        "batch.sizes, batch.size",
        "connection.pasword, connection.password",
        "conection.url, connection.url",
        "insert.mdoe, insert.mode",
        "primary.key.field, primary.key.fields",
        "consumer.max.poll.records, consumer.override.max.poll.records",
        "url, connection.url",
        "task.max, tasks.max",
        "errors.deadletterqueue.topic, errors.deadletterqueue.topic.name",
        "error.tolerance, errors.tolerance",
        "pk.field, pk.fields",
        "autoevolve, auto.evolve",
        "password, connection.password",
        "delete, delete.enabled"
    })
    void asksWhetherAnotherOptionWasMeant(String name, String option) {
        assertThat(translate(name, "hush").errors())
                .containsOnly(Map.entry(name, "is not an option of this connector; did you mean " + option + "?"));
    }

    @ParameterizedTest
    @CsvSource({"something.else.altogether", "max.batch.size.bytes.of.all"})
    void suggestsNothingForAnotherName(String name) {
        assertThat(translate(name, "hush").errors())
                .containsOnly(Map.entry(name, "is not an option of this connector"));
    }

    @Test
    void suggestsNothingForAVeryLongName() {
        assertThat(translate("x".repeat(1_000_000), "").errors()).hasSize(1);
    }

    @Test
    void refusesTwoOptionsThatContradictEachOther() {
        assertThat(translate(Map.of("pk.mode", "none", "primary.key.mode", "record_key"))
                        .errors())
                .containsOnlyKeys("primary.key.mode");
        assertThat(translate(Map.of("pk.mode", "none", "primary.key.mode", "none"))
                        .errors())
                .isEmpty();
    }

    @Test
    void optionForTheUserTellsWhichOfTwoSinksAConfigurationIsFor() {
        Map<String, String> modes = Map.of("pk.mode", "kafka", "primary.key.mode", "record_key");
        Translation debezium = translate(modes, "connection.username");
        assertThat(debezium.options()).containsEntry("pk.mode", "record_key");
        assertThat(debezium.notices()).containsOnlyKeys("pk.mode");
        Translation confluent = translate(modes, "connection.user");
        assertThat(confluent.options()).containsEntry("pk.mode", "kafka");
        assertThat(confluent.notices()).containsOnlyKeys("primary.key.mode");
        assertThat(debezium.errors()).isEqualTo(confluent.errors()).isEmpty();
    }

    @Test
    void dotsOfATopicBecomeUnderscoresAsInDebeziumsSink() {
        assertThat(translate("connection.username", "fred").options()).containsEntry("table.name.format", "${topic_}");
        assertThat(translate("connection.user", "fred").options()).doesNotContainKey("table.name.format");
    }

    @Test
    void refusesToMoveDates() {
        Map<String, String> options = Map.of("date.timezone", "DB_TIMEZONE", "db.timezone", "America/New_York");
        assertThat(translate(options).errors()).containsOnlyKeys("date.timezone");
    }

    private static Translation translate(Map<String, String> options, String user) {
        Map<String, String> all = new HashMap<>(options);
        all.put(user, "fred");
        return translate(all);
    }

    private static Translation translate(String name, String value) {
        return translate(Map.of("topics", "orders", name, value));
    }

    private static Translation translate(Map<String, String> configuration) {
        return DebeziumConfiguration.complete(Translation.of(configuration, VOCABULARY), configuration);
    }
}
