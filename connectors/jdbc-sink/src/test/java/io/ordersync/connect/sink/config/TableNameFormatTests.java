package io.ordersync.connect.sink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableNameFormatTests {

    @Test
    void replacesThePlaceholderByTheTopic() {
        assertThat(new TableNameFormat("kafka_${topic}").tableOf("orders").quoted())
                .isEqualTo("`kafka_orders`");
    }

    @Test
    void dotOfTheFormatSeparatesTheDatabaseAndDotOfATopicDoesNot() {
        assertThat(new TableNameFormat("shop.${topic}").tableOf("eu.orders").quoted())
                .isEqualTo("`shop`.`eu.orders`");
    }

    @Test
    void dotsOfATopicBecomeUnderscores() {
        assertThat(new TableNameFormat("shop.kafka_${topic_}")
                        .tableOf("eu.orders-1")
                        .quoted())
                .isEqualTo("`shop`.`kafka_eu_orders-1`");
    }

    @Test
    void normalizesTheWholeName() {
        assertThat(new TableNameFormat("shop.${topic}", true, List.of())
                        .tableOf("eu.orders-1\u00e9")
                        .quoted())
                .isEqualTo("`shop_eu_orders_1_`");
    }

    @Test
    void mapsSingleTopics() {
        TableNameFormat format = new TableNameFormat("kafka_${topic}", true, List.of("a.b:sales.x-y", " c : d "));
        assertThat(format.tableOf("a.b").quoted()).isEqualTo("`sales`.`x-y`");
        assertThat(format.tableOf("c").quoted()).isEqualTo("`d`");
        assertThat(format.tableOf("e").quoted()).isEqualTo("`kafka_e`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:", ":b", ""})
    void rejectsAMappingWithoutTopicOrTable(String entry) {
        assertThatThrownBy(() -> TableNameFormat.mapping(List.of(entry))).hasMessageContaining("topic:table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${source.db}", "x_${table}", "${topic}_${schema}"})
    void rejectsAnUnknownPlaceholder(String format) {
        assertThatThrownBy(() -> new TableNameFormat(format)).hasMessageContaining("${topic}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "shop.", ".orders"})
    void rejectsAFormatWithoutATable(String format) {
        assertThatThrownBy(() -> new TableNameFormat(format)).isInstanceOf(IllegalArgumentException.class);
    }
}
