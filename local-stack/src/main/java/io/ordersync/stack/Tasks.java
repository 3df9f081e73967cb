package io.ordersync.stack;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tasks that run in parallel; each starts when the tasks that it needs are done. */
final class Tasks {

    private final ExecutorService threads = Executors.newCachedThreadPool(Tasks::daemon);
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    CompletableFuture<Void> run(Runnable task, CompletableFuture<?>... needed) {
        CompletableFuture<Void> done = CompletableFuture.allOf(needed).thenRunAsync(task, threads);
        done.exceptionally(this::fail);
        return done;
    }

    /** Returns when all are done, or throws as soon as one has failed. */
    void await(Collection<CompletableFuture<Void>> all) {
        CompletableFuture<Void> complete = CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
        try {
            CompletableFuture.anyOf(failure, complete).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        } finally {
            threads.shutdown();
        }
    }

    static void runInParallel(Collection<Runnable> work) {
        Tasks tasks = new Tasks();
        List<CompletableFuture<Void>> all = work.stream().map(tasks::run).toList();
        tasks.await(all);
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
