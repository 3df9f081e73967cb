package io.ordersync.stack;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.Folders;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.stack.lifecycle.PartFailed;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.KeeperProcess;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.ProcessFactory;
import io.ordersync.stack.server.ServerFactory;
import io.ordersync.stack.server.ServiceKind;
import io.ordersync.stack.server.SpringService;
import io.ordersync.stack.server.StackPlan;
import io.ordersync.stack.token.ServiceTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The whole system, or some of its parts, as processes of this machine. A part is made at the first call of its method
 * and runs when it is started. Closing the stack, or the end of this JVM, stops all parts.
 */
public final class LocalStack implements AutoCloseable {

    /** How long a part may start without any progress. */
    private static final Duration START_TIMEOUT = Duration.ofSeconds(120);

    private final StackPlan plan;
    private final ServerFactory servers;
    private final StackParts parts;
    private final StackListener listener;
    private final boolean disposable;
    private final StackShutdown shutdown;
    private final Thread atExit;

    /** A stack whose parts are all processes of this machine. */
    public LocalStack(StackPlan plan, Checkout checkout, StackListener listener, boolean disposable) {
        this(plan, checkout, new ProcessFactory(), listener, disposable);
    }

    /** @param disposable whether closing the stack deletes its data and keeps its logs */
    public LocalStack(
            StackPlan plan, Checkout checkout, ServerFactory servers, StackListener listener, boolean disposable) {
        this.plan = plan;
        this.servers = servers;
        this.parts = new StackParts(plan, checkout, servers);
        this.listener = listener;
        this.disposable = disposable;
        this.shutdown = new StackShutdown(parts, listener);
        this.atExit = new Thread(shutdown::run, "local-stack-at-exit");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    public MariaDb mariaDb() {
        return parts.mariaDb();
    }

    public KafkaBroker broker() {
        return parts.broker();
    }

    public ConnectWorker worker() {
        return parts.worker();
    }

    public KeeperProcess keeper() {
        return parts.keeper();
    }

    /** The tokens that the services accept, unless the plan is open. */
    public ServiceTokens tokens() {
        return ServiceTokens.of(plan.folders());
    }

    /** An instance of order-service; the first is number 1. */
    public SpringService orderService(int number) {
        return parts.service(ServiceKind.ORDER, number);
    }

    /** An instance of catalog-service; the first is number 1. */
    public SpringService catalogService(int number) {
        return parts.service(ServiceKind.CATALOG, number);
    }

    public SpringService marketingService() {
        return parts.service(ServiceKind.MARKETING, 1);
    }

    /**
     * Starts the given parts in parallel and returns when all are ready.
     *
     * @throws PartFailed as soon as one fails; the others run until the stack is closed
     */
    public void start(Part... some) {
        Tasks.runInParallel(
                Stream.of(some).<Runnable>map(part -> () -> startOne(part)).toList());
        if (disposable) {
            missingClassArchives().makeInBackground();
        }
    }

    /** The class archives that the running parts had to start without. */
    public ClassArchives missingClassArchives() {
        return ClassArchives.missingFrom(parts.made(), plan.folders().logs());
    }

    /**
     * Starts the whole system and returns when every connector runs and every service is ready. All parts start at once:
     * each waits for the servers that it needs.
     *
     * @throws PartFailed as soon as one part fails; the others run until the stack is closed
     */
    public void startAll() {
        parts.planned(); // all parts exist before the first starts, so that closing the stack meanwhile stops each
        start(parts.planned().toArray(Part[]::new));
    }

    /**
     * Starts the whole system, or stops all parts again if one fails.
     *
     * @return this stack
     * @throws PartFailed when a part has failed; the others are stopped then
     */
    public LocalStack startAllOrClose() {
        try {
            startAll();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Stops services, keeper, worker, broker and database, in this order. */
    @Override
    public void close() {
        shutdown.run();
        servers.close();
        removeHook();
        if (disposable) {
            deleteData();
        }
    }

    /** Leaves the processes running after this JVM has ended. */
    public void detach() {
        shutdown.cancel();
        removeHook();
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // this JVM is ending: the hook runs already
        }
    }

    /** Whether the stack is being stopped, by a caller or by a signal. */
    public boolean isClosing() {
        return shutdown.hasBegun();
    }

    public StackParts parts() {
        return parts;
    }

    private void startOne(Part part) {
        long begin = System.nanoTime();
        listener.starting(part);
        part.start();
        part.awaitReady(START_TIMEOUT);
        listener.ready(part, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void deleteData() {
        try {
            Folders.delete(plan.folders().data());
            Folders.delete(plan.folders().run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
