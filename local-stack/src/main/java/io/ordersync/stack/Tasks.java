package io.ordersync.stack;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tasks that run in parallel. */
final class Tasks {

    private final ExecutorService threads = Executors.newCachedThreadPool(Tasks::daemon);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    private Tasks() {}

    /** Returns when all are done, or throws as soon as one has failed. */
    static void runInParallel(Collection<Runnable> work) {
        Tasks tasks = new Tasks();
        tasks.await(work.stream().map(tasks::run).toList());
    }

    private CompletableFuture<Void> run(Runnable task) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(task, threads);
        done.exceptionally(this::fail);
        return done;
    }

    private void await(List<CompletableFuture<Void>> all) {
        CompletableFuture<Void> complete = CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
        try {
            CompletableFuture.anyOf(failure, complete).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        } finally {
            threads.shutdown();
        }
    }

    private Void fail(Throwable reason) {
        failure.completeExceptionally(reason instanceof CompletionException ? reason.getCause() : reason);
        return null;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "local-stack");
        thread.setDaemon(true);
        return thread;
    }
}
