package io.ordersync.stack.testing;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.StackListener;
import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.net.FreePorts;
import io.ordersync.stack.server.ProcessFactory;
import io.ordersync.stack.server.ServerFactory;
import io.ordersync.stack.server.StackPlan;
import io.ordersync.stack.server.StackPlan.Feature;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Empty stacks on free ports, with data and logs under {@code target/stacks} of the module under test. Closing a stack
 * deletes its data and keeps its logs.
 */
public final class TestStacks {

    private TestStacks() {}

    /** A stack with one instance of each service; see {@link #forTests(String, int, int)}. */
    public static LocalStack forTests(String name) {
        return forTests(name, 1, 1);
    }

    /**
     * A stack whose broker, worker and MariaDB are containers if Docker answers, or as {@code -Dstack} says.
     *
     * @param orderServices how many instances {@link LocalStack#startAll()} starts
     * @param catalogServices how many instances {@link LocalStack#startAll()} starts
     */
    public static LocalStack forTests(String name, int orderServices, int catalogServices) {
        return stack(name, orderServices, catalogServices, Set.of(), TestServers.choose());
    }

    /** As {@link #forTests(String)}, with change data capture: its connectors, tables, logins and marketing-service. */
    public static LocalStack forCdcTests(String name) {
        return stack(name, 1, 1, Set.of(Feature.CDC), TestServers.choose());
    }

    /** As {@link #forTests(String)}, with polling: its connectors, tables and logins. */
    public static LocalStack forPollingTests(String name) {
        return stack(name, 1, 1, Set.of(Feature.POLLING), TestServers.choose());
    }

    /** A stack with one instance of each service and every part as a process of this machine, whatever a switch says. */
    public static LocalStack ofProcesses(String name) {
        return ofProcesses(name, 1, 1);
    }

    /** As {@link #forTests(String, int, int)}, with every part as a process of this machine, whatever a switch says. */
    public static LocalStack ofProcesses(String name, int orderServices, int catalogServices) {
        return ofProcesses(name, orderServices, catalogServices, Set.of());
    }

    /** As {@link #ofProcesses(String, int, int)}, with more features. */
    public static LocalStack ofProcesses(String name, int orderServices, int catalogServices, Set<Feature> features) {
        return stack(name, orderServices, catalogServices, features, new ProcessFactory());
    }

    /**
     * A stack of processes for measurements.
     *
     * @param fullJit whether the services have the JVM's second compiler
     * @param morePlugins folders with Connect plugins that the worker has beside our own
     */
    public static LocalStack forBenchmarks(String name, boolean fullJit, List<Path> morePlugins) {
        StackFolders folders = TestFolders.ofThisModule().create(name);
        StackPlan plan = StackPlan.of(folders, new FreePorts())
                .withFeatures(fullJit ? Set.of(Feature.FULL_JIT) : Set.of())
                .withPlugins(morePlugins);
        return new LocalStack(plan, Checkout.find(), new ProcessFactory(), StackListener.SILENT, true);
    }

    private static LocalStack stack(
            String name, int orderServices, int catalogServices, Set<Feature> features, ServerFactory servers) {
        StackFolders folders = TestFolders.ofThisModule().create(name);
        StackPlan plan = StackPlan.of(folders, new FreePorts())
                .withServices(orderServices, catalogServices)
                .withFeatures(features);
        return new LocalStack(plan, Checkout.find(), servers, StackListener.SILENT, true);
    }
}
