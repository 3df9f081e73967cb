package io.ordersync.connect.source.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdPositionTests {

    @Test
    void keepsIdsAboveTheLargestLong() {
        Map<String, Object> offset = Map.of("incrementing", "18446744073709551615", "gaps", "5:18446744073709551610");
        IdPosition position = IdPosition.of(offset, IdType.UNSIGNED);
        assertThat(position.toOffset()).isEqualTo(offset);
        assertThat(position.gaps().contains(position.highest() - 5)).isTrue();
    }

    @Test
    void aColumnMayBecomeUnsigned() {
        IdPosition signed = IdPosition.of(Map.of("incrementing", 7L, "gaps", "5:3-4"), IdType.SIGNED);
        IdPosition unsigned = signed.as(IdType.UNSIGNED);
        assertThat(unsigned.toOffset()).isEqualTo(Map.of("incrementing", 7L, "gaps", "5:3-4"));
        assertThat(IdType.UNSIGNED.text(unsigned.highest())).isEqualTo("7");
    }

    /** A worker may stop after any record. */
    @Test
    void theOffsetOfEachRecordNamesTheIdsMissingBeforeIt() {
        IdPage page = new IdPage(IdPosition.of(Map.of("incrementing", 4L), IdType.SIGNED), 9, 50);
        assertThat(page.next(5, true, false)).isEqualTo(Map.of("incrementing", 5L));
        assertThat(page.next(8, true, false)).isEqualTo(Map.of("incrementing", 8L, "gaps", "9:6-7"));
        assertThat(page.next(9, true, false)).isEqualTo(Map.of("incrementing", 9L, "gaps", "9:6-7"));
        assertThat(page.next(13, true, true)).isEqualTo(Map.of("incrementing", 13L, "gaps", "9:6-7,10-12"));
    }

    @Test
    void theFirstRowMayNotBeTheFirstToBeInserted() {
        IdPage page = new IdPage(IdPosition.of(Map.of(), IdType.SIGNED), 9, 50);
        assertThat(page.next(3, true, true)).isEqualTo(Map.of("incrementing", 3L, "gaps", "9:1-2"));
    }

    @Test
    void anEarlierOffsetStandsForOneThatIsTooLarge() {
        IdPage page = new IdPage(IdPosition.of(Map.of("incrementing", 0L), IdType.SIGNED), 9, 3);
        List<Map<String, Object>> offsets = new ArrayList<>();
        long id = 0;
        for (int i = 0; i < 6; i++) {
            id += 3 + i;
            offsets.add(page.next(id, true, i == 5));
        }
        assertThat(offsets.get(2)).containsEntry("incrementing", 12L);
        assertThat(offsets.subList(3, 5)).containsOnly(offsets.get(2));
        assertThat(offsets.get(5)).containsEntry("incrementing", id);
        IdPosition last = IdPosition.of(offsets.get(5), IdType.SIGNED);
        assertThat(last.gaps().runs()).isEqualTo(page.position().gaps().runs());
    }
}
