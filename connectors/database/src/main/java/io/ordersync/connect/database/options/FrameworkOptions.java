package io.ordersync.connect.database.options;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options in the configuration of a connector that are meant for the worker. */
public final class FrameworkOptions {

    private static final Set<String> NAMES = Set.of(
            "name",
            "connector.class",
            "connector.plugin.version",
            "tasks.max",
            "tasks.max.enforce",
            "key.converter",
            "value.converter",
            "header.converter",
            "transforms",
            "predicates",
            "config.action.reload",
            "errors.retry.timeout",
            "errors.retry.delay.max.ms",
            "errors.tolerance",
            "errors.log.enable",
            "errors.log.include.messages");

    private static final Set<String> PREFIXES = Set.of(
            "key.converter.",
            "value.converter.",
            "header.converter.",
            "transforms.",
            "predicates.",
            "consumer.override.",
            "producer.override.",
            "admin.override.");

    public static final FrameworkOptions OF_SINKS = new FrameworkOptions(
            Set.of(
                    "topics",
                    "topics.regex",
                    "errors.deadletterqueue.topic.name",
                    "errors.deadletterqueue.topic.replication.factor",
                    "errors.deadletterqueue.context.headers.enable"),
            Set.of(),
            "consumer.override.");

    public static final FrameworkOptions OF_SOURCES = new FrameworkOptions(
            Set.of(
                    "topic.creation.groups",
                    "topic.creation.default.replication.factor",
                    "topic.creation.default.partitions",
                    "exactly.once.support",
                    "transaction.boundary",
                    "transaction.boundary.interval.ms",
                    "offsets.storage.topic"),
            Set.of("topic.creation."),
            "producer.override.");

    private final Set<String> names;
    private final Set<String> prefixes;
    private final String clientPrefix;

    private FrameworkOptions(Set<String> names, Set<String> prefixes, String clientPrefix) {
        this.names = union(NAMES, names);
        this.prefixes = union(PREFIXES, prefixes);
        this.clientPrefix = clientPrefix;
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        return Stream.of(first, second).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the options that have a fixed name. */
    Set<String> names() {
        return names;
    }

    boolean contains(String option) {
        return names.contains(option) || prefixes.stream().anyMatch(option::startsWith);
    }

    /** Returns the text that belongs before an option of Kafka's clients. */
    String clientPrefix() {
        return clientPrefix;
    }
}
