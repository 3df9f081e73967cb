package io.ordersync.connect.source;

import io.ordersync.connect.source.table.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tables a task reads. A table never changes its task while the number of tasks is the same, so two tasks never read
 * one table.
 *
 * @param index the number of the task, from 0
 * @param count the number of tasks
 */
record TaskShare(int index, int count) {

    private static final String INDEX = "source.task.index";
    private static final String COUNT = "source.task.count";

    static TaskShare of(Map<String, String> options) {
        return new TaskShare(
                Integer.parseInt(options.getOrDefault(INDEX, "0")), Integer.parseInt(options.getOrDefault(COUNT, "1")));
    }

    Map<String, String> addTo(Map<String, String> options) {
        Map<String, String> all = new HashMap<>(options);
        all.put(INDEX, String.valueOf(index));
        all.put(COUNT, String.valueOf(count));
        return all;
    }

    /** @param isFixed whether the list never changes, so that its order can divide it evenly */
    List<Relation> of(List<Relation> all, boolean isFixed) {
        List<Relation> own = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int place = isFixed ? i : all.get(i).partition().toString().hashCode();
            if (Math.floorMod(place, count) == index) {
                own.add(all.get(i));
            }
        }
        return own;
    }
}
