package io.ordersync.stack.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

class FailureLogsExtensionTests {

    @Test
    void addsTheLogsToTheFailureOfATest() {
        assertThat(failures(FailingTest.class)).singleElement().satisfies(this::namesTheOutput);
    }

    @Test
    void addsTheLogsToTheFailureOfASetUp() {
        assertThat(failures(FailingSetUp.class)).singleElement().satisfies(this::namesTheOutput);
    }

    private void namesTheOutput(Throwable failure) {
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(
                        logs -> assertThat(logs).isInstanceOf(FailureLogs.class).hasMessageContaining("$Failing"));
    }

    private static List<Throwable> failures(Class<?> test) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(test))
                                .build(),
                        summary);
        return summary.getSummary().getFailures().stream()
                .map(Failure::getException)
                .toList();
    }

    static class FailingTest {

        @Test
        void fails() {
            throw new IllegalStateException();
        }

        @Test
        void isNotApplicable() {
            Assumptions.abort();
        }
    }

    static class FailingSetUp {

        @BeforeAll
        static void fails() {
            throw new IllegalStateException();
        }

        @Test
        void isNotReached() {}
    }
}
