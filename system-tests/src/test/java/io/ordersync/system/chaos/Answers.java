package io.ordersync.system.chaos;

import java.net.http.HttpResponse;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the answers that clients received, by method and status. */
final class Answers {

    private final SortedMap<String, Integer> counts = new TreeMap<>();

    @Nullable
    HttpResponse<String> count(String method, @Nullable HttpResponse<String> answer) {
        String outcome = answer == null ? "no answer in time" : Integer.toString(answer.statusCode());
        synchronized (counts) {
            counts.merge(method + " " + outcome, 1, Integer::sum);
        }
        return answer;
    }

    SortedMap<String, Integer> counts() {
        synchronized (counts) {
            return new TreeMap<>(counts);
        }
    }
}
