package io.ordersync.connect.keeper.stall;

import io.ordersync.connect.client.ConnectorDefinition;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The topics that the configuration of a sink names, as a list or as a regular expression. */
final class SinkTopics {

    private static final Predicate<String> NONE = topic -> false;

    private SinkTopics() {}

    /** Accepts the topics that the sink reads from their first record if it has committed no offset. */
    static Predicate<String> readFromStart(ConnectorDefinition sink) {
        Map<String, String> config = sink.config();
        String reset = config.getOrDefault("consumer.override.auto.offset.reset", "earliest");
        if (!reset.equals("earliest")) {
            return NONE;
        }
        String names = config.getOrDefault("topics", "").strip();
        return names.isEmpty() ? matching(config.getOrDefault("topics.regex", "")) : listed(names);
    }

    /** Accepts the topics that the sink reads now; all of them if only the worker knows which. */
    static Predicate<String> read(ConnectorDefinition sink) {
        String names = sink.config().getOrDefault("topics", "").strip();
        String regex = sink.config().getOrDefault("topics.regex", "").strip();
        if ((names + regex).isEmpty() || (names + regex).contains("${")) {
            return topic -> true;
        }
        return names.isEmpty() ? matching(regex) : listed(names);
    }

    private static Predicate<String> listed(String names) {
        return Set.copyOf(Arrays.asList(names.split("\\s*,\\s*")))::contains;
    }

    /** Only the worker knows the value of a placeholder, which is mostly no regular expression. */
    private static Predicate<String> matching(String regex) {
        try {
            return Pattern.compile(regex).asMatchPredicate();
        } catch (PatternSyntaxException e) {
            return NONE;
        }
    }
}
