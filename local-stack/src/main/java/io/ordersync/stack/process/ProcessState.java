package io.ordersync.stack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * State and resident memory of a process: from {@code /proc} on Linux, from {@code ps} on other systems.
 *
 * @param code the state as {@code ps} shows it, such as {@code T} for a suspended process
 */
public record ProcessState(char code, long residentKilobytes) {

    /** Returns the state {@code ?} with no memory for a process that has ended. */
    public static ProcessState of(long pid) {
        try {
            Path status = Path.of("/proc/%d/status".formatted(pid));
            return Files.exists(status) ? fromProc(Files.readAllLines(status)) : fromPs(ps(pid));
        } catch (IOException e) {
            return new ProcessState('?', 0); // the process ended between the two calls
        }
    }

    /** Reads a file {@code /proc/PID/status} (proc(5)). */
    public static ProcessState fromProc(List<String> lines) {
        return new ProcessState(
                value(lines, "State:", "?").charAt(0),
                Long.parseLong(value(lines, "VmRSS:", "0 kB").split(" ")[0]));
    }

    static ProcessState fromPs(String answer) {
        String[] words =
                answer.isBlank() ? new String[] {"?", "0"} : answer.strip().split("\\s+");
        return new ProcessState(words[0].charAt(0), Long.parseLong(words[1]));
    }

    /** The processor time that a process has used so far, or zero for a process that has ended. */
    public static Duration cpuTime(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Whether the process runs. A process that has ended but that its parent has not collected yet does not run. */
    public static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && of(process.pid()).code() != 'Z';
    }

    public long residentMegabytes() {
        return residentKilobytes / 1024;
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
