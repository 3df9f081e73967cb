package io.ordersync.operations.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.Topics;
import org.junit.jupiter.api.Test;

class TopicNamesTests {

    @Test
    void areThoseOfTheContract() {
        assertThat(TopicNames.ORDERS).isEqualTo(Topics.ORDERS);
        assertThat(TopicNames.DEAD_LETTERS).containsExactly(Topics.ORDERS_DLT, Topics.ORDERS_SINK_DLQ);
        assertThat(TopicNames.REPLAYED_FROM).isEqualTo(Topics.REPLAYED_HEADER);
    }
}
