package io.ordersync.operations.deadletters;

import java.util.Arrays;
import java.util.Optional;

/** What may be said on the command line besides the command and its addresses. */
enum Option {
    BOOTSTRAP_SERVER("--bootstrap-server", true),
    COMMAND_CONFIG("--command-config", true),
    TOPIC("--topic", true),
    JSON("--json", false),
    VALUES("--values", false),
    ALL("--all", false),
    DRY_RUN("--dry-run", false),
    HELP("--help", false);

    private final String word;
    private final boolean takesValue;

    Option(String word, boolean takesValue) {
        this.word = word;
        this.takesValue = takesValue;
    }

    static Optional<Option> of(String word) {
        return Arrays.stream(values())
                .filter(option -> option.word.equals(word))
                .findFirst();
    }

    boolean takesValue() {
        return takesValue;
    }

    @Override
    public String toString() {
        return word;
    }
}
