package io.ordersync.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemPageTests {

    private final ProblemPage page = ProblemPage.read();

    @Test
    void hasASectionForEachTypeOfEveryService() {
        assertThat(page.differences(ProblemPage.EVERY_SERVICE, CommonProblem.values()))
                .isEmpty();
    }

    @Test
    void missesATypeWithoutASectionAndASectionWithoutAType() {
        assertThat(page.differences("catalog-service", CommonProblem.TIMED_OUT))
                .containsExactly("timed-out has no section", "product-not-found is no type of catalog-service");
    }
}
