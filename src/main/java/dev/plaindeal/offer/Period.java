package dev.plaindeal.offer;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * Days, weeks, months or years, one after the other, by the calendar of one zone.
 *
 * <p>Worked example: in Manila 2021-11-08T16:00:00Z is the first moment of {@code day/2021-11-09}, and in {@code week/2021-W45}.
 *
 * @param length how long each is
 * @param zone where the calendar hangs
 */
public record Period(Length length, ZoneId zone) {

    /** How long a period is, the shortest first. */
    public enum Length {
        /** From midnight to midnight. */
        DAY,
        /** From Monday on, as ISO 8601 counts weeks. */
        WEEK,
        /** From the first on. */
        MONTH,
        /** From the first of January on. */
        YEAR;

        /** How rule files and keys write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The name of the period this moment is in, for instance {@code day/2021-11-08}, {@code week/2021-W45}, {@code month/2021-11}. */
    public String name(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return length.key() + "/" + switch (length) {
            case DAY -> day.toString();
            case WEEK -> String.format(
                    Locale.ROOT, "%04d-W%02d", day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> YearMonth.from(day).toString();
            case YEAR -> Year.from(day).toString();
        };
    }

    /** The first moment of the next one. */
    public Instant next(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        LocalDate first = switch (length) {
            case DAY -> day.plusDays(1);
            case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
            case YEAR -> day.with(TemporalAdjusters.firstDayOfNextYear());
        };
        return first.atStartOfDay(zone).toInstant();
    }
}
