package io.ordersync.benchmarks.report;

import io.ordersync.benchmarks.measure.ResultRow;
import io.ordersync.benchmarks.measure.Series;
import io.ordersync.benchmarks.measure.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The result table of a run in Markdown, with columns as wide as their content. */
record ResultTable(List<ResultRow> rows) {

    private static final List<String> HEAD = List.of(
            "stage", "ours", "limit", "alternative", "ratio to limit", "ratio to alternative", "spread", "to reach");

    String markdown() {
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

    private static List<String> cells(ResultRow row) {
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

    /** The lowest and the highest round of ours, the limit and the alternative. */
    private static String spread(ResultRow row) {
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

    /** Empty if the other median is 0, such as that of latencies in whole milliseconds. */
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
