package dev.plaindeal.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainMomentTest {

    /** As any basket's moment is read: the pattern first, then the JDK. */
    private static Optional<Instant> slowly(String text) {
        try {
            return MarketReader.MOMENT.matcher(text).matches() ? Optional.of(OffsetDateTime.parse(text).toInstant()) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> quickly(String text) {
        try {
            return PlainMoment.of(text);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    @Test
    void usualMomentsAreWhatTheJdkReads() {
        Random random = new Random(20261128);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(-62_167_219_200L, 253_402_300_800L);
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-1080, 1081) * 60);
            String text = String.format("%1$tY-%1$tm-%1$tdT%1$tH:%1$tM:%1$tS%2$s", Instant.ofEpochSecond(second).atOffset(offset), offset.getId());
            if (text.indexOf('-') == 4) {
                assertThat(quickly(text)).as(text).isPresent().isEqualTo(slowly(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "2026-11-27T08:30:00Z", "2026-11-27T08:30:00-00:00", "2026-11-27T08:30:00+00:00", "2026-11-27T08:30:00+18:00", "2026-11-27T08:30:00-18:00",
        "2024-02-29T00:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59-18:00", "2026-11-27T08:30:00-00:30"})
    void theEdgesAreReadAlike(String text) {
        assertThat(quickly(text)).isPresent().isEqualTo(slowly(text));
    }

    /** What it reads, any reader of baskets reads; what only that one reads is left to it. */
    @ParameterizedTest
    @ValueSource(strings = {
        "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-27T24:00:00Z", "2026-11-27T08:60:00Z", "2026-11-27T08:30:60Z", "2026-11-27T08:30:00+18:01",
        "2026-11-27T08:30:00+05:60", "2026-11-27T08:30:00", "2026-11-27T08:30Z", "2026-11-27t08:30:00Z", "2026-11-27T08:30:00z", "2026-11-27T08:30:00+0500",
        "2026-11-27T08:30:00 05:00", "2026-11-27T08:30:00Z ", "2026-11-27T08:30:00.5Z", "+026-11-27T08:30:00Z", "2026-11-27", "", "2026-11-27T08:30:00+05:0",
        "2026-11-27T08:30:00+05:000", "\uff12026-11-27T08:30:00Z", "2026/11/27T08:30:00Z"})
    void whatIsUnusualOrWrongIsNotReadHere(String text) {
        assertThat(quickly(text)).isEmpty();
    }
}
