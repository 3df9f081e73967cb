package io.ordersync.connect.database.options;

import java.util.Map;
import java.util.Optional;

/** Decides which of two options counts that contradict each other. */
@FunctionalInterface
public interface Precedence {

    /** Two options that contradict each other are an error. */
    Precedence NONE = (name, target, configuration) -> Optional.empty();

    /**
     * @param name the option of another connector
     * @param target the option of ours that it stands for
     * @return the option that counts; empty if the configuration does not tell
     */
    Optional<Choice> choose(String name, String target, Map<String, String> configuration);

    /**
     * @param option the option that counts
     * @param why a sentence
     */
    record Choice(String option, String why) {}
}
