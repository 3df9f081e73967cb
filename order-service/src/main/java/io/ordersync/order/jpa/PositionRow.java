package io.ordersync.order.jpa;

import io.ordersync.order.view.ViewPosition.Position;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The position of the sink in one partition. Every query selects one connector and topic. */
@Entity
@Immutable
@Table(name = "orders_sink_offset")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class PositionRow {

    @Id
    @Getter
    private int topicPartition;

    private @Nullable String topicId;
    private long nextOffset;

    Position toPosition() {
        return new Position(topicId, nextOffset);
    }
}
