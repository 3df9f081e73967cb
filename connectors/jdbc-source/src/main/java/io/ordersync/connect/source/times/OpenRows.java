package io.ordersync.connect.source.times;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the rows of a window that a transaction has written, but not committed. */
final class OpenRows {

    private OpenRows() {}

    /**
     * Returns the time of the first row that is not committed. Rows from that time on have to wait.
     *
     * @param all what identifies the rows, those of open transactions included, in order
     * @param committed the committed rows, read later
     */
    static Optional<String> firstTime(List<List<String>> all, List<TimedRow> committed) {
        Map<List<String>, Integer> counts = new HashMap<>();
        committed.forEach(row -> counts.merge(row.identity(), 1, Integer::sum));
        for (List<String> identity : all) {
            Integer count = counts.get(identity);
            if (count == null || count == 0) {
                return Optional.of(identity.get(0));
            }
            counts.put(identity, count - 1);
        }
        return Optional.empty();
    }
}
