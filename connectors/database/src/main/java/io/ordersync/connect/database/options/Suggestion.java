package io.ordersync.connect.database.options;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the option that a misspelt name may mean. */
public final class Suggestion {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DIFFERENCES = 3;
    private static final int CHARACTERS_PER_DIFFERENCE = 5;

    private Suggestion() {}

    public static Optional<String> find(String name, Set<String> options) {
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        if (name.matches("(consumer|producer|admin)\\..+")) {
            return Optional.of(name.replaceFirst("\\.", ".override."));
        }
        int allowed = Math.min(MOST_DIFFERENCES, Math.max(1, name.length() / CHARACTERS_PER_DIFFERENCE));
        return options.stream()
                .filter(option -> differences(plain(name), plain(option)) <= allowed)
                .min(Comparator.comparingInt((String option) -> differences(plain(name), plain(option)))
                        .thenComparing(Comparator.naturalOrder()))
                .or(() -> options.stream()
                        .filter(option -> option.startsWith(name + ".") || option.endsWith("." + name))
                        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Counts the characters to insert, remove, replace or swap with their neighbour. */
    private static int differences(String a, String b) {
        int[][] counts = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                counts[i][j] = i == 0 || j == 0 ? i + j : fewest(counts, a, b, i, j);
            }
        }
        return counts[a.length()][b.length()];
    }

    private static int fewest(int[][] counts, String a, String b, int i, int j) {
        int replaced = counts[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int fewest = Math.min(replaced, 1 + Math.min(counts[i - 1][j], counts[i][j - 1]));
        boolean isSwap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwap ? Math.min(fewest, counts[i - 2][j - 2] + 1) : fewest;
    }
}
