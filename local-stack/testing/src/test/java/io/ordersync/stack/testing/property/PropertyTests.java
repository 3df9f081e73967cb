package io.ordersync.stack.testing.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PropertyTests {

    private static final String NAME = "property-tests";

    private final Property<List<Integer>> lists = new Property<>(NAME, PropertyTests::numbers, Generators::shorter);

    @AfterEach
    void clear() {
        List.of("seed", "tries", "shrink").forEach(each -> System.clearProperty(NAME + "." + each));
    }

    @Test
    void checksAsManyValuesAsAsked() {
        List<List<Integer>> seen = new ArrayList<>();
        lists.check(7, seen::add);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        System.setProperty(NAME + ".tries", "2");
        lists.check(7, seen::add);
        assertThat(seen).hasSize(9);
    }

    @Test
    void printsASeedThatRepeatsTheFailure() {
        List<List<Integer>> seen = new ArrayList<>();
        Throwable failure = catchThrowable(() -> lists.check(1000, numbers -> {
            seen.add(numbers);
            assertThat(numbers).doesNotContain(42);
        }));
        Matcher seed = Pattern.compile("-D" + NAME + "\\.seed=(-?\\d+)").matcher(failure.getMessage());
        assertThat(seed.find()).isTrue();
        List<Integer> failed = seen.get(seen.size() - 1);
        assertThat(failure).isInstanceOf(AssertionError.class).hasMessageContaining(failed.toString());

        System.setProperty(NAME + ".seed", seed.group(1));
        seen.clear();
        lists.check(1, seen::add);
        assertThat(seen).containsExactly(failed);
    }

    @Test
    void dropsElementsThatAFailureDoesNotNeed() {
        System.setProperty(NAME + ".shrink", "200");
        assertThatThrownBy(
                        () -> lists.check(1000, numbers -> assertThat(numbers).doesNotContain(42)))
                .hasMessageContaining("does not hold for: [42]");
    }

    @Test
    void failsWithoutSmallerValuesUnlessAsked() {
        List<List<Integer>> seen = new ArrayList<>();
        assertThatThrownBy(() -> lists.check(5, numbers -> {
                    seen.add(numbers);
                    throw new IllegalStateException("broken");
                }))
                .hasMessageContaining("broken");
        assertThat(seen).hasSize(1);
    }

    private static List<Integer> numbers(Random random) {
        return Generators.listOf(random, 1, 30, () -> Generators.between(random, 0, 99));
    }
}
