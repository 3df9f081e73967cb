package io.ordersync.operations.deadletters;

import io.ordersync.operations.OperationsCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/** The exit code and the output of {@code ./run dead-letters}. */
record CommandResult(int exit, String out, String err) {

    static CommandResult of(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = OperationsCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("dead-letters"), Stream.of(words))
                        .toArray(String[]::new));
        return new CommandResult(exit, out.toString(), err.toString());
    }
}
