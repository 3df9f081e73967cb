package io.ordersync.outage;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a sink does not move, and since when. A sink commits the note with the offset of each partition that waits; the next
 * offset that it commits replaces it.
 *
 * @param since in whole seconds
 */
public record WaitingNote(Instant since, String reason) {

    /** A broker keeps at most 4096 bytes with an offset unless it is configured otherwise. */
    private static final int LONGEST_REASON = 1000;

    private static final Pattern TEXT = Pattern.compile("waiting since (\\S+): (.*)", Pattern.DOTALL);

    public WaitingNote {
        since = since.truncatedTo(ChronoUnit.SECONDS);
        reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
    }

    /** Reads the note from its text; returns nothing if it is another text. */
    public static Optional<WaitingNote> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        try {
            return matcher.matches()
                    ? Optional.of(new WaitingNote(Instant.parse(matcher.group(1)), matcher.group(2)))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Joins the notes of two outages at once: the reason of the first, since the earlier of the two. */
    public static Optional<WaitingNote> merge(Optional<WaitingNote> first, Optional<WaitingNote> second) {
        return first.isEmpty() || second.isEmpty()
                ? first.or(() -> second)
                : Optional.of(new WaitingNote(
                        first.get().since.isBefore(second.get().since) ? first.get().since : second.get().since,
                        first.get().reason));
    }

    /** The text that a sink commits. */
    @Override
    public String toString() {
        return "waiting since %s: %s".formatted(since, reason);
    }
}
