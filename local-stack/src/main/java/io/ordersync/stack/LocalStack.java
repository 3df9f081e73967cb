package io.ordersync.stack;

import io.ordersync.stack.files.Checkout;
import io.ordersync.stack.files.Folders;
import io.ordersync.stack.process.Part;
import io.ordersync.stack.process.PartFailed;
import io.ordersync.stack.server.ConnectWorker;
import io.ordersync.stack.server.KafkaBroker;
import io.ordersync.stack.server.KeeperProcess;
import io.ordersync.stack.server.LocalServers;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.server.Servers;
import io.ordersync.stack.server.ServiceKind;
import io.ordersync.stack.server.SpringService;
import io.ordersync.stack.server.StackPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The whole system, or as much of it as is asked for, as processes of this machine. Parts are made when first asked
 * for and run when started; closing the stack, or the end of this JVM, stops them all.
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration PATIENCE_OF_TESTS = Duration.ofMinutes(5); // many may share a small machine

    private final StackPlan plan;
    private final Servers servers;
    private final StackParts parts;
    private final StackListener listener;
    private final boolean disposable;
    private final OrderlyStop stop;
    private final Thread atExit;

    /** A stack whose every part is a process of this machine. */
    public LocalStack(StackPlan plan, Checkout checkout, StackListener listener, boolean disposable) {
        this(plan, checkout, new LocalServers(), listener, disposable);
    }

    /** @param disposable whether closing the stack deletes its data and keeps its logs */
    public LocalStack(StackPlan plan, Checkout checkout, Servers servers, StackListener listener, boolean disposable) {
        this.plan = plan;
        this.servers = servers;
        this.parts = new StackParts(plan, checkout, servers);
        this.listener = listener;
        this.disposable = disposable;
        this.stop = new OrderlyStop(parts, listener);
        this.atExit = new Thread(stop::run, "local-stack-at-exit");
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
     * Starts the given parts side by side and returns when all are ready.
     *
     * @throws PartFailed as soon as one fails; the others run until the stack is closed
     */
    public void start(Part... some) {
        Tasks.sideBySide(
                Stream.of(some).<Runnable>map(part -> () -> startOne(part)).toList());
    }

    /**
     * Starts the whole system and returns when every connector runs and every service is ready.
     *
     * @throws PartFailed as soon as one part fails; the others run until the stack is closed
     */
    public void startAll() {
        parts.planned(); // all made before the first starts, so that closing the stack meanwhile misses none
        Tasks tasks = new Tasks();
        CompletableFuture<Void> database = tasks.run(() -> startOne(mariaDb()));
        CompletableFuture<Void> kafka = tasks.run(() -> startOne(broker()));
        CompletableFuture<Void> connect = tasks.run(() -> startOne(worker()), kafka);
        CompletableFuture<Void> connectors = tasks.run(() -> startOne(keeper()), connect);
        Stream<CompletableFuture<Void>> services =
                parts.plannedServices().stream().map(part -> tasks.run(() -> startOne(part), database, kafka));
        tasks.await(Stream.concat(Stream.of(connectors), services).toList());
    }

    /**
     * Starts the whole system, or nothing: for those who would try again with another stack, and would have what is left
     * of this one beside it.
     *
     * @return this stack
     * @throws PartFailed when one part has failed and the others are stopped again
     */
    public LocalStack startedOrClosed() {
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
        stop.run();
        servers.close();
        forgetAtExit();
        if (disposable) {
            deleteData();
        }
    }

    /** Leaves the processes running, whatever happens to this object and to this JVM. */
    public void detach() {
        stop.forgo();
        forgetAtExit();
    }

    private void forgetAtExit() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // this JVM is ending: the hook runs already
        }
    }

    /** Whether somebody, perhaps a signal, has begun to stop the stack. */
    public boolean isClosing() {
        return stop.hasBegun();
    }

    public StackParts parts() {
        return parts;
    }

    private void startOne(Part part) {
        long begin = System.nanoTime();
        listener.starting(part);
        part.start();
        part.awaitReady(disposable ? PATIENCE_OF_TESTS : PATIENCE);
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
