package io.ordersync.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the operating system says of a process: Linux in {@code /proc}, others through {@code ps}. */
public record ProcessState(char code, long residentMegabytes) {

    public static ProcessState of(long pid) {
        try {
            Path status = Path.of("/proc/%d/status".formatted(pid));
            return Files.exists(status) ? fromProc(Files.readAllLines(status)) : fromPs(ps(pid));
        } catch (IOException e) {
            return new ProcessState('?', 0); // it ended while we looked
        }
    }

    static ProcessState fromProc(List<String> lines) {
        return new ProcessState(
                value(lines, "State:", "?").charAt(0),
                Long.parseLong(value(lines, "VmRSS:", "0 kB").split(" ")[0]) / 1024);
    }

    static ProcessState fromPs(String answer) {
        String[] words =
                answer.isBlank() ? new String[] {"?", "0"} : answer.strip().split("\\s+");
        return new ProcessState(words[0].charAt(0), Long.parseLong(words[1]) / 1024);
    }

    /** A process that has ended but was not yet collected by its parent counts as gone. */
    public static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && of(process.pid()).code() != 'Z';
    }

    public boolean isFrozen() {
        return code == 'T';
    }

    private static String value(List<String> lines, String key, String otherwise) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .findFirst()
                .orElse(otherwise);
    }

    private static String ps(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "state=", "-o", "rss=", "-p", Long.toString(pid)).start();
        return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
