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

/** InjectedFaults one after another, and now and then two at a time; after each the system has to become whole by itself. */
final class FaultSequence {

    private static final Logger LOG = System.getLogger(FaultSequence.class.getName());
    private static final int SOME = 4;
    private static final int PAUSE_MILLIS = 3000;

    private final OrderSystem shop;
    private final String product;
    private final Random random;
    private final List<Episode> episodes = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();

    FaultSequence(OrderSystem shop, String product, Random random) {
        this.shop = shop;
        this.product = product;
        this.random = random;
    }

    /**
     * One or two faults and what came after.
     *
     * @param recovery from the moment when everything was undone, which for a killed part is when its start begins
     */
    record Episode(List<InjectedFault> faults, Duration lasted, Duration recovery) {}

    void play(List<InjectedFault> faults) {
        int next = 0;
        while (next < faults.size()) {
            int count = random.nextInt(SOME) == 0 && next + 1 < faults.size() && areOfTwoParts(faults, next) ? 2 : 1;
            play(faults.subList(next, next + count), next + count, faults.size());
            next += count;
            pause(Duration.ofMillis(random.nextInt(PAUSE_MILLIS)));
        }
    }

    List<Episode> episodes() {
        return episodes;
    }

    /** Those that were made to see whether the system is whole. */
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
        purchases.addAll(new Recovery(shop, product).await(name));
        Duration recovery = Duration.ofNanos(System.nanoTime() - end);
        LOG.log(Level.INFO, "whole again after {0} ms", recovery.toMillis());
        episodes.add(new Episode(List.copyOf(together), Duration.ofNanos(end - begin), recovery));
    }

    private static boolean areOfTwoParts(List<InjectedFault> faults, int first) {
        return !faults.get(first).part().equals(faults.get(first + 1).part());
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
