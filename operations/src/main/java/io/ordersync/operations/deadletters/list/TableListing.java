package io.ordersync.operations.deadletters.list;

import io.ordersync.operations.deadletters.record.DeadLetter;
import io.ordersync.operations.deadletters.record.PrintableText;
import io.ordersync.operations.deadletters.record.RecordAddress;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A table for people: one line per dead letter, and the total at the end. */
public final class TableListing implements Listing {

    private static final String LINE = "%-22s %-20s %-20s %-20s %8s  %-36s  %s%n";
    private static final int KEY_WIDTH = 36;
    private static final int CAUSE_WIDTH = 200;
    private static final int VALUE_WIDTH = 200;

    private final PrintWriter out;
    private final boolean withValues;
    private int count;
    private int replayed;

    public TableListing(PrintWriter out, boolean withValues) {
        this.out = out;
        this.withValues = withValues;
    }

    @Override
    public void add(DeadLetter letter, Optional<RecordAddress> replayedTo) {
        if (count++ == 0) {
            out.printf(LINE, "ADDRESS", "ORIGINAL", "TIME", "REPLAYED TO", "BYTES", "KEY", "CAUSE");
        }
        replayedTo.ifPresent(destination -> replayed++);
        out.printf(
                LINE,
                letter.address(),
                orDash(letter.origin()),
                letter.time().truncatedTo(ChronoUnit.SECONDS),
                orDash(replayedTo),
                letter.size(),
                PrintableText.cut(PrintableText.printable(letter.record().key()), KEY_WIDTH),
                firstLine(letter.cause()));
        if (withValues) {
            out.println("    "
                    + PrintableText.cut(PrintableText.printable(letter.record().value()), VALUE_WIDTH));
        }
    }

    @Override
    public void end() {
        out.println("Dead letters: %d, replayed: %d".formatted(count, replayed));
    }

    private static String orDash(Optional<RecordAddress> address) {
        return address.map(RecordAddress::toString).orElse("-");
    }

    private static String firstLine(String cause) {
        return PrintableText.cut(
                PrintableText.printable(cause.strip().lines().findFirst().orElse("")), CAUSE_WIDTH);
    }
}
