package io.ordersync.connect.sink.config.published;

import io.ordersync.connect.database.options.DriverOption;
import io.ordersync.connect.database.options.Effect;
import io.ordersync.connect.database.options.PublishedOption;
import io.ordersync.connect.database.options.Suggestion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * A configuration in the options of this sink.
 *
 * @param options the options of this sink and of the worker
 * @param origins by option of this sink: the option of the configuration that stands for it, where the names differ
 * @param notices by option of the configuration: why it has no effect
 * @param errors by option of the configuration: why it is refused
 */
public record Translation(
        Map<String, String> options,
        Map<String, String> origins,
        Map<String, String> notices,
        Map<String, String> errors) {

    private static final String USER = "connection.user";
    private static final String DEBEZIUM_USER = "connection.username";
    private static final String FORMAT = "table.name.format";
    private static final String TOMBSTONES = "tombstones.skipped";
    private static final String TOPIC = "${topic}";
    private static final String TOPIC_WITHOUT_DOTS = "${topic_}";

    /**
     * @param own the options of this sink
     * @param ofWorker the options of the worker that have a fixed name
     * @param isOfWorker whether an option is one of the worker
     */
    public static Translation of(
            Map<String, String> options, Set<String> own, Set<String> ofWorker, Predicate<String> isOfWorker) {
        Translation translation = new Translation(new HashMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        Set<String> known = known(own, ofWorker);
        Map<String, String> others = new TreeMap<>();
        options.forEach((name, value) ->
                (own.contains(name) || isOfWorker.test(name) ? translation.options : others).put(name, value));
        others.forEach((name, value) -> translation.add(name, value == null ? "" : value, options, known));
        if (options.keySet().stream().anyMatch(PublishedOptions::isOfDebezium)) {
            // Debezium's sink replaces the dots of a topic, and leaves tombstones out unless it deletes rows.
            translation.options.putIfAbsent(TOMBSTONES, "true");
            translation.options.merge(
                    FORMAT, TOPIC_WITHOUT_DOTS, (format, none) -> format.replace(TOPIC, TOPIC_WITHOUT_DOTS));
        }
        return translation;
    }

    private void add(String name, String value, Map<String, String> all, Set<String> known) {
        Optional<PublishedOption> published = PublishedOptions.find(name);
        if (published.isPresent()) {
            apply(name, published.get().effect(value, all), all);
        } else if (DriverOption.isDriverOption(name)) {
            apply(name, DriverOption.effect(name, value), all);
        } else if (ConsumerConfig.configNames().contains(name)
                || ProducerConfig.configNames().contains(name)) {
            notices.put(name, "It is an option of Kafka's clients: put consumer.override. before it.");
        } else {
            errors.put(name, unknown(name, known));
        }
    }

    private void apply(String name, Effect effect, Map<String, String> all) {
        if (effect.notice() != null) {
            notices.put(name, effect.notice());
        }
        if (effect.error() != null) {
            errors.put(name, effect.error());
        }
        effect.options().forEach((target, value) -> {
            String earlier = options.putIfAbsent(target, value);
            if (earlier == null) {
                origins.put(target, name);
            } else if (!earlier.equalsIgnoreCase(value)) {
                settle(name, target, value, all);
            }
        });
    }

    /** Published configurations mix options of two sinks. The name of the option for the user tells which sink they are for. */
    private void settle(String name, String target, String value, Map<String, String> all) {
        boolean isForDebezium = all.containsKey(DEBEZIUM_USER);
        if (isForDebezium == all.containsKey(USER) || !all.containsKey(target)) {
            errors.put(name, "contradicts " + origins.getOrDefault(target, target) + ": remove one of the two");
        } else if (isForDebezium) {
            options.put(target, value);
            origins.put(target, name);
            notices.put(
                    target,
                    name + " counts instead: the configuration is for Debezium's sink, as " + DEBEZIUM_USER
                            + " tells.");
        } else {
            notices.put(
                    name,
                    target + " counts instead: the configuration is not for Debezium's sink, as " + USER + " tells.");
        }
    }

    private static Set<String> known(Set<String> own, Set<String> ofWorker) {
        Stream<String> published =
                PublishedOptions.all().filter(option -> !option.isPattern()).map(PublishedOption::name);
        return Stream.of(own.stream(), ofWorker.stream(), published)
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private static String unknown(String name, Set<String> known) {
        return "is not an option of this connector"
                + Suggestion.find(name, known)
                        .map(option -> "; did you mean " + option + "?")
                        .orElse("");
    }
}
