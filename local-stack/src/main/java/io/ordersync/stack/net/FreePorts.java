package io.ordersync.stack.net;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Any port that nobody uses now, below the range that the kernel hands out to clients. */
public final class FreePorts implements Ports {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private final Map<String, Integer> chosen = new LinkedHashMap<>();

    @Override
    public synchronized int of(String part) {
        return chosen.computeIfAbsent(
                part,
                any -> ThreadLocalRandom.current()
                        .ints(LOWEST, HIGHEST)
                        .filter(port -> !chosen.containsValue(port))
                        .filter(Ports::isFree)
                        .findFirst()
                        .orElseThrow());
    }
}
