package dev.plaindeal.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is so in a market of which no rule says it: its clocks and its law. */
class MarketSettingTest {

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
    void aDateIsToldByAClockThatNoBuyerHas(String market, String zone, boolean foreign) {
        Instant at = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(MarketSetting.usual(market).isForeign(ZoneId.of(zone), at)).isEqualTo(foreign);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-15T12:00:00Z, false", "2026-07-15T12:00:00Z, true"})
    void itIsTheClockOfThatMomentThatCounts(String at, boolean foreign) {
        assertThat(MarketSetting.usual("GB").isForeign(ZoneId.of("Africa/Abidjan"), Instant.parse(at))).isEqualTo(foreign);
    }

    @Test
    void theLawOfTheEuHoldsInItsTwentySevenMembers() {
        assertThat(Locale.getISOCountries())
                .filteredOn(code -> MarketSetting.usual(code).comparison() == ComparisonPrice.LOWEST_OF_30_DAYS)
                .hasSize(27)
                .contains("DE", "GR")
                .doesNotContain("GB", "NO", "CH", "US");
    }
}
