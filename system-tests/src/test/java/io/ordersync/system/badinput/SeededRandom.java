package io.ordersync.system.badinput;

import java.util.List;
import java.util.Random;

/** Random choices that a seed repeats. */
record SeededRandom(Random random) {

    int below(int bound) {
        return random.nextInt(bound);
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    String oneOf(String... choices) {
        return oneOf(List.of(choices));
    }

    String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
