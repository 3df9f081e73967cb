package io.ordersync.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingNoteTests {

    private static final Instant SINCE = Instant.parse("2026-03-29T02:30:00Z");

    @Test
    void canBeReadFromItsText() {
        WaitingNote note = new WaitingNote(SINCE, "Table a cannot be written:\nread-only");
        assertThat(WaitingNote.parse(note.toString())).contains(note);
    }

    @Test
    void twoOutagesAreOneNote() {
        Optional<WaitingNote> server = Optional.of(new WaitingNote(SINCE.plusSeconds(60), "no connection"));
        Optional<WaitingNote> table = Optional.of(new WaitingNote(SINCE, "read-only"));
        assertThat(WaitingNote.merge(server, table)).contains(new WaitingNote(SINCE, "no connection"));
        assertThat(WaitingNote.merge(table, server)).contains(new WaitingNote(SINCE, "read-only"));
        assertThat(WaitingNote.merge(server, Optional.empty())).isEqualTo(server);
        assertThat(WaitingNote.merge(Optional.empty(), table)).isEqualTo(table);
        assertThat(WaitingNote.merge(Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    void ignoresTheTextOfOtherSinks() {
        assertThat(WaitingNote.parse("")).isEmpty();
        assertThat(WaitingNote.parse("checkpoint 7")).isEmpty();
        assertThat(WaitingNote.parse("waiting since yesterday: rain")).isEmpty();
    }

    @Test
    void fitsBesideAnOffset() {
        WaitingNote note = new WaitingNote(SINCE.plusMillis(17), "한".repeat(50_000));
        assertThat(note.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThan(4096);
        assertThat(WaitingNote.parse(note.toString())).contains(note);
    }
}
