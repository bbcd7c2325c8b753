package dev.plaindeal.model;

import dev.plaindeal.problem.Nearest;
import dev.plaindeal.weights.MarketSetting;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What to write instead of a date or a time zone as people write them. For hints alone: nothing holds from a guess. */
final class DateHint {

    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})(?![0-9])(.*)");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})(.*)");
    private static final Pattern NAMED =
            Pattern.compile("(?i)(?:([0-9]{1,2})(?:st|nd|rd|th)?\\.? *)?([a-z]{3,9})\\.? *(?:([0-9]{1,2})(?:st|nd|rd|th)?,? +)?,? *([0-9]{4})(.*)");
    private static final Pattern CLOCK = Pattern.compile("(?i)[T ,]*([0-9]{1,2})(?:[:.]([0-9]{2}))?(?::[0-9]{2})? *(am|pm)?");
    private static final String MAYBE = "Maybe ";
    /** Of a country with more nobody can tell. */
    private static final int MOST_ZONES = 4;

    private DateHint() {}

    /** Why a day that looks like one is none; empty where the text does not look like one. */
    static Optional<String> why(String date) {
        Matcher day = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(T.*)?").matcher(date);
        if (!day.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(day.group(2));
        if (month < 1 || month > 12) {
            return Optional.of("there is no month " + day.group(2));
        }
        YearMonth in = YearMonth.of(Integer.parseInt(day.group(1)), month);
        return in.isValidDay(Integer.parseInt(day.group(3)))
                ? Optional.empty()
                : Optional.of("there is no such day: " + name(in) + " has " + in.lengthOfMonth() + " days");
    }

    private static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }

    /** A sentence; empty where nobody can tell what was meant. */
    static String of(String date) {
        List<String> meant = meant(date.strip()).distinct().toList();
        return meant.isEmpty() ? "" : MAYBE + String.join(" or ", meant) + "?";
    }

    private static Stream<String> meant(String date) {
        Matcher first = YEAR_FIRST.matcher(date);
        if (first.matches()) {
            return near(number(first, 1), number(first, 2), number(first, 3)).flatMap(day -> at(day, first.group(4)));
        }
        Matcher last = YEAR_LAST.matcher(date);
        if (last.matches()) {
            return Stream.concat(
                            day(number(last, 3), number(last, 2), number(last, 1)).stream(),
                            day(number(last, 3), number(last, 1), number(last, 2)).stream())
                    .flatMap(day -> at(day, last.group(4)));
        }
        Matcher named = NAMED.matcher(date);
        if (named.matches() && (named.group(1) == null) != (named.group(3) == null)) {
            int of = named.group(1) == null ? 3 : 1;
            return month(named.group(2)).stream()
                    .flatMap(month -> day(number(named, 4), month.getValue(), number(named, of)).stream())
                    .flatMap(day -> at(day, named.group(5)));
        }
        return Stream.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** The day, the month in either place; where the month is too short for it, its last one and the next. */
    private static Stream<LocalDate> near(int year, int month, int day) {
        if (month > 12 && day <= 12) {
            return near(year, day, month);
        }
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return Stream.empty();
        }
        LocalDate last = YearMonth.of(year, month).atEndOfMonth();
        return day(year, month, day).map(Stream::of).orElseGet(() -> Stream.of(last, last.plusDays(1)));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Month> month(String name) {
        return Arrays.stream(Month.values())
                .filter(month -> month.name().startsWith(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The moment as it is written, where a time of day can be read at all. */
    private static Stream<String> at(LocalDate day, String clock) {
        if (clock.isBlank()) {
            return Stream.of(day.toString());
        }
        return hours(clock).flatMap(hour -> Stream.of(hour.equals("24:00") ? day.plusDays(1).toString() : day + "T" + hour));
    }

    /** What to write instead of a time of day such as "2pm"; empty where nobody can tell. */
    static String hour(String written) {
        return hours(written.strip()).map(hour -> MAYBE + hour + "?").findFirst().orElse("");
    }

    private static Stream<String> hours(String clock) {
        Matcher time = CLOCK.matcher(clock);
        if (!time.matches()) {
            return Stream.empty();
        }
        int hour = Integer.parseInt(time.group(1)) % (time.group(3) == null ? 100 : 12)
                + ("pm".equalsIgnoreCase(time.group(3)) ? 12 : 0);
        String minute = time.group(2) == null ? "00" : time.group(2);
        if (hour == 24 && minute.equals("00")) {
            return Stream.of("24:00");
        }
        return hour > 23 || Integer.parseInt(minute) > 59
                ? Stream.empty()
                : Stream.of((hour < 10 ? "0" : "") + hour + ":" + minute);
    }

    /** The zones a city's name or a slip of the pen may mean; empty where nobody can tell. */
    static String zone(String name) {
        List<ZoneId> ofCountry = MarketSetting.usual(name.strip().toUpperCase(Locale.ROOT)).timeZones();
        if (!ofCountry.isEmpty() && ofCountry.size() <= MOST_ZONES) {
            return MAYBE + ofCountry.stream().map(ZoneId::getId).collect(Collectors.joining(" or ")) + "?";
        }
        Set<String> known = ZoneId.getAvailableZoneIds();
        String city = "/" + name.strip().replace(' ', '_');
        String zones = known.stream()
                .filter(zone -> zone.regionMatches(true, zone.length() - city.length(), city, 0, city.length()))
                .sorted()
                .collect(Collectors.joining(" or "));
        return zones.isEmpty() || name.isBlank() ? Nearest.hint(name, known, "") : MAYBE + zones + "?";
    }
}
