package dev.plaindeal.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.offer.Period.Length;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Periods follow each other without a gap, each with a name of its own. */
class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "DAY, Asia/Manila, 2021-11-08T15:59:59Z, day/2021-11-08, 2021-11-08T16:00:00Z",
        "DAY, America/New_York, 2026-11-01T04:00:00Z, day/2026-11-01, 2026-11-02T05:00:00Z",
        "DAY, America/Sao_Paulo, 2018-11-03T12:00:00Z, day/2018-11-03, 2018-11-04T03:00:00Z",
        "WEEK, Asia/Manila, 2021-11-08T12:00:00Z, week/2021-W45, 2021-11-14T16:00:00Z",
        "WEEK, Etc/UTC, 2027-01-03T12:00:00Z, week/2026-W53, 2027-01-04T00:00:00Z",
        "WEEK, Etc/UTC, 2024-12-30T00:00:00Z, week/2025-W01, 2025-01-06T00:00:00Z",
        "MONTH, Asia/Seoul, 2026-01-31T14:59:59Z, month/2026-01, 2026-01-31T15:00:00Z",
        "YEAR, Europe/London, 2026-12-31T23:59:59Z, year/2026, 2027-01-01T00:00:00Z"})
    void eachIsNamedByTheCalendarOfItsZone(Length length, String zone, Instant at, String name, Instant next) {
        Period period = new Period(length, ZoneId.of(zone));
        assertThat(period.name(at)).isEqualTo(name);
        assertThat(period.next(at)).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource(Length.class)
    void theNextBeginsWhereOneEnds(Length length) {
        Period period = new Period(length, ZoneId.of("Europe/Berlin"));
        Instant at = Instant.parse("2023-12-31T22:59:59Z");
        for (int i = 0; i < 900; i++) {
            Instant next = period.next(at);
            assertThat(period.name(next.minusNanos(1))).isEqualTo(period.name(at));
            assertThat(period.name(next)).isNotEqualTo(period.name(at));
            at = next.plus(Duration.ofMinutes(i % 60));
        }
    }
}
