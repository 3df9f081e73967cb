package io.ordersync.stack.testing.property;

import java.util.Iterator;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A claim about generated values. Three system properties control a check:
 *
 * <ul>
 *   <li>{@code <name>.seed}: the seed of the first value; a failed check prints the seed of its value
 *   <li>{@code <name>.tries}: how many values are generated
 *   <li>{@code <name>.shrink}: how many smaller values are tried after a failure
 * </ul>
 *
 * @param <T> what is generated; a failed check prints it
 */
public final class Property<T> {

    private final String name;
    private final Function<Random, T> generator;
    private final Function<T, Stream<T>> smaller;

    /**
     * Defines how values are generated.
     *
     * @param name the prefix of the system properties
     * @param generator makes the same value from the same random numbers
     * @param smaller the values to try instead of one that fails, the smallest first
     */
    public Property(String name, Function<Random, T> generator, Function<T, Stream<T>> smaller) {
        this.name = name;
        this.generator = generator;
        this.smaller = smaller;
    }

    /**
     * Checks the claim for several values.
     *
     * @param tries how many values, unless the system property says otherwise
     * @param claim throws if the value does not satisfy it
     * @throws AssertionError with the seed of the first value that does not satisfy the claim
     */
    public void check(int tries, Consumer<T> claim) {
        long seed = Long.getLong(name + ".seed", new Random().nextLong());
        for (int i = 0; i < Integer.getInteger(name + ".tries", tries); i++) {
            T value = generator.apply(new Random(seed));
            Optional<Throwable> failure = failure(claim, value);
            if (failure.isPresent()) {
                throw shrunk(claim, value, failure.get(), seed);
            }
            seed = new SplittableRandom(seed).nextLong();
        }
    }

    private AssertionError shrunk(Consumer<T> claim, T first, Throwable firstFailure, long seed) {
        T value = first;
        Throwable failure = firstFailure;
        Iterator<T> candidates = smaller.apply(value).iterator();
        for (int left = Integer.getInteger(name + ".shrink", 0); left > 0 && candidates.hasNext(); left--) {
            T candidate = candidates.next();
            Optional<Throwable> again = failure(claim, candidate);
            if (again.isPresent()) {
                value = candidate;
                failure = again.get();
                candidates = smaller.apply(value).iterator();
            }
        }
        return new AssertionError("""
                %s
                The property does not hold for: %s
                Repeat with -D%s.seed=%d; add -D%s.shrink=20 to look for a smaller example.""".formatted(failure, value, name, seed, name), failure);
    }

    private static <T> Optional<Throwable> failure(Consumer<T> claim, T value) {
        try {
            claim.accept(value);
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(e);
        }
    }
}
