package io.ordersync.stack.testing.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes values from random numbers. */
public final class Generators {

    /** A value and how often it is chosen, compared with the others. */
    public record Weighted<T>(int weight, T value) {}

    private Generators() {}

    /** A whole number from min to max, both included. */
    public static int between(Random random, int min, int max) {
        return min + random.nextInt(max - min + 1);
    }

    /** A list of min to max elements. */
    public static <T> List<T> listOf(Random random, int min, int max, Supplier<T> element) {
        return Stream.generate(element).limit(between(random, min, max)).toList();
    }

    /** One of the values, by their weights. */
    @SafeVarargs
    public static <T> T choose(Random random, Weighted<? extends T>... values) {
        int place = random.nextInt(Stream.of(values).mapToInt(Weighted::weight).sum());
        for (Weighted<? extends T> each : values) {
            place -= each.weight();
            if (place < 0) {
                return each.value();
            }
        }
        throw new IllegalArgumentException("a weight is negative");
    }

    /** The list without its first or second half, then without a quarter of it, and so on down to one element. */
    public static <T> Stream<List<T>> shorter(List<T> list) {
        return Stream.iterate((list.size() + 1) / 2, size -> size > 0, size -> size == 1 ? 0 : (size + 1) / 2)
                .flatMap(size -> IntStream.iterate(0, from -> from < list.size(), from -> from + size)
                        .mapToObj(from -> without(list, from, Math.min(from + size, list.size()))));
    }

    private static <T> List<T> without(List<T> list, int from, int to) {
        List<T> rest = new ArrayList<>(list.subList(0, from));
        rest.addAll(list.subList(to, list.size()));
        return rest;
    }
}
