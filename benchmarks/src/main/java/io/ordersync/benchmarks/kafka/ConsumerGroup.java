package io.ordersync.benchmarks.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The consumer group of a connector. */
public record ConsumerGroup(String bootstrapServers, String id) {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 100;

    /**
     * Waits until the group has this number of members with at least one partition each.
     *
     * @throws IllegalStateException if that does not happen within a minute
     */
    public void awaitMembers(int members) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            while (countMembers(admin) != members) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "%s did not get %d members with partitions within a minute".formatted(id, members));
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private long countMembers(Admin admin) throws ExecutionException, InterruptedException {
        try {
            ConsumerGroupDescription group =
                    admin.describeConsumerGroups(List.of(id)).all().get().get(id);
            return group.groupState() != GroupState.STABLE
                    ? 0
                    : group.members().stream()
                            .filter(member ->
                                    !member.assignment().topicPartitions().isEmpty())
                            .count();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }
}
