package io.ordersync.connect.source.times;

import java.util.List;
import org.apache.kafka.connect.data.Struct;

/**
 * A row and its place in the order.
 *
 * @param identity its time, then its key, as texts
 */
record TimedRow(List<String> identity, Struct value) {

    String time() {
        return identity.get(0);
    }

    List<String> key() {
        return identity.subList(1, identity.size());
    }
}
