package dev.plaindeal.offer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;

/**
 * Days on which a promotion holds for one buyer: they are counted from a day that the host tells of the buyer, an attribute of
 * form {@link DeclaredAttribute.Form#DAY}, by the clocks of one zone. The first day is included from its first moment on, the
 * end is the first moment that is no more part of them.
 *
 * <p>Worked example: 30 days of a buyer whose voucher was issued on 2026-11-01, in {@code Europe/Paris}, are over at
 * 2026-12-01T00:00 there: the day of issue is the first, 30 November the last.
 */
public sealed interface BuyerDays {

    /** The name of the attribute that tells the day. */
    String attribute();

    /** Where the clocks hang. */
    ZoneId zone();

    /** The days that a day told makes, those that are not over by this moment where they come again each year. */
    Window around(LocalDate told, Instant at);

    /** As a buyer reads it, in English. */
    String text();

    /**
     * Days on end, from the first moment to the one after the last.
     *
     * @param begin first moment of the first day
     * @param end first moment after the last day
     */
    record Window(Dates.Moment begin, Dates.Moment end) {

        private static Window of(LocalDate first, LocalDate end, ZoneId zone) {
            return new Window(midnight(first, zone), midnight(end, zone));
        }

        private static Dates.Moment midnight(LocalDate day, ZoneId zone) {
            return Dates.Moment.at(day.atStartOfDay(zone).toInstant(), zone);
        }
    }

    /**
     * So many days from the day told on, which is the first of them.
     *
     * @param days at least 1
     */
    record Following(String attribute, int days, ZoneId zone) implements BuyerDays {

        @Override
        public Window around(LocalDate told, Instant at) {
            return Window.of(told, told.plusDays(days), zone);
        }

        @Override
        public String text() {
            return (days == 1 ? "on the day of " : "for " + days + " days from ") + spoken(attribute);
        }
    }

    /** The month of the day told, in every year. */
    record SameMonth(String attribute, ZoneId zone) implements BuyerDays {

        @Override
        public Window around(LocalDate told, Instant at) {
            LocalDate today = LocalDate.ofInstant(at, zone);
            LocalDate first = LocalDate.of(today.getYear(), told.getMonth(), 1);
            LocalDate coming = first.plusMonths(1).isAfter(today) ? first : first.plusYears(1);
            return Window.of(coming, coming.plusMonths(1), zone);
        }

        @Override
        public String text() {
            return "in the month of " + spoken(attribute);
        }
    }

    /** The day told, in every year; 29 February is kept on 28 February in years that have none. */
    record SameDay(String attribute, ZoneId zone) implements BuyerDays {

        @Override
        public Window around(LocalDate told, Instant at) {
            LocalDate today = LocalDate.ofInstant(at, zone);
            LocalDate thisYear = MonthDay.from(told).atYear(today.getYear());
            LocalDate coming = thisYear.isBefore(today) ? MonthDay.from(told).atYear(today.getYear() + 1) : thisYear;
            return Window.of(coming, coming.plusDays(1), zone);
        }

        @Override
        public String text() {
            return "on the day of " + spoken(attribute) + " each year";
        }
    }

    private static String spoken(String attribute) {
        return attribute.replace('-', ' ');
    }
}
