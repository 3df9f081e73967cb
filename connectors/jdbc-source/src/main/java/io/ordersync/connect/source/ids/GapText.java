package io.ordersync.connect.source.ids;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Missing ids as a text: {@code since:ids;since:ids}. Ids are {@code 5}, {@code 7-9}, or {@code 20-21/3x500} for 500 ranges
 * that begin every 3 ids.
 */
final class GapText {

    private static final Pattern RUN = Pattern.compile("(-?\\d+)(?:-(-?\\d+))?(?:/(\\d+)x(\\d+))?");

    private GapText() {}

    static String of(Gaps gaps, IdType type) {
        StringBuilder text = new StringBuilder();
        long since = 0;
        for (GapRun run : gaps.runs()) {
            if (text.isEmpty() || run.since() != since) {
                since = run.since();
                text.append(text.isEmpty() ? "" : ";").append(since).append(':');
            } else {
                text.append(',');
            }
            text.append(of(run, type));
        }
        return text.toString();
    }

    static String of(GapRun run, IdType type) {
        String first = type.text(run.first());
        String range = run.first() == run.last() ? first : first + "-" + type.text(run.last());
        return run.count() == 1 ? range : range + "/" + run.step() + "x" + run.count();
    }

    /** @throws IllegalArgumentException if the text is malformed */
    static Gaps parse(String text, IdType type) {
        List<GapRun> runs = new ArrayList<>();
        for (String group : text.isEmpty() ? new String[0] : text.split(";")) {
            int colon = group.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("must look like 1764316800000:5,7-9");
            }
            long since = Long.parseLong(group.substring(0, colon));
            for (String run : group.substring(colon + 1).split(",")) {
                runs.add(run(run, since, type));
            }
        }
        return Gaps.of(runs);
    }

    private static GapRun run(String text, long since, IdType type) {
        Matcher run = RUN.matcher(text);
        if (!run.matches()) {
            throw new IllegalArgumentException("must name ids such as 5, 7-9 or 20-21/3x500");
        }
        long first = type.parse(run.group(1));
        long last = run.group(2) == null ? first : type.parse(run.group(2));
        return run.group(3) == null
                ? GapRun.range(first, last, since)
                : new GapRun(first, last, Long.parseLong(run.group(3)), Integer.parseInt(run.group(4)), since);
    }
}
