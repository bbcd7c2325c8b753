package dev.plaindeal.draft;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.CodeLetters;
import dev.plaindeal.model.Moments;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Percent;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.problem.Senseless;
import dev.plaindeal.text.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What has to be known of a new promotion, in the order it is asked. Each is also a flag of the command line. */
public enum Question {
    /** The stage it belongs to. */
    LAYER("Layer: " + keys(Layer.values(), Layer::key), Question::layer),
    /** What kind of saving it is. */
    KIND("Kind: " + keys(DraftKind.values(), DraftKind::key), Question::kind),
    /** Where it holds. */
    MARKET("Market, for instance US, or US,GB", Question::markets),
    /** Whose it is. */
    STORE("Store, by its id", Question::name),
    /** What the buyer types. */
    CODE("Code the buyer types", Question::code),
    /** Its name. */
    ID("Id, for instance us-save10", Question::name),
    /** How many percent. */
    PERCENT("Percentage off, for instance 10", Question::percent),
    /** How much. */
    AMOUNT("Amount off, for instance USD 5, or USD 5, GBP 4", Question::amounts),
    /** At what price. */
    PRICE("New price, for instance USD 9", Question::amounts),
    /** How many make a set, or the so-manieth. */
    ITEMS("How many items make one deal, for instance 3", Question::count),
    /** A percentage or an amount. */
    SAVING("How much off, for instance 50% or USD 4", Question::saving),
    /** The gift. */
    GIFT("Gift, by its sku", Question::name),
    /** Its name on the receipt. */
    GIFT_NAME("Name of the gift", Question::text),
    /** From what spend. */
    THRESHOLD("Spend needed, for instance USD 50", Question::amounts),
    /** All tiers. */
    TIERS("Tiers, for instance USD 50: USD 5; USD 100: USD 12", Question::tiers),
    /** All tiers by items. */
    ITEM_TIERS("Tiers by items, for instance 3: 10%; 5: USD 12", Question::itemTiers),
    /** How many items are paid. */
    BUY("Items to buy", Question::count),
    /** How many items are free. */
    GET("Items got free", Question::count),
    /** How often at most. */
    TIMES("How many times at most", Question::count),
    /** The most it takes off. */
    CAP("Most it takes off, for instance USD 20", Question::amounts),
    /** Where the buyer meets it. */
    CHANNEL("Channel: " + keys(Channel.values(), Channel::key), Question::channel),
    /** When it begins. */
    FROM("First day, for instance 2026-11-27", Question::date),
    /** When it is over. */
    UNTIL("Day it is over, for instance 2026-12-01", Question::date),
    /** Whose clock the dates are read on. */
    ZONE("Time zone, for instance America/New_York", Question::zone);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final String words;
    private final Consumer<String> check;

    Question(String words, Consumer<String> check) {
        this.words = words;
        this.check = check;
    }

    /** The flag of the command line. */
    public String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is asked, in words. */
    public String words() {
        return words;
    }

    /**
     * Refuses what is no answer to it.
     *
     * @throws IllegalArgumentException with a sentence for the author
     */
    public void check(String answer) {
        if (answer.codePoints().anyMatch(c -> c == '"' || c == '\\') || Hidden.firstIn(answer) >= 0) {
            throw new IllegalArgumentException("no quotes, backslashes or characters that cannot be seen here");
        }
        check.accept(answer);
    }

    /** One of several answers. */
    public record Choosable(String key, String words) {}

    /** What can be chosen from, as far as the other answers leave it open; empty where the answer is one's own. */
    public List<Choosable> choices(Answers known) {
        return switch (this) {
            case LAYER -> Arrays.stream(Layer.values()).map(layer -> new Choosable(layer.key(), layerWords(layer))).toList();
            case KIND -> Arrays.stream(DraftKind.values())
                    .filter(kind -> known.layer().isEmpty() || kind.fits(known.layer().get()))
                    .map(kind -> new Choosable(kind.key(), kind.words()))
                    .toList();
            case CHANNEL -> Arrays.stream(Channel.values()).map(channel -> new Choosable(channel.key(), "")).toList();
            case MARKET, STORE, CODE, ID, PERCENT, AMOUNT, PRICE, ITEMS, SAVING, GIFT, GIFT_NAME, THRESHOLD, TIERS, ITEM_TIERS, BUY, GET,
                    TIMES, CAP, FROM, UNTIL, ZONE -> List.of();
        };
    }

    private static String layerWords(Layer layer) {
        return switch (layer) {
            case ITEM_PRICE -> "a price on the items themselves";
            case STORE_THRESHOLD -> "off one store's items, by itself";
            case STORE_COUPON -> "off one store's items, with a code";
            case PLATFORM_THRESHOLD -> "off the whole basket, by itself";
            case PLATFORM_COUPON -> "off the whole basket, with a code";
            case SHIPPING -> "off the shipping fee";
        };
    }

    private static <T> String keys(T[] values, Function<T, String> key) {
        return String.join(", ", Arrays.stream(values).map(key).toList());
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    private static void layer(String key) {
        require(Layer.find(key).isPresent(), "there is no layer " + key + "; " + LAYER.words);
    }

    private static void kind(String key) {
        require(DraftKind.find(key).isPresent(), "there is no kind " + key + "; " + KIND.words);
    }

    private static void channel(String key) {
        require(Arrays.stream(Channel.values()).anyMatch(one -> one.key().equals(key)),
                "there is no channel " + key + "; " + CHANNEL.words);
    }

    private static void markets(String list) {
        for (String market : each(list)) {
            require(COUNTRIES.contains(market), "there is no country " + market + "; a market is two capitals, like US"
                    + (market.equalsIgnoreCase("uk") ? "; the United Kingdom is GB" : ""));
        }
    }

    static List<String> each(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    private static void name(String name) {
        require(NAME.matcher(name).matches(),
                "a name has letters, digits, hyphens, points and underscores, and begins with a letter or digit");
    }

    private static void code(String code) {
        require(!code.isBlank() && code.length() <= 40, "a code has 1 to 40 characters");
        CodeLetters.wrong(code).ifPresent(sentence -> require(false, sentence));
    }

    static void percent(String number) {
        require(number.matches("[0-9]{1,3}([.][0-9]{1,4})?"), "a percentage is a number from 0 to 100, for instance 12.5");
        require(Percent.of(number).millionths() > 0, "0 percent takes nothing off");
    }

    static void amounts(String text) {
        try {
            require(Amounts.of(text).isMoreThanNothing(), "the amount has to be above 0");
        } catch (Senseless slip) {
            throw new IllegalArgumentException(slip.withHint(), slip);
        }
    }

    private static void tiers(String text) {
        TypedTiers.of(text);
    }

    private static void itemTiers(String text) {
        TypedTiers.ofItems(text);
    }

    static void saving(String text) {
        if (text.endsWith("%")) {
            percent(text.substring(0, text.length() - 1));
        } else {
            amounts(text);
        }
    }

    private static void text(String text) {
        require(!text.isBlank() && text.length() <= 80, "a name has 1 to 80 characters");
    }

    static void count(String number) {
        require(number.matches("[1-9]\\d{0,3}"), "a whole number from 1 to 9999");
    }

    private static void date(String date) {
        moment(date, "UTC");
    }

    private static void zone(String zone) {
        moment("2026-01-01", zone);
    }

    private static void moment(String date, String zone) {
        try {
            Moments.of(date, zone);
        } catch (Senseless slip) {
            throw new IllegalArgumentException(slip.withHint(), slip);
        }
    }
}
