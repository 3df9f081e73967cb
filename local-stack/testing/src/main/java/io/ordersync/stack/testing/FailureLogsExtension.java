package io.ordersync.stack.testing;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.opentest4j.TestAbortedException;

/**
 * Adds {@link FailureLogs} to the failure of a test. JUnit finds this extension in every module whose tests use this
 * module.
 */
public final class FailureLogsExtension implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /** The folder into which the build writes the output of the test classes. */
    private static final String REPORTS = "test.reports";

    private static final String START = "start";

    @Override
    public void beforeAll(ExtensionContext context) {
        store(context).put(START, Instant.now());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        addLogs(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        addLogs(context);
    }

    private static void addLogs(ExtensionContext context) {
        context.getExecutionException()
                .filter(failure -> !(failure instanceof TestAbortedException))
                .ifPresent(failure -> failure.addSuppressed(logs(context)));
    }

    private static FailureLogs logs(ExtensionContext context) {
        Instant start = store(context).get(START, Instant.class);
        Path output = Path.of(
                System.getProperty(REPORTS, ""), context.getRequiredTestClass().getName() + "-output.txt");
        return FailureLogs.writtenSince(
                start, output, TestFolders.ofThisModule().stacks());
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(Namespace.create(FailureLogsExtension.class));
    }
}
