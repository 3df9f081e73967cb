package io.ordersync.benchmarks.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes turns: a first round that does not count, so that everything is compiled and connected, then a b c, a b c, …
 * What disturbs the machine for a while so disturbs all alike.
 */
public record Rounds(int warmUps, int count, Progress progress) {

    /** One series for each contender, by name. */
    public Map<String, Series> of(String stage, Unit unit, List<Contender> contenders) throws Exception {
        Map<String, List<Double>> taken = new LinkedHashMap<>();
        for (int round = 1 - warmUps; round <= count; round++) {
            for (Contender contender : contenders) {
                double value = one(stage, unit, contender, round);
                if (round > 0) {
                    taken.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        return taken.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new Series(each.getValue())));
    }

    private double one(String stage, Unit unit, Contender contender, int round) throws Exception {
        String label = round > 0 ? "round %d of %d".formatted(round, count) : "warm-up";
        progress.begin("%s, %s: %s".formatted(stage, label, contender.name()));
        double value = contender.measure();
        progress.end(String.format(Locale.ROOT, "%,.0f %s", value, unit.symbol()));
        return value;
    }
}
