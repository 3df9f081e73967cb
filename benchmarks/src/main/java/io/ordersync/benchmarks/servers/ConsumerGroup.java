package io.ordersync.benchmarks.servers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The consumers of one connector. */
public record ConsumerGroup(String bootstrapServers, String id) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;

    /**
     * Waits until so many members share the partitions of the topic, each of them with at least one.
     *
     * @throws IllegalStateException if they do not
     */
    public void awaitMembers(int members) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            while (working(admin) != members) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("%s does not become a group of %d".formatted(id, members));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private long working(Admin admin) throws ExecutionException, InterruptedException {
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
