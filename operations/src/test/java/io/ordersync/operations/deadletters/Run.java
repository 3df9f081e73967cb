package io.ordersync.operations.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What the command answered. */
record Run(int exit, String out, String err) {

    static Run of(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new DeadLetters(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)).run(words);
        return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
    }
}
