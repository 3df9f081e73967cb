package io.ordersync.operations.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.TestStacks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class NoDeadLettersIT {

    private static final LocalStack STACK = TestStacks.ofProcesses("no-dead-letters");

    @BeforeAll
    static void start() {
        STACK.start(STACK.broker());
    }

    @AfterAll
    static void stop() {
        STACK.close();
    }

    @Test
    void takesMissingTopicsForEmptyOnes() {
        String broker = STACK.broker().bootstrapServers();

        assertThat(Run.of("--bootstrap-server", broker)).isEqualTo(new Run(0, "Dead letters: 0, replayed: 0\n", ""));
        assertThat(Run.of("--bootstrap-server", broker, "--json")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void replaysNothingWhereThereIsNoTopicToReplayTo() {
        String broker = STACK.broker().bootstrapServers();

        assertThat(Run.of("--bootstrap-server", broker, "replay", "--all").err())
                .isEqualTo("There is no topic orders to replay to.\n");
        assertThat(Run.of("--bootstrap-server", broker, "replay", "orders-dlt:0:0")
                        .err()
                        .lines())
                .containsExactly("orders-dlt:0:0: there is no such record", "Nothing was sent.");
    }

    @Test
    void namesTheBrokerThatDoesNotAnswer() {
        Instant begin = Instant.now();

        Run run = Run.of("--bootstrap-server", "127.0.0.1:1", "list");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith("Kafka at 127.0.0.1:1: ");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }
}
