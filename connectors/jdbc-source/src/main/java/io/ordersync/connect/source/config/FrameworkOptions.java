package io.ordersync.connect.source.config;

import java.util.Set;

/** The options in the configuration of a source connector that are meant for the worker. */
final class FrameworkOptions {

    static final Set<String> NAMES = Set.of(
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
            "errors.log.include.messages",
            "topic.creation.groups",
            "topic.creation.default.replication.factor",
            "topic.creation.default.partitions",
            "exactly.once.support",
            "transaction.boundary",
            "transaction.boundary.interval.ms",
            "offsets.storage.topic");

    private static final Set<String> PREFIXES = Set.of(
            "key.converter.",
            "value.converter.",
            "header.converter.",
            "transforms.",
            "predicates.",
            "topic.creation.",
            "producer.override.",
            "consumer.override.",
            "admin.override.");

    private FrameworkOptions() {}

    static boolean contains(String option) {
        return NAMES.contains(option) || PREFIXES.stream().anyMatch(option::startsWith);
    }
}
