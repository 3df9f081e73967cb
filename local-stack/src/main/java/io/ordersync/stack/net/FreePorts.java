package io.ordersync.stack.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports that nobody uses now, below the range that the kernel hands out to clients. They come from a block that no other
 * object has, in this JVM or another: a port that was chosen for a server stays free until the server starts.
 */
public final class FreePorts implements Ports {

    private static final int LOWEST = 20_000;
    private static final int BLOCKS = 240;
    private static final int SIZE = 50;

    /** Occupies the first port of the block until this object is unreachable. */
    private final ServerSocket reservation = ThreadLocalRandom.current()
            .ints(0, BLOCKS)
            .mapToObj(FreePorts::reserve)
            .flatMap(Optional::stream)
            .findFirst()
            .orElseThrow();

    private final Map<String, Integer> chosen = new LinkedHashMap<>();

    @Override
    public synchronized int of(String part) {
        return chosen.computeIfAbsent(
                part,
                any -> IntStream.range(1, SIZE)
                        .map(n -> reservation.getLocalPort() + n)
                        .filter(port -> !chosen.containsValue(port))
                        .filter(Ports::isFree)
                        .findFirst()
                        .orElseThrow());
    }

    private static Optional<ServerSocket> reserve(int block) {
        try {
            return Optional.of(new ServerSocket(LOWEST + block * SIZE, 1, InetAddress.getByName(HOST)));
        } catch (IOException e) {
            return Optional.empty(); // another one has the block
        }
    }
}
