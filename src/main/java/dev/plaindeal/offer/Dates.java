package dev.plaindeal.offer;

import dev.plaindeal.basket.Attributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a promotion holds: from inclusive, until exclusive, both as a wall clock in a stated zone shows them; between them
 * at any time, or on the days and hours of a schedule.
 *
 * <p>Worked number: until {@code 2026-12-01} in {@code America/New_York} ends at 2026-12-01T05:00:00Z.
 *
 * @param from first moment it holds
 * @param until first moment it holds no more
 * @param schedule days and hours on which it holds, where it does not hold all the time
 * @param ofBuyer days counted from one the buyer has, on which alone it holds for that buyer
 */
public record Dates(
        Optional<Moment> from, Optional<Moment> until, Optional<Schedule> schedule, Optional<BuyerDays> ofBuyer) {

    /** Where it holds for all buyers alike. */
    public Dates(Optional<Moment> from, Optional<Moment> until, Optional<Schedule> schedule) {
        this(from, until, schedule, Optional.empty());
    }

    /** Where it holds all the time from the first to the last. */
    public Dates(Optional<Moment> from, Optional<Moment> until) {
        this(from, until, Optional.empty());
    }

    /** At any time. */
    public static final Dates ALWAYS = new Dates(Optional.empty(), Optional.empty());

    /**
     * A wall-clock time in a zone.
     *
     * @param local what the clock shows
     * @param zone where it hangs
     * @param instant the same moment for machines
     */
    public record Moment(LocalDateTime local, ZoneId zone, Instant instant) {

        /**
         * Reads {@code 2026-12-01} (midnight, the start of that day) or {@code 2026-12-01T18:00}, and a zone such as
         * {@code Asia/Jakarta}.
         *
         * @throws IllegalArgumentException with a sentence for the author
         */
        public static Moment of(String date, String zone) {
            LocalDateTime local = local(date);
            ZoneId id = zone(zone);
            return new Moment(local, id, local.atZone(id).toInstant());
        }

        /** What a clock in this zone shows at that moment. */
        public static Moment at(Instant instant, ZoneId zone) {
            return new Moment(LocalDateTime.ofInstant(instant, zone), zone, instant);
        }

        private static LocalDateTime local(String date) {
            try {
                return date.contains("T") ? LocalDateTime.parse(date) : LocalDate.parse(date).atStartOfDay();
            } catch (DateTimeException unreadable) {
                throw new IllegalArgumentException(
                        "a date is year-month-day, for instance \"2026-12-01\" or \"2026-12-01T18:00\"");
            }
        }

        private static ZoneId zone(String zone) {
            try {
                return ZoneId.of(zone);
            } catch (DateTimeException unknown) {
                throw new IllegalArgumentException(
                        "there is no time zone " + zone + "; a zone is written like \"America/New_York\"");
            }
        }
    }

    /**
     * The dates for one buyer, the days of the buyer among them; the same where it holds for all buyers alike. Empty where the
     * buyer's day is not told. Days that come again each year are the next ones that are not over when it may hold first.
     *
     * @param buyer what is told of the buyer
     * @param at the moment asked about
     */
    public Optional<Dates> of(Attributes buyer, Instant at) {
        return ofBuyer.isEmpty()
                ? Optional.of(this)
                : buyer.day(ofBuyer.get().attribute()).map(told -> within(ofBuyer.get().around(told, first(at))));
    }

    private Instant first(Instant at) {
        return from.map(Moment::instant).filter(at::isBefore).orElse(at);
    }

    private Dates within(BuyerDays.Window days) {
        Moment begin = from.filter(moment -> moment.instant().isAfter(days.begin().instant())).orElse(days.begin());
        Moment end = until.filter(moment -> moment.instant().isBefore(days.end().instant())).orElse(days.end());
        return new Dates(Optional.of(begin), Optional.of(end), schedule);
    }

    /** The same on these days of each buyer alone. */
    public Dates forDaysOf(Optional<BuyerDays> buyer) {
        return new Dates(from, until, schedule, buyer);
    }

    /** Whether it begins before it is over: days of a buyer and those of the promotion may not meet. */
    public boolean mayHold() {
        return from.isEmpty() || until.isEmpty() || from.get().instant().isBefore(until.get().instant());
    }

    /** Whether it has begun by this moment. */
    public boolean begunAt(Instant at) {
        return from.isEmpty() || !at.isBefore(from.get().instant());
    }

    /** Whether it is over at this moment; {@code until} itself is already over. */
    public boolean overAt(Instant at) {
        return until.isPresent() && !at.isBefore(until.get().instant());
    }

    /** Whether it holds at this moment. */
    public boolean holdsAt(Instant at) {
        return begunAt(at) && !overAt(at) && scheduledAt(at);
    }

    /** Whether this moment is one of its days and hours. */
    public boolean scheduledAt(Instant at) {
        return schedule.isEmpty() || schedule.get().holdsAt(at);
    }

    /** The first moment from this one on at which it holds, empty where there is none. */
    public Optional<Moment> next(Instant at) {
        Optional<Moment> earliest = begunAt(at) ? Optional.empty() : from;
        Instant begin = earliest.map(Moment::instant).orElse(at);
        return schedule.isPresent()
                ? schedule.get().next(begin).filter(first -> !overAt(first)).map(first -> Moment.at(first, schedule.get().zone()))
                : earliest;
    }
}
