package io.ordersync.marketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTests {

    @ParameterizedTest
    @CsvSource({"2026-11-20, 2026-11-20", "2026-10-01, 2026-10-31", "0001-01-01, 0001-01-02", "9998-12-01, 9998-12-31"})
    void acceptsUpToAMonth(LocalDate from, LocalDate to) {
        assertThat(new Period(from, to).to()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-11-01, 31 days",
        "2026-10-02, 2026-10-01, order",
        "9998-12-31, 9999-01-01, years",
        "0000-12-31, 0001-01-01, years",
        "+999999999-12-31, +999999999-12-31, years"
    })
    void rejectsAnInvalidPeriod(LocalDate from, LocalDate to, String reason) {
        assertThatThrownBy(() -> new Period(from, to))
                .isInstanceOf(InvalidPeriod.class)
                .hasMessageContaining(reason);
    }

    @Test
    void findsTheFirstDayOfTheWeekUntilADay() {
        LocalDate last = LocalDate.parse("2026-11-20");
        assertThat(Period.firstDayOfWeekUntil(last)).isEqualTo("2026-11-14");
    }
}
