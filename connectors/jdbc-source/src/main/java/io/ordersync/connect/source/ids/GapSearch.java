package io.ordersync.connect.source.ids;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.source.rows.ReadContext;
import io.ordersync.connect.source.rows.UncommittedRead;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives up missing ids that can no longer appear: a rolled-back insert, or a deleted row, leaves them for ever. */
final class GapSearch {

    private static final Logger log = LoggerFactory.getLogger(GapSearch.class);

    private static final int NAMED_RUNS = 50;

    private final ReadContext context;
    private final Duration timeout;

    GapSearch(ReadContext context) {
        this.context = context;
        this.timeout = context.config().ids().gapTimeout();
    }

    /** Removes the ids that are missing for too long from the gaps, except those of rows that a transaction has not committed. */
    void giveUp(Session session, IdQueries queries, Gaps gaps, long now) throws SQLException {
        List<GapRun> expired = gaps.expired(now - timeout.toMillis());
        if (expired.isEmpty()) {
            return;
        }
        Gaps missing = Gaps.of(expired);
        List<GapRun> awaited =
                UncommittedRead.of(session, uncommitted -> queries.bounds(uncommitted, missing, expired, now));
        gaps.removeAll(expired);
        gaps.addAll(awaited);
        log(missing.without(awaited), queries.type(), now);
    }

    private void log(Gaps missing, IdType type, long now) {
        if (missing.isEmpty()) {
            return;
        }
        context.metrics().gapsGivenUp(missing.ids());
        String ids = missing.runs().stream()
                .limit(NAMED_RUNS)
                .map(run -> GapText.of(run, type))
                .collect(Collectors.joining(", "));
        boolean isEarly = missing.runs().stream().anyMatch(run -> run.since() > now - timeout.toMillis());
        log.info(
                "{} has no rows with the ids {}{}{}. No open transaction has written them, so the source no longer asks for"
                        + " them: their inserts were rolled back, or the rows were deleted",
                context.relation(),
                ids,
                missing.size() > NAMED_RUNS ? " and " + (missing.size() - NAMED_RUNS) + " more ranges" : "",
                isEarly
                        ? ", and more ids are missing than an offset can name"
                        : " for longer than gap.timeout.ms=" + timeout.toMillis());
    }
}
