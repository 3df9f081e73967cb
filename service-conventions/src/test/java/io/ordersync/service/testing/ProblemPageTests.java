package io.ordersync.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.problem.ProblemExample;
import io.ordersync.service.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ProblemPageTests {

    private final ProblemPage page = ProblemPage.read();

    private enum OtherProblem implements ProblemType {
        PRODUCT_NOT_FOUND;

        @Override
        public HttpStatus status() {
            return HttpStatus.NOT_FOUND;
        }

        @Override
        public String title() {
            return "Product not found";
        }

        @Override
        public ProblemExample example() {
            return ProblemExample.of("There is no product CATALOG-1", "/catalogs/CATALOG-1");
        }
    }

    @Test
    void hasASectionForEachProblemOfEveryService() {
        assertThat(page.differences(ProblemPage.EVERY_SERVICE, CommonProblem.values()))
                .isEmpty();
    }

    @Test
    void reportsAProblemWithoutASectionAndASectionWithoutAProblem() {
        assertThat(page.differences("catalog-service", CommonProblem.TIMED_OUT))
                .containsExactly("timed-out has no section", "product-not-found is not a problem of catalog-service");
    }

    @Test
    void reportsAnExampleThatDiffers() {
        assertThat(page.differences("catalog-service", OtherProblem.PRODUCT_NOT_FOUND))
                .singleElement()
                .asString()
                .startsWith("product-not-found has the example {")
                .contains("CATALOG-999", "but should have {");
    }
}
