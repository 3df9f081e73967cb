package io.ordersync.stack.testing;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.process.LogFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Names the logs of a failed test. It is added to the failure, because JUnit and Maven print nothing else. */
final class FailureLogs extends Exception {

    private static final long serialVersionUID = 1;

    private FailureLogs(String message) {
        super(message, null, false, false);
    }

    /**
     * The logs that have been written since a test class started, each with its last error or line.
     *
     * @param output the file with the output of the test class
     * @param stacks the folder with the folders of the stacks
     */
    static FailureLogs writtenSince(Instant start, Path output, Path stacks) {
        List<Path> logs = Checkout.matching(stacks, "*").stream()
                .flatMap(stack -> Checkout.matching(stack.resolve("logs"), "*.log").stream())
                .filter(log -> !modified(log).isBefore(start))
                .toList();
        return new FailureLogs("the logs are\n    %s%s"
                .formatted(output, logs.stream().map(FailureLogs::line).collect(Collectors.joining())));
    }

    private static String line(Path log) {
        return "\n    %s\n        %s".formatted(log, new LogFile(log).lastErrorOrLine());
    }

    private static Instant modified(Path log) {
        try {
            return Files.getLastModifiedTime(log).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
