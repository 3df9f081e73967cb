package io.ordersync.topics;

import io.ordersync.outage.OutageLog;
import java.time.Clock;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;

/** Adds partitions to one topic. Kafka cannot remove any. */
final class PartitionGrowth {

    private final String name;
    private final Logger log;
    private final OutageLog refusal;
    private boolean saidTooMany;

    PartitionGrowth(String name, Logger log, Clock clock) {
        this.name = name;
        this.log = log;
        this.refusal = new OutageLog(log, clock);
    }

    /** Adds the partitions that the topic lacks. A refusal is logged: the topic can be used with the partitions that it has. */
    void apply(RequiredTopic topic, int partitions, TopicAdmin brokers) throws InterruptedException {
        int least = topic.leastPartitions();
        if (partitions < least) {
            grow(partitions, least, brokers);
        } else {
            refusal.ended("The topic " + name + " has all its partitions");
            sayIfTooMany(partitions, least);
        }
    }

    private void grow(int partitions, int least, TopicAdmin brokers) throws InterruptedException {
        try {
            brokers.addPartitions(name, least);
            log.info("Added partitions to the topic {}: from {} to {}", name, partitions, least);
        } catch (InvalidPartitionsException e) {
            log.debug("Another instance has added the partitions of {}", name, e);
        } catch (RetriableException e) {
            throw e;
        } catch (KafkaException e) {
            refusal.failed("The topic %s keeps its %d partitions. It cannot get %d: %s"
                    .formatted(name, partitions, least, e.getMessage()));
        }
    }

    private void sayIfTooMany(int partitions, int least) {
        if (least > 0 && partitions > least && !saidTooMany) {
            log.info(
                    "The topic {} keeps its {} partitions; {} were asked for, but none can be removed",
                    name,
                    partitions,
                    least);
            saidTooMany = true;
        }
    }
}
