package dev.plaindeal.offer;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Days and hours on which a promotion holds again and again, by what the clocks of one zone show.
 *
 * <p>Where clocks are changed nothing is worked out anew: an hour that is skipped does not come that day, one that comes
 * twice counts both times. Hours over midnight belong to the day they begin on. Immutable.
 *
 * <p>Worked example: Mondays from 22:00 to 02:00 hold on Tuesday at 01:59, and no more at 02:00.
 *
 * @param weekdays those it holds on, in order; any where empty
 * @param daysOfMonth 1 to 31, in order; any where empty. A month that has no such day is passed over. Where weekdays are named,
 *     too, the day has to be both
 * @param hours at any of these; the whole day where empty
 * @param zone where the clocks hang
 */
public record Schedule(Set<DayOfWeek> weekdays, Set<Integer> daysOfMonth, List<Hours> hours, ZoneId zone) {

    /** Days after which every pair of a weekday and a day of the month has come again, 29 February aside. */
    private static final int LONGEST_WAIT = 3 * 366;

    /** Copies the days and the hours. */
    public Schedule {
        weekdays = Collections.unmodifiableSet(new TreeSet<>(weekdays));
        daysOfMonth = Collections.unmodifiableSet(new TreeSet<>(daysOfMonth));
        hours = List.copyOf(hours);
    }

    /**
     * Part of a day.
     *
     * @param from first moment, as a clock shows it
     * @param until first moment that is no more part of it; where it is not after {@code from} it is one of the next day
     */
    public record Hours(LocalTime from, LocalTime until) {

        /** Whether they end on the day after they began. */
        public boolean passMidnight() {
            return !until.isAfter(from);
        }

        /** The day they belong to when a clock shows this, empty when it shows another hour. */
        private Optional<LocalDate> day(LocalDateTime clock) {
            LocalTime time = clock.toLocalTime();
            boolean begun = !time.isBefore(from);
            boolean over = !time.isBefore(until);
            if (begun && (passMidnight() || !over)) {
                return Optional.of(clock.toLocalDate());
            }
            return passMidnight() && !over ? Optional.of(clock.toLocalDate().minusDays(1)) : Optional.empty();
        }

        /** {@code from 12:00 to 14:00}. */
        String text() {
            return "from " + from + " to " + (until.equals(LocalTime.MIDNIGHT) ? "24:00" : until);
        }
    }

    /** Whether it holds at this moment. */
    public boolean holdsAt(Instant at) {
        LocalDateTime clock = LocalDateTime.ofInstant(at, zone);
        return hours.isEmpty()
                ? isDay(clock.toLocalDate())
                : hours.stream().anyMatch(some -> some.day(clock).filter(this::isDay).isPresent());
    }

    /** The first moment from this one on at which it holds, empty where none comes within three years. */
    public Optional<Instant> next(Instant at) {
        if (holdsAt(at)) {
            return Optional.of(at);
        }
        LocalDate today = LocalDate.ofInstant(at, zone);
        for (int days = 0; days <= LONGEST_WAIT; days++) {
            Optional<Instant> first = beginnings(today.plusDays(days))
                    .filter(moment -> moment.isAfter(at) && holdsAt(moment))
                    .min(Comparator.naturalOrder());
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    /** Moments of a day at which it may begin to hold: as its hours say, and when the clocks are changed. */
    private Stream<Instant> beginnings(LocalDate day) {
        List<Instant> moments = new ArrayList<>();
        Instant midnight = day.atStartOfDay(zone).toInstant();
        if (isDay(day)) {
            moments.add(midnight);
            hours.forEach(some -> moments.addAll(shown(day.atTime(some.from()))));
        }
        ZoneOffsetTransition change = zone.getRules().nextTransition(midnight.minusNanos(1));
        if (change != null && change.getInstant().isBefore(day.plusDays(1).atStartOfDay(zone).toInstant())) {
            moments.add(change.getInstant());
        }
        return moments.stream();
    }

    /** Every moment at which the clocks show this. */
    private List<Instant> shown(LocalDateTime clock) {
        return zone.getRules().getValidOffsets(clock).stream().map(clock::toInstant).toList();
    }

    private boolean isDay(LocalDate day) {
        return (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()))
                && (daysOfMonth.isEmpty() || daysOfMonth.contains(day.getDayOfMonth()));
    }

    /** Whether it and the other may both hold at one moment; yes where that is not told by days and hours alone. */
    public boolean mayMeet(Schedule other) {
        if (!zone.equals(other.zone) || passesMidnight() || other.passesMidnight()) {
            return true;
        }
        return meet(weekdays, other.weekdays) && meet(daysOfMonth, other.daysOfMonth) && hoursMeet(other);
    }

    private boolean passesMidnight() {
        return hours.stream().anyMatch(some -> some.passMidnight() && !some.until().equals(LocalTime.MIDNIGHT));
    }

    private static boolean meet(Set<?> some, Set<?> others) {
        return some.isEmpty() || others.isEmpty() || some.stream().anyMatch(others::contains);
    }

    private boolean hoursMeet(Schedule other) {
        return hours.isEmpty()
                || other.hours.isEmpty()
                || hours.stream().anyMatch(one -> other.hours.stream().anyMatch(two -> overlap(one, two)));
    }

    private static boolean overlap(Hours one, Hours other) {
        return (one.passMidnight() || one.until().isAfter(other.from()))
                && (other.passMidnight() || other.until().isAfter(one.from()));
    }

    /** As a buyer reads it: {@code on Monday, from 12:00 to 14:00 (Asia/Manila)}. */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (!weekdays.isEmpty()) {
            parts.add("on " + listed(weekdays.stream().map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).toList()));
        }
        if (!daysOfMonth.isEmpty()) {
            parts.add((daysOfMonth.size() == 1 ? "on day " : "on days ")
                    + listed(daysOfMonth.stream().map(String::valueOf).toList()) + " of the month");
        }
        if (!hours.isEmpty()) {
            parts.add(String.join(" and ", hours.stream().map(Hours::text).toList()));
        }
        return String.join(", ", parts) + " (" + zone + ")";
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
