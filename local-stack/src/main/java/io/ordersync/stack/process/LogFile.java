package io.ordersync.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** The log of one part: the file of the run before is kept beside it. */
public record LogFile(Path path) {

    private static final Pattern ERROR_LINE = Pattern.compile("ERROR|FATAL|Exception|Error:|error while|\\[ERROR]");
    private static final int MAX_LINE_LENGTH = 300;

    public static LogFile of(Path folder, String part) {
        return new LogFile(folder.resolve(part + ".log"));
    }

    public void rotate() throws IOException {
        Files.createDirectories(path.getParent());
        if (Files.exists(path)) {
            Files.move(path, previous(), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(path);
    }

    Path previous() {
        String name = path.getFileName().toString();
        return path.resolveSibling(name.replaceFirst("\\.log$", ".previous.log"));
    }

    /** The last line with an error, or else the last line. */
    public String lastErrorOrLine() {
        List<String> lines = lines();
        return lines.stream()
                .filter(line -> ERROR_LINE.matcher(line).find())
                .reduce((earlier, later) -> later)
                .or(() -> lines.stream().reduce((earlier, later) -> later))
                .map(LogFile::shortened)
                .orElse("the log is empty");
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortened(String line) {
        String text = line.strip();
        return text.length() <= MAX_LINE_LENGTH ? text : text.substring(0, MAX_LINE_LENGTH) + "...";
    }
}
