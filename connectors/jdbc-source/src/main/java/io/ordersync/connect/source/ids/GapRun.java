package io.ordersync.connect.source.ids;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Missing ids: a range, or equal ranges at equal distances, as servers of a cluster leave them between the ids of another.
 *
 * @param first the first id of the first range
 * @param last the last id of the first range
 * @param step the distance from a range to the next one
 * @param count how many ranges there are
 * @param since when they were found missing, in milliseconds since 1970
 */
record GapRun(long first, long last, long step, int count, long since) {

    private static final int LONGEST_STEP = 64;
    private static final int MOST_RANGES = 10_000;

    static GapRun range(long first, long last, long since) {
        return new GapRun(first, last, 0, 1, since);
    }

    long end() {
        return last + step * (count - 1);
    }

    boolean contains(long id) {
        if (id < first || id > end()) {
            return false;
        }
        return count == 1 || (id - first) % step <= last - first;
    }

    /** Returns this run with one more range, or null if the range does not fit. */
    @Nullable
    GapRun plus(long from, long to, long time) {
        long distance = from - first;
        boolean isAlike = time == since && to - from == last - first && count < MOST_RANGES;
        if (!isAlike || (count == 1 ? distance <= 0 || distance > LONGEST_STEP : distance != step * count)) {
            return null;
        }
        return new GapRun(first, last, count == 1 ? distance : step, count + 1, since);
    }

    /** Returns the other ids of this run. */
    List<GapRun> without(long id) {
        int index = count == 1 ? 0 : (int) ((id - first) / step);
        long from = first + step * index;
        long to = last + step * index;
        List<GapRun> rest = new ArrayList<>();
        add(rest, first, last, index);
        if (from < id) {
            rest.add(range(from, id - 1, since));
        }
        if (id < to) {
            rest.add(range(id + 1, to, since));
        }
        add(rest, from + step, to + step, count - index - 1);
        return rest;
    }

    private void add(List<GapRun> runs, long from, long to, int ranges) {
        if (ranges > 0) {
            runs.add(new GapRun(from, to, ranges == 1 ? 0 : step, ranges, since));
        }
    }
}
