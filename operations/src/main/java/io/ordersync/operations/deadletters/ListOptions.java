package io.ordersync.operations.deadletters;

import picocli.CommandLine.Option;

/** How dead letters are listed. */
final class ListOptions {

    @Option(names = "--json", description = "Print one JSON object per line, with the complete cause and all headers.")
    private boolean json;

    @Option(names = "--values", description = "Print the values as well: shortened in the table, complete with --json.")
    private boolean values;

    boolean json() {
        return json;
    }

    boolean values() {
        return values;
    }
}
