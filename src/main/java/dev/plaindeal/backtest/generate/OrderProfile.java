package dev.plaindeal.backtest.generate;

import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** How made-up orders are distributed over a time and over markets. Immutable and thread-safe. */
public final class OrderProfile {

    private static final String PACKED = "order-profile.json";

    private final LocalDate from;
    private final LocalDate until;
    private final long[] hours;
    private final Draw<MarketProfile> markets;

    OrderProfile(LocalDate from, LocalDate until, long[] hours, Draw<MarketProfile> markets) {
        this.from = from;
        this.until = until;
        this.hours = hours.clone();
        this.markets = markets;
    }

    /**
     * Reads one from JSON.
     *
     * @param file for places of problems
     * @throws ProblemException with every problem there is
     */
    public static OrderProfile read(String file, byte[] json) {
        return ProfileReader.read(file, json);
    }

    /** That of the packed rules. */
    public static OrderProfile packed() {
        return read(PACKED, packedText().getBytes(StandardCharsets.UTF_8));
    }

    /** The same as text, to begin one's own with. */
    public static String packedText() {
        try (InputStream in = OrderProfile.class.getResourceAsStream("/dev/plaindeal/" + PACKED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    LocalDate from() {
        return from;
    }

    LocalDate until() {
        return until;
    }

    long[] hours() {
        return hours;
    }

    Draw<MarketProfile> markets() {
        return markets;
    }
}
