package io.ordersync.topics;

import io.ordersync.outage.OutageLog;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** One topic as it was last seen. It logs each change once. */
final class TopicState {

    private final String name;
    private final Logger log;
    private final OutageLog absence;
    private final PartitionGrowth growth;
    private final Set<Uuid> former = new HashSet<>();
    private boolean existed;
    private @Nullable Uuid id;
    private int partitions;
    private @Nullable String problem;

    TopicState(String name, Logger log, Clock clock) {
        this.name = name;
        this.log = log;
        this.absence = new OutageLog(log, clock);
        this.growth = new PartitionGrowth(name, log, clock);
    }

    /** Why the topic is missing; empty if it exists, or is only not known to the asked broker yet. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /**
     * Makes a topic that the asked broker does not know.
     *
     * @return whether the topic replaces one that was deleted
     */
    boolean make(RequiredTopic topic, TopicAdmin brokers) throws InterruptedException {
        if (topic.creation() == null) {
            reportMissing(topic.remedy());
            return false;
        }
        try {
            NewTopic creation = withAllPartitions(topic.creation(), topic.leastPartitions());
            return brokers.create(creation) && recordCreation(creation.numPartitions());
        } catch (RetriableException e) {
            throw e;
        } catch (KafkaException refused) {
            reportMissing("it cannot be made: " + refused.getMessage());
            return false;
        }
    }

    /**
     * Compares the topic with the one that was seen before.
     *
     * @return whether the topic replaces one that was deleted
     */
    boolean compare(RequiredTopic topic, TopicDescription found, TopicAdmin brokers) throws InterruptedException {
        if (former.contains(found.topicId())) {
            return false; // the asked broker has not learnt of the newer topic yet
        }
        boolean isOther = !found.topicId().equals(id);
        if (isOther && !topic.settings().isEmpty()) {
            brokers.configure(name, topic.settings());
        }
        problem = null;
        absence.ended("The topic " + name + " exists");
        boolean replaces = isOther && id != null;
        existed = true;
        if (replaces) {
            log.warn("The topic {} was deleted and made again, empty: its earlier records are lost", name);
        }
        remember(found.topicId(), found.partitions().size());
        growth.apply(topic, partitions, brokers);
        return replaces;
    }

    /** The next comparison learns the id of the new topic. */
    private boolean recordCreation(int count) {
        boolean replaces = existed;
        if (replaces) {
            log.warn("The topic {} was missing. It was made again, empty: its earlier records are lost", name);
        } else {
            log.info("Created the topic {} with {} partitions", name, count);
        }
        problem = null;
        absence.ended("The topic " + name + " exists");
        existed = true;
        forget();
        partitions = count;
        return replaces;
    }

    private void forget() {
        if (id != null) {
            former.add(id);
            id = null;
        }
    }

    private void remember(Uuid seen, int count) {
        if (id != null && !id.equals(seen)) {
            forget();
        } else if (partitions > 0 && count > partitions) {
            log.info("The topic {} has {} partitions now; it had {}", name, count, partitions);
        }
        id = seen;
        partitions = count;
    }

    private void reportMissing(String reason) {
        problem = reason;
        absence.failed("The topic %s is missing: %s".formatted(name, reason));
    }

    /** A topic that is made again gets the partitions that it had, if those were more. */
    private NewTopic withAllPartitions(NewTopic creation, int leastPartitions) {
        int count = Math.max(partitions, leastPartitions);
        return count <= Math.max(creation.numPartitions(), 0)
                ? creation
                : new NewTopic(name, Optional.of(count), Optional.of(creation.replicationFactor()))
                        .configs(creation.configs());
    }
}
