package io.ordersync.connect.source.config.published;

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
 * A configuration in the options of this source.
 *
 * @param options the options of this source and of the worker
 * @param origins by option of this source: the option of the configuration that stands for it
 * @param notices by option of the configuration: a sentence for its reader
 * @param errors by option of the configuration: why it is refused
 */
public record Translation(
        Map<String, String> options,
        Map<String, String> origins,
        Map<String, String> notices,
        Map<String, String> errors) {

    /**
     * @param own the options of this source
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
        return translation;
    }

    private void add(String name, String value, Map<String, String> all, Set<String> known) {
        Optional<PublishedOption> published = SourceLeftovers.find(name);
        if (published.isPresent()) {
            apply(name, published.get().effect(value, all));
        } else if (DriverOption.isDriverOption(name)) {
            apply(name, DriverOption.effect(name, value));
        } else if (ConsumerConfig.configNames().contains(name)
                || ProducerConfig.configNames().contains(name)) {
            notices.put(
                    name,
                    name + " has no effect. It is an option of Kafka's clients: put producer.override. before"
                            + " it.");
        } else {
            errors.put(
                    name,
                    "is not an option of this connector"
                            + Suggestion.find(name, known)
                                    .map(option -> "; did you mean " + option + "?")
                                    .orElse(""));
        }
    }

    private void apply(String name, Effect effect) {
        if (effect.notice() != null) {
            notices.put(
                    name, effect.options().isEmpty() ? name + " has no effect. " + effect.notice() : effect.notice());
        }
        if (effect.error() != null) {
            errors.put(name, effect.error());
        }
        effect.options().forEach((target, value) -> {
            String earlier = options.putIfAbsent(target, value);
            if (earlier == null) {
                origins.put(target, name);
            } else if (!earlier.equalsIgnoreCase(value)) {
                errors.put(name, "contradicts " + origins.getOrDefault(target, target) + ": remove one of the two");
            }
        });
    }

    private static Set<String> known(Set<String> own, Set<String> ofWorker) {
        Stream<String> published =
                SourceLeftovers.all().filter(option -> !option.isPattern()).map(PublishedOption::name);
        return Stream.of(own.stream(), ofWorker.stream(), published)
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }
}
