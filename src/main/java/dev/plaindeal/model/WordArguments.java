package dev.plaindeal.model;

import dev.plaindeal.money.AmountGuess;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Period;
import dev.plaindeal.offer.Quota;
import dev.plaindeal.offer.Schedule;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.problem.Nearest;
import dev.plaindeal.problem.Senseless;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How the words of rule files are read; every refusal is a sentence for the author. */
final class WordArguments {

    /** More of one thing than a line of a basket can have is nobody's offer, and sums of it stay far from an int's end. */
    static final int MOST_ITEMS = dev.plaindeal.basket.Line.MOST;

    private static final String PERCENT = "[0-9]{1,3}(\\.[0-9]{1,4})?";

    /** What people write behind a percentage. */
    private static final Pattern SIGN = Pattern.compile("(?i)\\s*(%|\u066a|\uff05|percent|per cent|pct)\\s*$");

    private WordArguments() {}

    static Percent percent(String text) {
        if (!text.matches(PERCENT)) {
            throw Senseless.maybe(
                    "a percentage is a number from 0 to 100, for instance \"12.5\"",
                    AmountGuess.of(SIGN.matcher(text).replaceFirst(""), 4)
                            .filter(guess -> guess.matches(PERCENT) && !guess.equals(text))
                            .map(guess -> "Maybe " + guess + (SIGN.matcher(text).find() ? ", without the sign?" : "?"))
                            .orElse(""));
        }
        return Percent.of(text);
    }

    static Set<String> names(String list) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : list.split(",", -1)) {
            if (name.isBlank()) {
                throw new IllegalArgumentException("a name is missing; names are separated by single commas");
            }
            if (!names.add(name.strip())) {
                throw new IllegalArgumentException(name.strip() + " is named twice");
            }
        }
        return names;
    }

    /** One name, as baskets tell it. */
    static String name(String text) {
        List<String> names = List.copyOf(names(text));
        if (names.size() != 1) {
            throw new IllegalArgumentException("one name is meant here, not " + names.size());
        }
        return names.get(0);
    }

    static RoundingMode rounding(String mode) {
        return switch (mode) {
            case "half up" -> RoundingMode.HALF_UP;
            case "half even" -> RoundingMode.HALF_EVEN;
            case "down" -> RoundingMode.DOWN;
            case "up" -> RoundingMode.UP;
            default -> throw new IllegalArgumentException(
                    "rounding is \"half up\", \"half even\", \"down\" or \"up\"");
        };
    }

    static ZoneId zone(String name) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        if (!name.contains("/") || !known.contains(name)) {
            throw Senseless.maybe(
                    "there is no time zone " + name + "; a zone is written like \"America/New_York\"",
                    DateHint.zone(name));
        }
        return ZoneId.of(name);
    }

    /** Money of a budget that promotions share, by its name. */
    static Quota.CountedMoney fund(String name, Amounts amounts) {
        String one = name(name);
        require(!one.contains("/"), "the name of a budget has no slash: what is counted for a period is named by one");
        return new Quota.CountedMoney(amounts, Optional.of(one));
    }

    static Period period(String length, String zone) {
        List<String> known = Arrays.stream(Period.Length.values()).map(Period.Length::key).toList();
        if (!known.contains(length)) {
            throw Senseless.maybe(
                    "there is no period \"" + length + "\"; it is " + String.join(", ", known.subList(0, 3)) + " or " + known.get(3),
                    Nearest.hint(length, known, ""));
        }
        return new Period(Period.Length.values()[known.indexOf(length)], zone(zone));
    }

    /** {@code Monday, Tuesday}. */
    static Set<DayOfWeek> weekdays(String list) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        names(list).forEach(name -> days.add(weekday(name)));
        require(days.size() < DayOfWeek.values().length, "every day is named, so nothing is said");
        return days;
    }

    private static DayOfWeek weekday(String name) {
        List<String> known = Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .toList();
        if (!known.contains(name)) {
            throw Senseless.maybe(
                    "there is no weekday " + name + "; weekdays are written like \"Monday, Tuesday\"", Nearest.hint(name, known, ""));
        }
        return DayOfWeek.of(known.indexOf(name) + 1);
    }

    /** {@code 1, 15}. */
    static Set<Integer> daysOfMonth(String list) {
        Set<Integer> days = new TreeSet<>();
        for (String day : names(list)) {
            require(day.matches("[1-9]|[12][0-9]|3[01]"), "a day of the month is a number from 1 to 31, for instance \"1, 15\"");
            days.add(Integer.valueOf(day));
        }
        require(days.size() < 31, "every day is named, so nothing is said");
        return days;
    }

    /** Part of a day, such as 12:00 to 14:00, or over midnight 22:00 to 02:00. */
    static Schedule.Hours hours(String from, String until) {
        Schedule.Hours hours = new Schedule.Hours(hour(from), until.equals("24:00") ? LocalTime.MIDNIGHT : hour(until));
        require(!hours.from().equals(hours.until()), "it ends when it begins; for whole days leave the hours out");
        return hours;
    }

    private static LocalTime hour(String text) {
        if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            throw Senseless.maybe("an hour is written like \"09:00\" or \"22:30\", the end of a day \"24:00\"", DateHint.hour(text));
        }
        return LocalTime.parse(text);
    }

    static Conventions.Spare spare(String where) {
        return switch (where) {
            case "largest remainder" -> Conventions.Spare.LARGEST_REMAINDER;
            case "first lines" -> Conventions.Spare.FIRST_LINES;
            case "first lines rounded" -> Conventions.Spare.FIRST_LINES_ROUNDED;
            case "last line" -> Conventions.Spare.LAST_LINE;
            default -> throw new IllegalArgumentException("the spare cent goes to the \"largest remainder\", the "
                    + "\"first lines\", the \"first lines rounded\" or the \"last line\"");
        };
    }

    static Conventions.Spread spread(String how) {
        return switch (how) {
            case "by price" -> Conventions.Spread.BY_PRICE;
            case "equally" -> Conventions.Spread.EQUALLY;
            default -> throw new IllegalArgumentException("a saving is spread \"by price\" or \"equally\" over the items of its deal");
        };
    }

    /** A percentage or an amount that is taken off single items or sets, or what they cost instead. */
    static Benefit unitBenefit(String saving) {
        return saving.strip().startsWith(Word.FOR_PRICE)
                ? new Benefit.PriceOf(positive(saving.strip().substring(Word.FOR_PRICE.length()).strip()))
                : benefit(saving);
    }

    /** A percentage or an amount that is taken off. */
    static Benefit benefit(String saving) {
        if (saving.matches(PERCENT)) {
            throw Senseless.maybe(
                    "a saving is a percentage with its sign or an amount with its currency",
                    "Maybe " + saving + "%? An amount is for instance USD 5.");
        }
        if (saving.strip().startsWith(Word.FOR_PRICE)) {
            throw Senseless.maybe(
                    "a price can be said of single items and of sets, and this is neither",
                    "Say nthItem, nthOfSet, buyGet, cheapestOff or setTier with a price, or forPrice and nowPrice.");
        }
        return saving.strip().endsWith("%")
                ? new Benefit.PercentOff(moreThanNothing(share(saving)))
                : new Benefit.AmountOff(positive(saving));
    }

    static Percent share(String text) {
        String share = text.strip();
        require(share.endsWith("%"), "a share is written with its sign, for instance \"40%\"");
        return percent(share.substring(0, share.length() - 1).strip());
    }

    /** What the platform pays of each use; an amount is another word's. */
    static Percent platformShare(String text) {
        if (text.strip().matches("[A-Z]{3}\\s?[0-9].*")) {
            throw Senseless.maybe("a share is written with its sign, for instance \"40%\"", "Maybe platformPaysUpTo(\"" + text.strip() + "\")?");
        }
        return share(text);
    }

    static Percent moreThanNothing(Percent percent) {
        require(percent.millionths() > 0, "0 percent takes nothing off");
        return percent;
    }

    static String notBlank(String text, String what) {
        require(!text.isBlank(), what + " is empty");
        return text;
    }

    static Amounts positive(String text) {
        Amounts amounts = Amounts.of(text);
        require(amounts.isMoreThanNothing(), "the amount has to be above 0");
        return amounts;
    }

    /** A number of items. */
    static int count(int items) {
        require(items <= MOST_ITEMS, items + " items are more than the " + MOST_ITEMS + " a rule can ask for");
        return atLeastOne(items);
    }

    static int atLeastOne(int number) {
        require(number >= 1, "the number has to be at least 1");
        return number;
    }

    static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
