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

    private List<NewTopic> topics() {
        return list(config.get(GROUPS)).flatMap(this::topicsOf).toList();
    }

    private Stream<NewTopic> topicsOf(String group) {
        if (!INTEGER.matcher(text(group, PARTITIONS)).matches()
                || !INTEGER.matcher(text(group, REPLICAS)).matches()) {
            return Stream.empty(); // the worker refuses the source, and says why
        }
        Map<String, String> settings = settings(group);
        Optional<Integer> partitions = number(group, PARTITIONS);
        Optional<Short> replicas = number(group, REPLICAS).map(Integer::shortValue);
        return list(config.get(option(group, INCLUDE)))
                .filter(NAME.asMatchPredicate())
                .map(name -> new NewTopic(name, partitions, replicas).configs(settings));
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
        String otherwise = config.getOrDefault(option("default", what), "-1");
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
