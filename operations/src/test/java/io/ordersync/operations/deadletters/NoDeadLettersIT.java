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
    void treatsAMissingTopicAsEmpty() {
        String broker = STACK.broker().bootstrapServers();

        assertThat(CommandResult.of("--bootstrap-server", broker))
                .isEqualTo(new CommandResult(0, "Dead letters: 0, replayed: 0\n", ""));
        assertThat(CommandResult.of("--bootstrap-server", broker, "--json")).isEqualTo(new CommandResult(0, "", ""));
    }

    @Test
    void replaysNothingWithoutTheTopicOrders() {
        String broker = STACK.broker().bootstrapServers();

        assertThat(CommandResult.of("--bootstrap-server", broker, "replay", "--all")
                        .err())
                .isEqualTo("Nothing can be replayed: the topic orders does not exist.\n");
        assertThat(CommandResult.of("--bootstrap-server", broker, "replay", "orders-dlt:0:0")
                        .err()
                        .lines())
                .containsExactly("orders-dlt:0:0: there is no such record", "Nothing was sent.");
    }

    @Test
    void namesABrokerThatDoesNotAnswer() {
        Instant begin = Instant.now();

        CommandResult run = CommandResult.of("--bootstrap-server", "127.0.0.1:1", "list");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith("Cannot use Kafka at 127.0.0.1:1: ");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }
}
