package io.ordersync.connect.source.ids;

import java.util.Map;

/** Moves a position along the rows of a page, and notes the ids that are missing between them. */
final class IdPage {

    private final long now;
    private final int runsInEveryOffset;
    private final Gaps gaps;
    private IdPosition position;
    private Map<String, Object> offset;

    IdPage(IdPosition start, long now, int runsInEveryOffset) {
        this.now = now;
        this.runsInEveryOffset = runsInEveryOffset;
        this.gaps = start.gaps().copy();
        this.position = start;
        this.offset = start.toOffset();
    }

    /**
     * Returns the offset of the next row. If it would be too large for each record, or more rows of the id follow, it is an
     * earlier one, and after a crash the rows since then are sent again.
     */
    Map<String, Object> next(long id, boolean isLastOfId, boolean isLast) {
        Long highest = position.highest();
        boolean isFirstOfTable = highest == null && id > position.type().parse("1");
        if (isFirstOfTable) {
            gaps.add(position.type().parse("1"), id - 1, now);
        } else if (highest != null && id > highest + 1) {
            gaps.add(highest + 1, id - 1, now);
        }
        position = position.at(id, gaps);
        if (isLast || (isLastOfId && gaps.size() <= runsInEveryOffset)) {
            offset = position.toOffset();
        }
        return offset;
    }

    IdPosition position() {
        return position.with(gaps);
    }
}
