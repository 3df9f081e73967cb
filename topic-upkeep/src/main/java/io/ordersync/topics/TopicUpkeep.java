package io.ordersync.topics;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Makes required topics that are missing, and notices topics that were deleted and made again. A check costs one request
 * while all topics exist.
 *
 * <p>A new topic is not known to every broker at once, so a broker's word that it does not know a topic proves nothing. Only
 * the controller knows: it refuses to create a topic that exists.
 */
public final class TopicUpkeep implements AutoCloseable {

    private final Supplier<Admin> clients;
    private final Consumer<String> replaced;
    private final Logger log;
    private final Clock clock;
    private final Map<String, TopicState> states = new HashMap<>();
    private volatile @Nullable Admin client;

    /**
     * @param clients opens a client of the brokers; the upkeep closes it
     * @param replaced receives the name of each topic that was deleted and made again
     */
    public TopicUpkeep(Supplier<Admin> clients, Consumer<String> replaced, Logger log, Clock clock) {
        this.clients = clients;
        this.replaced = replaced;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Makes what is missing.
     *
     * @return why each topic that is still missing is missing, by name
     * @throws KafkaException if the brokers do not answer
     */
    public synchronized SortedMap<String, String> check(Collection<RequiredTopic> topics) throws InterruptedException {
        try {
            Admin open = client == null ? clients.get() : client;
            client = open;
            return check(topics, new TopicAdmin(open));
        } catch (KafkaException e) {
            close(); // the addresses that it knows may be outdated
            throw e;
        }
    }

    private SortedMap<String, String> check(Collection<RequiredTopic> topics, TopicAdmin brokers)
            throws InterruptedException {
        SortedMap<String, String> missing = new TreeMap<>();
        Map<String, TopicDescription> known =
                brokers.describe(topics.stream().map(RequiredTopic::name).toList());
        for (RequiredTopic topic : topics) {
            TopicState state = states.computeIfAbsent(topic.name(), name -> new TopicState(name, log, clock));
            TopicDescription description = known.get(topic.name());
            if (description == null ? state.make(topic, brokers) : state.compare(topic, description, brokers)) {
                replaced.accept(topic.name());
            }
            state.problem().ifPresent(problem -> missing.put(topic.name(), problem));
        }
        return missing;
    }

    /** Ends a check that is waiting for the brokers. A later check opens another client. */
    @Override
    public void close() {
        Admin open = client;
        client = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
