package dev.plaindeal.model;

import dev.plaindeal.offer.Dates;
import dev.plaindeal.problem.Senseless;
import java.time.ZoneOffset;

/** Moments as authors write them. */
public final class Moments {

    private Moments() {}

    /**
     * Reads a day or a moment, and a time zone, as {@link Dates.Moment#of} does.
     *
     * @throws Senseless with a sentence for the author and what was probably meant
     */
    public static Dates.Moment of(String date, String zone) {
        requireDate(date);
        try {
            return Dates.Moment.of(date, zone);
        } catch (IllegalArgumentException unknown) {
            throw Senseless.maybe(unknown.getMessage(), DateHint.zone(zone));
        }
    }

    /** The same of the moment something is over, for which a day is its first moment and not its last. */
    static Dates.Moment end(String date, String zone) {
        try {
            return of(date, zone);
        } catch (Senseless slip) {
            boolean ofDay = slip.hint().matches("Maybe [0-9-]{10}( or [0-9-]{10})*\\?");
            throw ofDay ? Senseless.maybe(slip.getMessage(), slip.hint() + " It is over as that day begins.") : slip;
        }
    }

    /** What to write instead of a text that is no day. */
    public static String day(String written) {
        String meant = DateHint.of(written);
        return meant.isEmpty() ? "A day is year-month-day, for instance \"2026-12-01\"." : meant;
    }

    private static void requireDate(String date) {
        try {
            Dates.Moment.of(date, ZoneOffset.UTC.getId());
        } catch (IllegalArgumentException unreadable) {
            throw Senseless.maybe(DateHint.why(date).orElse(unreadable.getMessage()), DateHint.of(date));
        }
    }
}
