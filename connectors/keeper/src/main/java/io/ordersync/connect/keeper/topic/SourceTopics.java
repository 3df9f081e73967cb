package io.ordersync.connect.keeper.topic;

import io.ordersync.connect.client.ConnectorDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** The topics that {@code topic.creation.<group>.include} of a source names literally; a pattern names no topic. */
public final class SourceTopics {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,4}");
    private static final String OURS = "io.ordersync.connect.debezium.MariaDbSourceConnector";
    private static final String DEFAULT = "default";
    private static final String GROUPS = "topic.creation.groups";
    private static final String INCLUDE = "include";
    private static final String EXCLUDE = "exclude";
    private static final String PARTITIONS = "partitions";
    private static final String REPLICAS = "replication.factor";

    private final SortedMap<String, String> config;

    private SourceTopics(SortedMap<String, String> config) {
        this.config = config;
    }

    public static List<NewTopic> of(ConnectorDefinition connector) {
        return new SourceTopics(connector.config()).topics();
    }

    /**
     * The topic of a source's heartbeats. The result is empty if the source is none of ours, sends no heartbeats, or has no
     * default settings of topics: then Connect leaves the topic to the brokers.
     */
    public static Optional<NewTopic> heartbeats(ConnectorDefinition connector) {
        SourceTopics topics = new SourceTopics(connector.config());
        return heartbeatName(connector)
                .filter(name -> connector.config().containsKey(option(DEFAULT, REPLICAS)))
                .flatMap(name -> topics.topic(DEFAULT, name));
    }

    /** The name of the topic of a source's heartbeats; empty if the source is none of ours, or sends none. */
    public static Optional<String> heartbeatName(ConnectorDefinition source) {
        Map<String, String> config = source.config();
        boolean sendsHeartbeats = OURS.equals(config.get("connector.class"))
                && config.getOrDefault("heartbeat.interval.ms", "0").matches("[1-9]\\d{0,3}");
        return sendsHeartbeats
                ? Optional.of(config.getOrDefault("topic.heartbeat.prefix", "__debezium-heartbeat") + "."
                        + config.get("topic.prefix"))
                : Optional.empty();
    }

    private List<NewTopic> topics() {
        return list(config.get(GROUPS)).flatMap(this::topicsOf).toList();
    }

    private Stream<NewTopic> topicsOf(String group) {
        return list(config.get(option(group, INCLUDE)))
                .filter(NAME.asMatchPredicate())
                .flatMap(name -> topic(group, name).stream());
    }

    /** Empty if a number is invalid: then the worker refuses the source, and says why. */
    private Optional<NewTopic> topic(String group, String name) {
        return INTEGER.matcher(text(group, PARTITIONS)).matches()
                        && INTEGER.matcher(text(group, REPLICAS)).matches()
                ? Optional.of(new NewTopic(
                                name,
                                number(group, PARTITIONS),
                                number(group, REPLICAS).map(Integer::shortValue))
                        .configs(settings(group)))
                : Optional.empty();
    }

    private Map<String, String> settings(String group) {
        Map<String, String> settings = new HashMap<>();
        config.forEach((option, value) -> {
            if (option.startsWith(option(group, ""))) {
                settings.put(option.substring(option(group, "").length()), value);
            }
        });
        settings.keySet().removeAll(List.of(INCLUDE, EXCLUDE, PARTITIONS, REPLICAS));
        return settings;
    }

    /** Empty, which stands for the default of the brokers, if the number is -1. */
    private Optional<Integer> number(String group, String what) {
        return Optional.of(Integer.valueOf(text(group, what))).filter(any -> any != -1);
    }

    /** As in Connect, the default group's number applies to a group without one. */
    private String text(String group, String what) {
        String otherwise = config.getOrDefault(option(DEFAULT, what), "-1");
        return config.getOrDefault(option(group, what), otherwise);
    }

    private static String option(String group, String what) {
        return "topic.creation." + group + "." + what;
    }

    private static Stream<String> list(@Nullable String commaSeparated) {
        return commaSeparated == null
                ? Stream.empty()
                : Stream.of(commaSeparated.split(",")).map(String::trim);
    }
}
