package io.ordersync.benchmarks.measure;

import java.util.List;
import java.util.stream.Stream;

/**
 * One figure, measured once in each round.
 *
 * @param rounds the values in the order of the rounds, at least one
 */
public record Series(List<Double> rounds) {

    public Series {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("a series needs at least one value");
        }
    }

    /** The middle value. With an even number of rounds it is the mean of the two middle values. */
    public double median() {
        List<Double> sorted = sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    public double min() {
        return sorted().findFirst().orElseThrow();
    }

    public double max() {
        return sorted().reduce((a, b) -> b).orElseThrow();
    }

    private Stream<Double> sorted() {
        return rounds.stream().sorted();
    }
}
