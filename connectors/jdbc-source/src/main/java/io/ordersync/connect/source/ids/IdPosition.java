package io.ordersync.connect.source.ids;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a table has been read by its ids.
 *
 * @param highest the highest id read, or null if none has been
 * @param gaps the ids below it that have not been read
 */
record IdPosition(IdType type, @Nullable Long highest, Gaps gaps) {

    static final String HIGHEST = "incrementing";
    static final String GAPS = "gaps";

    /** @throws IllegalArgumentException if the offset is malformed */
    static IdPosition of(Map<String, ?> offset, IdType type) {
        Object highest = offset.get(HIGHEST);
        Object gaps = offset.get(GAPS);
        return new IdPosition(
                type,
                highest == null ? null : type.parse(highest.toString()),
                gaps == null ? new Gaps() : GapText.parse(gaps.toString(), type));
    }

    /** An id is a number unless it is too large for a long. */
    Map<String, Object> toOffset() {
        Map<String, Object> offset = new HashMap<>();
        if (highest != null) {
            String text = type.text(highest);
            boolean fits = type == IdType.SIGNED || Long.parseUnsignedLong(text) >= 0;
            offset.put(HIGHEST, fits ? (Object) Long.valueOf(text) : text);
        }
        if (!gaps.isEmpty()) {
            offset.put(GAPS, GapText.of(gaps, type));
        }
        return offset;
    }

    /** Returns the same position for a column whose type has changed. */
    IdPosition as(IdType other) {
        if (other == IdType.UNSIGNED && type == IdType.SIGNED && highest != null && highest < 0) {
            return new IdPosition(other, null, new Gaps());
        }
        return other == type ? this : of(toOffset(), other);
    }

    IdPosition at(long id, Gaps open) {
        return new IdPosition(type, id, open);
    }

    IdPosition with(Gaps open) {
        return new IdPosition(type, highest, open);
    }
}
