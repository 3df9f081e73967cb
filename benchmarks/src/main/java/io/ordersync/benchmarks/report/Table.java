package io.ordersync.benchmarks.report;

import io.ordersync.benchmarks.measure.Row;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.measure.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The one table of a run, in Markdown, its columns as wide as they need to be. */
public record Table(List<Row> rows) {

    private static final List<String> HEAD = List.of(
            "stage", "ours", "limit", "alternative", "ratio to limit", "ratio to alternative", "spread", "to reach");

    public String markdown() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        rows.forEach(row -> lines.add(cells(row)));
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        lines.add(1, IntStream.of(widths).mapToObj("-"::repeat).toList());
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.stage(),
                median(row.unit(), row.ours()) + " " + row.unit().symbol(),
                median(row.unit(), row.limit()),
                median(row.unit(), row.alternative()),
                ratio(row.ours(), row.limit()),
                ratio(row.ours(), row.alternative()),
                spread(row),
                row.toReach());
    }

    /** From the lowest to the highest round of each. */
    private static String spread(Row row) {
        List<String> spreads = new ArrayList<>();
        spreads.add(span(row.unit(), row.ours()));
        if (row.limit() != null) {
            spreads.add(span(row.unit(), row.limit()));
        }
        if (row.alternative() != null) {
            spreads.add(span(row.unit(), row.alternative()));
        }
        return String.join(" · ", spreads);
    }

    private static String span(Unit unit, Series series) {
        return number(unit, series.min()) + "–" + number(unit, series.max());
    }

    private static String median(Unit unit, @Nullable Series series) {
        return series == null ? "" : number(unit, series.median());
    }

    /** Empty where there is nothing to divide by, as with a median of less than a millisecond in whole milliseconds. */
    private static String ratio(Series ours, @Nullable Series other) {
        return other == null || other.median() == 0
                ? ""
                : String.format(Locale.ROOT, "%.2f", ours.median() / other.median());
    }

    private static String number(Unit unit, double value) {
        return String.format(Locale.ROOT, "%,." + unit.decimals() + "f", value);
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> pad(cells.get(column), widths[column]))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
