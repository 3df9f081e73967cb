package io.ordersync.connect.database.options;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * A configuration in the options of one of our connectors.
 *
 * @param options the options of the connector and of the worker
 * @param origins by option of the connector: the option of the configuration that stands for it, where the names differ
 * @param notices by option of the configuration: a sentence for its reader
 * @param errors by option of the configuration: why it is refused
 */
public record Translation(
        Map<String, String> options,
        Map<String, String> origins,
        Map<String, String> notices,
        Map<String, String> errors) {

    public static Translation of(Map<String, String> configuration, Vocabulary vocabulary) {
        Translation translation = new Translation(new HashMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        Map<String, String> others = new TreeMap<>();
        configuration.forEach(
                (name, value) -> (vocabulary.contains(name) ? translation.options : others).put(name, value));
        others.forEach((name, value) -> translation.add(name, value == null ? "" : value, configuration, vocabulary));
        return translation;
    }

    private void add(String name, String value, Map<String, String> configuration, Vocabulary vocabulary) {
        Optional<PublishedOption> published = vocabulary.published().find(name);
        if (published.isPresent()) {
            Effect effect = published.get().effect(value, configuration);
            apply(name, effect, configuration, vocabulary.precedence());
        } else if (DriverOption.isDriverOption(name)) {
            apply(name, DriverOption.effect(name, value), configuration, vocabulary.precedence());
        } else if (isOfClients(name)) {
            String prefix = vocabulary.ofWorker().clientPrefix();
            notices.put(name, withoutEffect(name, "It is an option of Kafka's clients: put " + prefix + " before it."));
        } else {
            errors.put(name, unknown(name, vocabulary));
        }
    }

    private static boolean isOfClients(String name) {
        return ConsumerConfig.configNames().contains(name)
                || ProducerConfig.configNames().contains(name);
    }

    private static String withoutEffect(String name, String why) {
        return name + " has no effect. " + why;
    }

    private static String unknown(String name, Vocabulary vocabulary) {
        return "is not an option of this connector"
                + Suggestion.find(name, vocabulary.names())
                        .map(option -> "; did you mean " + option + "?")
                        .orElse("");
    }

    private void apply(String name, Effect effect, Map<String, String> configuration, Precedence precedence) {
        if (effect.notice() != null) {
            notices.put(name, effect.options().isEmpty() ? withoutEffect(name, effect.notice()) : effect.notice());
        }
        if (effect.error() != null) {
            errors.put(name, effect.error());
        }
        effect.options().forEach((target, value) -> {
            String earlier = options.putIfAbsent(target, value);
            if (earlier == null) {
                origins.put(target, name);
            } else if (!earlier.equalsIgnoreCase(value)) {
                precedence
                        .choose(name, target, configuration)
                        .ifPresentOrElse(
                                choice -> settle(name, target, value, choice),
                                () -> errors.put(
                                        name,
                                        "contradicts " + origins.getOrDefault(target, target)
                                                + ": remove one of the two"));
            }
        });
    }

    private void settle(String name, String target, String value, Precedence.Choice choice) {
        boolean isReplaced = choice.option().equals(name);
        if (isReplaced) {
            options.put(target, value);
            origins.put(target, name);
        }
        String loser = isReplaced ? target : name;
        notices.put(loser, withoutEffect(loser, choice.option() + " counts instead: " + choice.why()));
    }
}
