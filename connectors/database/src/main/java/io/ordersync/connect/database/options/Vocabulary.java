package io.ordersync.connect.database.options;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The options that a connector understands.
 *
 * @param own the options of the connector
 * @param ownPrefixes how further options of the connector begin
 * @param ofWorker the options that are meant for the worker
 * @param published the options of other connectors
 * @param precedence decides between two options that contradict each other
 */
public record Vocabulary(
        Set<String> own,
        Set<String> ownPrefixes,
        FrameworkOptions ofWorker,
        PublishedOptions published,
        Precedence precedence) {

    boolean contains(String option) {
        return own.contains(option)
                || ofWorker.contains(option)
                || ownPrefixes.stream().anyMatch(option::startsWith);
    }

    /** Returns all full names, which a misspelt name may mean. */
    Set<String> names() {
        return Stream.of(own.stream(), ofWorker.names().stream(), published.names())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }
}
