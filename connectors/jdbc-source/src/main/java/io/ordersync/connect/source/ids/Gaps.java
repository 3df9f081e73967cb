package io.ordersync.connect.source.ids;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The ids below the highest one that have not been read, in order. */
final class Gaps {

    /** More would make the offset too large. */
    static final int MOST_RUNS = 5000;

    private final List<GapRun> runs;

    Gaps() {
        this(List.of());
    }

    private Gaps(List<GapRun> runs) {
        this.runs = new ArrayList<>(runs);
    }

    static Gaps of(List<GapRun> runs) {
        Gaps gaps = new Gaps(runs);
        gaps.runs.sort(Comparator.comparingLong(GapRun::first));
        return gaps;
    }

    Gaps copy() {
        return new Gaps(runs);
    }

    List<GapRun> runs() {
        return List.copyOf(runs);
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    int size() {
        return runs.size();
    }

    /** Returns the number of missing ids, at most the largest long. */
    long ids() {
        long sum = 0;
        for (GapRun run : runs) {
            long length = run.last() - run.first() + 1;
            long ids = length <= 0 ? Long.MAX_VALUE : length * run.count();
            sum = sum + ids < 0 ? Long.MAX_VALUE : sum + ids;
        }
        return sum;
    }

    /** Adds a range above all others. */
    void add(long from, long to, long since) {
        int end = runs.size() - 1;
        GapRun longer = end < 0 ? null : runs.get(end).plus(from, to, since);
        if (longer == null) {
            runs.add(GapRun.range(from, to, since));
        } else {
            runs.set(end, longer);
        }
    }

    boolean contains(long id) {
        return indexOf(id) >= 0;
    }

    void remove(long id) {
        int index = indexOf(id);
        if (index >= 0) {
            List<GapRun> rest = runs.remove(index).without(id);
            runs.addAll(index, rest);
        }
    }

    private int indexOf(long id) {
        int low = 0;
        int high = runs.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            GapRun run = runs.get(middle);
            if (id < run.first()) {
                high = middle - 1;
            } else if (id > run.end()) {
                low = middle + 1;
            } else {
                return run.contains(id) ? middle : -1;
            }
        }
        return -1;
    }

    /** Returns the runs that were found missing at this time or earlier; the oldest half too if there are too many. */
    List<GapRun> expired(long time) {
        List<GapRun> old = runs.stream().filter(run -> run.since() <= time).collect(Collectors.toList());
        if (runs.size() - old.size() > MOST_RUNS) {
            return runs.stream()
                    .sorted(Comparator.comparingLong(GapRun::since).thenComparingLong(GapRun::first))
                    .limit(runs.size() - MOST_RUNS / 2)
                    .toList();
        }
        return old;
    }

    void removeAll(List<GapRun> given) {
        runs.removeAll(Set.copyOf(given));
    }

    void addAll(List<GapRun> given) {
        runs.addAll(given);
        runs.sort(Comparator.comparingLong(GapRun::first));
    }

    /** Returns the ids that are in none of the ranges, each of which is part of a run. */
    Gaps without(List<GapRun> ranges) {
        Gaps rest = copy();
        for (GapRun range : ranges) {
            int index = rest.indexOf(range.first());
            GapRun run = rest.runs.get(index);
            if (run.count() > 1) {
                rest.remove(range.first());
                continue;
            }
            rest.runs.remove(index);
            if (range.last() < run.last()) {
                rest.runs.add(index, GapRun.range(range.last() + 1, run.last(), run.since()));
            }
            if (run.first() < range.first()) {
                rest.runs.add(index, GapRun.range(run.first(), range.first() - 1, run.since()));
            }
        }
        return rest;
    }
}
