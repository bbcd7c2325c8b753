package dev.plaindeal.model;

import static dev.plaindeal.model.WordArguments.require;

import dev.plaindeal.offer.Dates;
import dev.plaindeal.offer.Schedule;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Days and hours of an offer, word by word. Belongs to one thread. */
final class SaidSchedule {

    private final List<Schedule.Hours> hours = new ArrayList<>();
    private Set<DayOfWeek> weekdays = Set.of();
    private Set<Integer> daysOfMonth = Set.of();
    private Optional<ZoneId> zone = Optional.empty();

    void weekdays(Set<DayOfWeek> days, ZoneId by) {
        weekdays = days;
        by(by);
    }

    void daysOfMonth(Set<Integer> days, ZoneId by) {
        daysOfMonth = days;
        by(by);
    }

    void hours(Schedule.Hours some, ZoneId by) {
        hours.add(some);
        by(by);
    }

    private void by(ZoneId other) {
        require(
                zone.isEmpty() || zone.get().equals(other),
                "its days and hours go by one time zone, and it names " + zone.map(ZoneId::getId).orElse("") + " and " + other);
        zone = Optional.of(other);
    }

    /**
     * When it holds, between the first moment and the last.
     *
     * @throws IllegalArgumentException when it never does
     */
    Dates between(Optional<Dates.Moment> from, Optional<Dates.Moment> until) {
        Dates dates = new Dates(from, until, zone.map(by -> new Schedule(weekdays, daysOfMonth, hours, by)));
        require(
                from.isEmpty() || zone.isEmpty() || dates.next(from.get().instant()).isPresent(),
                "none of its days and hours comes between from and until");
        return dates;
    }
}
