package dev.plaindeal.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.offer.Schedule.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days and hours go by what a clock on the wall shows, also in the night in which it is changed. */
class ScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Schedule hours(String from, String until, ZoneId zone) {
        return new Schedule(Set.of(), Set.of(), List.of(part(from, until)), zone);
    }

    private static Hours part(String from, String until) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @Test
    void fromIsPartOfItAndUntilIsNot() {
        Schedule monday = new Schedule(
                Set.of(DayOfWeek.MONDAY), Set.of(), List.of(part("12:00", "14:00")), ZoneId.of("Asia/Manila"));
        assertThat(monday.holdsAt(at("2021-11-08T04:00:00Z"))).isTrue();
        assertThat(monday.holdsAt(at("2021-11-08T05:59:59.999Z"))).isTrue();
        assertThat(monday.holdsAt(at("2021-11-08T06:00:00Z"))).isFalse();
        assertThat(monday.next(at("2021-11-08T06:00:00Z"))).contains(at("2021-11-15T04:00:00Z"));
        assertThat(monday.text()).isEqualTo("on Monday, from 12:00 to 14:00 (Asia/Manila)");
    }

    @Test
    void hoursOverMidnightBelongToTheDayTheyBeginOn() {
        Schedule friday = new Schedule(Set.of(DayOfWeek.FRIDAY), Set.of(), List.of(part("22:00", "02:00")), BERLIN);
        assertThat(friday.holdsAt(at("2026-11-28T00:59:59Z"))).as("Saturday, 1:59").isTrue();
        assertThat(friday.holdsAt(at("2026-11-28T01:00:00Z"))).as("Saturday, 2:00").isFalse();
        assertThat(friday.holdsAt(at("2026-11-27T00:30:00Z"))).as("Friday, 1:30").isFalse();
        assertThat(friday.next(at("2026-11-28T01:00:00Z"))).contains(at("2026-12-04T21:00:00Z"));
    }

    /** On 29 March 2026 clocks go from 2:00 to 3:00 at 1:00 UTC; on 25 October from 3:00 back to 2:00, at the same hour. */
    @Test
    void anHourThatIsSkippedDoesNotComeAndOneThatComesTwiceCountsTwice() {
        Schedule skipped = hours("02:00", "03:00", BERLIN);
        assertThat(skipped.next(at("2026-03-28T02:00:00Z"))).contains(at("2026-03-30T00:00:00Z"));
        Schedule halfSkipped = hours("02:30", "03:30", BERLIN);
        assertThat(halfSkipped.next(at("2026-03-29T00:00:00Z"))).contains(at("2026-03-29T01:00:00Z"));
        assertThat(halfSkipped.holdsAt(at("2026-03-29T01:29:59Z"))).isTrue();
        assertThat(halfSkipped.holdsAt(at("2026-03-29T01:30:00Z"))).isFalse();
        Schedule twice = hours("02:15", "02:45", BERLIN);
        assertThat(twice.next(at("2026-10-25T00:00:00Z"))).contains(at("2026-10-25T00:15:00Z"));
        assertThat(twice.holdsAt(at("2026-10-25T00:45:00Z"))).isFalse();
        assertThat(twice.next(at("2026-10-25T00:45:00Z"))).contains(at("2026-10-25T01:15:00Z"));
        Schedule again = hours("01:30", "02:30", BERLIN);
        assertThat(again.next(at("2026-10-25T00:30:00Z"))).as("shown again from 2:00 on").contains(at("2026-10-25T01:00:00Z"));
    }

    @Test
    void aDayThatNeverWasIsPassedOver() {
        Schedule friday = new Schedule(Set.of(DayOfWeek.FRIDAY), Set.of(), List.of(), ZoneId.of("Pacific/Apia"));
        Instant thursday = ZonedDateTime.of(LocalDate.of(2011, 12, 29), LocalTime.NOON, ZoneId.of("Pacific/Apia")).toInstant();
        assertThat(friday.next(thursday).map(next -> LocalDate.ofInstant(next, ZoneId.of("Pacific/Apia"))))
                .contains(LocalDate.of(2012, 1, 6));
    }

    @Test
    void aMonthWithoutTheDayIsPassedOver() {
        Schedule last = new Schedule(Set.of(), Set.of(31), List.of(), BERLIN);
        assertThat(last.next(at("2026-11-01T00:00:00Z"))).contains(at("2026-12-30T23:00:00Z"));
    }

    @Test
    void everyPairOfDaysComesWithinThreeYears() {
        for (DayOfWeek weekday : DayOfWeek.values()) {
            for (int day = 1; day <= 31; day++) {
                Schedule both = new Schedule(Set.of(weekday), Set.of(day), List.of(), BERLIN);
                for (int year = 2024; year < 2052; year++) {
                    assertThat(both.next(at(year + "-03-01T00:00:00Z"))).as("%s %d from %d", weekday, day, year).isPresent();
                }
            }
        }
    }

    /** Minute by minute, the first that holds is the one that was told. */
    @Test
    void whatComesNextIsTheFirstMinuteThatHolds() {
        Random random = new Random(20261127);
        List<String> zones = List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Cairo");
        List<String> days = List.of("2026-03-28", "2026-10-24", "2026-03-07", "2026-10-31", "2026-04-04", "2018-11-03", "2026-04-23");
        int waited = 0;
        for (int i = 0; i < 400; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            Hours some = new Hours(quarter(random), quarter(random));
            Schedule schedule = new Schedule(
                    random.nextBoolean() ? Set.of() : Set.of(DayOfWeek.of(1 + random.nextInt(6)), DayOfWeek.SUNDAY),
                    Set.of(), List.of(some), zone);
            Instant at = LocalDate.parse(days.get(random.nextInt(days.size()))).atStartOfDay(zone).toInstant()
                    .plus(Duration.ofMinutes(random.nextInt(48 * 60)));
            Instant minute = at;
            while (!naive(schedule, minute)) {
                minute = minute.plus(Duration.ofMinutes(1));
                waited++;
            }
            assertThat(schedule.next(at)).as("%s from %s", schedule, at).isEqualTo(Optional.of(minute));
        }
        assertThat(waited).isGreaterThan(100_000);
    }

    private static LocalTime quarter(Random random) {
        return LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
    }

    /** The clock's hands alone, with the day before for hours that have passed midnight. */
    private static boolean naive(Schedule schedule, Instant at) {
        ZonedDateTime clock = at.atZone(schedule.zone());
        Hours hours = schedule.hours().get(0);
        int now = clock.toLocalTime().toSecondOfDay();
        int from = hours.from().toSecondOfDay();
        int until = hours.until().toSecondOfDay();
        LocalDate today = clock.toLocalDate();
        boolean ofToday = now >= from && (until <= from || now < until);
        boolean ofYesterday = until <= from && now < until;
        return ofToday && named(schedule, today) || ofYesterday && named(schedule, today.minusDays(1));
    }

    private static boolean named(Schedule schedule, LocalDate day) {
        return schedule.weekdays().isEmpty() || schedule.weekdays().contains(day.getDayOfWeek());
    }

    @Test
    void twoThatNeverMeetAreTold() {
        Schedule lunch = hours("12:00", "14:00", BERLIN);
        assertThat(lunch.mayMeet(hours("14:00", "16:00", BERLIN))).isFalse();
        assertThat(lunch.mayMeet(hours("13:59", "16:00", BERLIN))).isTrue();
        assertThat(lunch.mayMeet(hours("14:00", "02:00", BERLIN))).as("over midnight is not looked into").isTrue();
        assertThat(lunch.mayMeet(hours("14:00", "16:00", ZoneId.of("Asia/Tokyo")))).isTrue();
        assertThat(lunch.mayMeet(hours("09:00", "00:00", BERLIN))).isTrue();
        assertThat(lunch.mayMeet(hours("14:00", "00:00", BERLIN))).isFalse();
    }
}
