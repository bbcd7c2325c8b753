package dev.plaindeal.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a date is told by a clock that no buyer of the market has. */
class HomeZonesTest {

    @ParameterizedTest
    @CsvSource({
        "US, America/New_York, false",
        "US, Pacific/Honolulu, false",
        "US, Asia/Shanghai, true",
        "DE, Europe/Paris, false",
        "DE, Europe/London, true",
        "JP, Asia/Seoul, false",
        "SG, Asia/Tokyo, true",
        // Nobody knows the clocks of a market that is not listed, so none is called foreign.
        "IN, Asia/Kolkata, false",
        "IN, Asia/Shanghai, false",
        "ZA, America/New_York, false"
    })
    void isTold(String market, String zone, boolean foreign) {
        Instant at = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(HomeZones.isForeign(market, ZoneId.of(zone), at)).isEqualTo(foreign);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-15T12:00:00Z, false", "2026-07-15T12:00:00Z, true"})
    void itIsTheClockOfThatMomentThatCounts(String at, boolean foreign) {
        assertThat(HomeZones.isForeign("GB", ZoneId.of("Africa/Abidjan"), Instant.parse(at))).isEqualTo(foreign);
    }
}
