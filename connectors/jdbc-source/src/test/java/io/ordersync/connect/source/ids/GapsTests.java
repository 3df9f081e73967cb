package io.ordersync.connect.source.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GapsTests {

    /** Compares with a set of all ids. */
    @RepeatedTest(50)
    void behavesLikeASetOfIds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Gaps gaps = new Gaps();
        TreeSet<Long> ids = new TreeSet<>();
        long next = -100;
        int regular = random.nextInt(3);
        for (int i = 0; i < 200; i++) {
            long first = next + 1 + (regular > 0 ? regular : random.nextInt(5));
            long last = first + (regular > 0 ? regular - 1 : random.nextInt(3));
            gaps.add(first, last, random.nextInt(20) == 0 ? 2 : 1);
            LongStream.rangeClosed(first, last).forEach(ids::add);
            next = last + 1;
        }
        for (int i = 0; i < 300; i++) {
            long id = random.nextInt(1500) - 120;
            assertThat(gaps.contains(id)).isEqualTo(ids.contains(id));
            gaps.remove(id);
            ids.remove(id);
            assertThat(gaps.ids()).isEqualTo(ids.size());
        }
        Gaps parsed = GapText.parse(GapText.of(gaps, IdType.SIGNED), IdType.SIGNED);
        assertThat(parsed.runs()).isEqualTo(gaps.runs());
        LongStream.range(-120, 1500)
                .forEach(id -> assertThat(parsed.contains(id)).isEqualTo(ids.contains(id)));
    }

    /** The ids of one server of a cluster of three. */
    @Test
    void regularGapsTakeOneRun() {
        Gaps gaps = new Gaps();
        LongStream.range(0, 9_000).forEach(i -> gaps.add(3 * i + 2, 3 * i + 3, 17));
        assertThat(gaps.size()).isEqualTo(1);
        assertThat(gaps.ids()).isEqualTo(18_000);
        assertThat(GapText.of(gaps, IdType.SIGNED)).isEqualTo("17:2-3/3x9000");
    }

    @Test
    void writesGroupsOfEqualTimes() {
        Gaps gaps = new Gaps();
        gaps.add(-5, -3, 10);
        gaps.add(7, 7, 10);
        gaps.add(100, 100, 20);
        assertThat(GapText.of(gaps, IdType.SIGNED)).isEqualTo("10:-5--3,7;20:100");
    }

    @Test
    void expiredRunsAreTheOldOnes() {
        Gaps gaps = new Gaps();
        gaps.add(1, 1, 10);
        gaps.add(3, 3, 20);
        assertThat(gaps.expired(9)).isEmpty();
        assertThat(gaps.expired(10)).containsExactly(GapRun.range(1, 1, 10));
    }

    @Test
    void tooManyRunsExpireEarlyOldestFirst() {
        Gaps gaps = new Gaps();
        Random random = new Random(1);
        long id = 0;
        for (int i = 0; i <= Gaps.MOST_RUNS + 1; i++) {
            id += 100 + random.nextInt(100);
            gaps.add(id, id + random.nextInt(50), i);
        }
        List<GapRun> expired = gaps.expired(-1);
        gaps.removeAll(expired);
        assertThat(gaps.size()).isEqualTo(Gaps.MOST_RUNS / 2);
        assertThat(gaps.runs().get(0).since())
                .isGreaterThan(expired.get(expired.size() - 1).since());
    }

    @Test
    void leavesOutRangesOfOpenTransactions() {
        Gaps gaps = new Gaps();
        gaps.add(10, 20, 1);
        gaps.add(30, 30, 2);
        Gaps rest = gaps.without(List.of(GapRun.range(13, 15, 9)));
        assertThat(GapText.of(rest, IdType.SIGNED)).isEqualTo("1:10-12,16-20;2:30");
    }

    @Test
    void countsHugeRanges() {
        Gaps gaps = new Gaps();
        gaps.add(Long.MIN_VALUE, Long.MAX_VALUE - 1, 1);
        assertThat(gaps.ids()).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1:", "1:x", "1:5-", "x:5", "1:5/3"})
    void rejectsOtherTexts(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> GapText.parse(text, IdType.SIGNED));
    }
}
