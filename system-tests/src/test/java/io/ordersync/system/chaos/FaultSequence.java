package io.ordersync.system.chaos;

import io.ordersync.system.fixture.OrderSystem;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Injects faults one after another, sometimes two at a time. After each the system has to recover by itself. */
final class FaultSequence {

    private static final Logger LOG = System.getLogger(FaultSequence.class.getName());
    private static final int SOME = 4;
    private static final int PAUSE_MILLIS = 1000;

    private final OrderSystem system;
    private final String product;
    private final Random random;
    private final ViewLag view;
    private final List<Episode> episodes = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();

    FaultSequence(OrderSystem system, String product, Random random, ViewLag view) {
        this.view = view;
        this.system = system;
        this.product = product;
        this.random = random;
    }

    /**
     * One or two faults and the recovery from them.
     *
     * @param recovery the time from the end of the last fault; a killed part ends its fault when its restart begins
     * @param viewBehind the longest time that an accepted order had no row
     */
    record Episode(List<InjectedFault> faults, Duration lasted, Duration recovery, Duration viewBehind) {}

    void play(List<InjectedFault> faults) {
        int next = 0;
        while (next < faults.size()) {
            int count = random.nextInt(SOME) == 0 && next + 1 < faults.size() && mayOverlap(faults, next) ? 2 : 1;
            play(faults.subList(next, next + count), next + count, faults.size());
            next += count;
            pause(Duration.ofMillis(random.nextInt(PAUSE_MILLIS)));
        }
    }

    List<Episode> episodes() {
        return episodes;
    }

    /** The purchases that tested whether the system had recovered. */
    List<Purchase> purchases() {
        return purchases;
    }

    private void play(List<InjectedFault> together, int number, int of) {
        String name = together.toString();
        LOG.log(Level.INFO, "{0} of {1} {2}", number, of, name);
        long begin = System.nanoTime();
        for (InjectedFault fault : together) {
            fault.begin().run();
            pause(fault.lasts());
        }
        long end = System.nanoTime();
        together.stream()
                .sorted(Comparator.comparing(InjectedFault::rank))
                .forEach(fault -> fault.end().run());
        purchases.addAll(new Recovery(system, product).await(name));
        Duration recovery = Duration.ofNanos(System.nanoTime() - end);
        LOG.log(Level.INFO, "recovered after {0} ms", recovery.toMillis());
        episodes.add(new Episode(List.copyOf(together), Duration.ofNanos(end - begin), recovery, view.takeLongest()));
    }

    private static boolean mayOverlap(List<InjectedFault> faults, int first) {
        return !faults.get(first).isAlone()
                && !faults.get(first + 1).isAlone()
                && !faults.get(first).part().equals(faults.get(first + 1).part());
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
