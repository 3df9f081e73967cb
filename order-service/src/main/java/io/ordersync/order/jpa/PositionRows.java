package io.ordersync.order.jpa;

import java.util.List;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
interface PositionRows extends Repository<PositionRow, Integer> {

    @NativeQuery("""
            SELECT topic_partition, topic_id, next_offset
            FROM orders_sink_offset WHERE connector = :connector AND topic = :topic""")
    List<PositionRow> of(String connector, String topic);
}
