package io.ordersync.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.service.testing.ProblemPage;
import org.junit.jupiter.api.Test;

class OrderProblemTests {

    @Test
    void everyProblemIsDocumented() {
        assertThat(ProblemPage.read().differences("order-service", OrderProblem.values()))
                .isEmpty();
    }
}
