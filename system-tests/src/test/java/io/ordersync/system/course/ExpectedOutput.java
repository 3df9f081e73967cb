package io.ordersync.system.course;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The output of a command as a page shows it. An ellipsis stands for any part of a line, and alone for any lines. */
record ExpectedOutput(String text) {

    private static final String ANYTHING = "…";

    boolean matches(String output) {
        return Pattern.matches(pattern(), withoutTrailingBlanks(output));
    }

    private String pattern() {
        return text.lines().map(ExpectedOutput::patternOfLine).collect(Collectors.joining());
    }

    private static String patternOfLine(String line) {
        return line.equals(ANYTHING)
                ? "(?:[^\n]*\n)*"
                : Pattern.quote(line.stripTrailing()).replace(ANYTHING, "\\E[^\n]*\\Q") + "\n";
    }

    private static String withoutTrailingBlanks(String output) {
        return output.strip().lines().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }
}
