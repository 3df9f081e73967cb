package io.ordersync.system.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of the course. A block {@code sh} holds commands; {@code sh soon} says that their output may come a moment later.
 * A block {@code text} right behind it is their output. Blocks with another name, such as {@code console}, are not run.
 */
record CoursePage(Path path, String text) {

    private static final Pattern BLOCK = Pattern.compile("^```(.*)\n((?:(?!```).*\n)*)```\n(\\s*)", Pattern.MULTILINE);
    private static final Pattern TABLE_ROW = Pattern.compile("^\\| .*? \\| (.*?) \\| .*\\|$", Pattern.MULTILINE);
    private static final Pattern COMMAND = Pattern.compile("`((?:\\./run|curl) [^`]+)`");

    static CoursePage read(Path path) {
        try {
            return new CoursePage(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of commands in their order. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            String kind = block.group(1);
            if (kind.equals("sh") || kind.equals("sh soon")) {
                String commands = block.group(2).strip();
                steps.add(new Step(lineAt(block.start()), commands, kind.endsWith("soon"), outputAt(block.end())));
            }
        }
        return steps;
    }

    /** The commands in the second column of the tables. */
    List<String> commandsInTables() {
        return TABLE_ROW
                .matcher(text)
                .results()
                .flatMap(row -> COMMAND.matcher(row.group(1)).results())
                .map(command -> command.group(1))
                .toList();
    }

    private @Nullable ExpectedOutput outputAt(int position) {
        Matcher next = BLOCK.matcher(text).region(position, text.length());
        return next.lookingAt() && next.group(1).equals("text")
                ? new ExpectedOutput(next.group(2).stripTrailing())
                : null;
    }

    private int lineAt(int position) {
        return (int) text.substring(0, position).lines().count() + 1;
    }
}
