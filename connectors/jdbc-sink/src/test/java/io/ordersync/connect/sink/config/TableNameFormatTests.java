package io.ordersync.connect.sink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "shop.", ".orders"})
    void rejectsAFormatWithoutATable(String format) {
        assertThatThrownBy(() -> new TableNameFormat(format)).isInstanceOf(IllegalArgumentException.class);
    }
}
