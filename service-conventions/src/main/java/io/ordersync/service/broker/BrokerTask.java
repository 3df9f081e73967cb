package io.ordersync.service.broker;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.ordersync.outage.OutageLog;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * A task that needs the broker and is done once when the service starts. A task that fails is repeated in the background
 * until it succeeds; the service starts meanwhile.
 */
@Slf4j
public final class BrokerTask implements ApplicationRunner, DisposableBean {

    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 5_000;

    /** Has to allow repetition after it has failed halfway. */
    public interface Action {
        void run() throws Exception;
    }

    private final String name;
    private final Action action;
    private final OutageLog outage = new OutageLog(log, Clock.systemUTC());
    private final BackOffExecution pauses = pauses();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var worker = new Thread(task, "broker-task");
        worker.setDaemon(true);
        return worker;
    });

    /** @param name the task in the log, such as "Making the topic orders" */
    public BrokerTask(String name, Action action) {
        this.name = name;
        this.action = action;
    }

    /** Returns after the first attempt. */
    @Override
    public void run(ApplicationArguments args) {
        attempt();
    }

    /** Ends the attempts. */
    @Override
    public void destroy() {
        thread.shutdownNow();
    }

    private void attempt() {
        try {
            action.run();
            outage.ended(name + ": done");
        } catch (Exception e) {
            outage.failed(name + " waits for the broker: " + NestedExceptionUtils.getMostSpecificCause(e));
            if (!thread.isShutdown()) {
                thread.schedule(this::attempt, pauses.nextBackOff(), MILLISECONDS);
            }
        }
    }

    private static BackOffExecution pauses() {
        var backOff = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
        backOff.setMaxInterval(LONGEST_PAUSE_MS);
        return backOff.start();
    }
}
