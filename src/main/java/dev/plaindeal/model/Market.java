package dev.plaindeal.model;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.PayableStep;
import dev.plaindeal.weights.ComparisonPrice;
import dev.plaindeal.weights.MarketSetting;
import dev.plaindeal.weights.MarketView;
import dev.plaindeal.weights.Markets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One market, as the rules in {@code rules/simplicity/} see it, and the words that describe it.
 *
 * <p>Collects words while rules run, then {@link #toView()} and {@link #toSetting} read them out. Belongs to one thread. Every word throws
 * {@link IllegalArgumentException} with a sentence for the author when what it is given makes no sense.
 */
public final class Market {

    private final String code;
    private Optional<Double> tolerance = Optional.empty();
    private Optional<Integer> floor = Optional.empty();
    private Optional<Money> reference = Optional.empty();
    private Optional<String> grounds = Optional.empty();
    private Optional<LocalDate> reviewed = Optional.empty();
    private Optional<List<ZoneId>> timeZones = Optional.empty();
    private Optional<ComparisonPrice> comparison = Optional.empty();
    private Optional<List<PayableStep>> steps = Optional.empty();
    private Optional<List<Currency>> currencies = Optional.empty();
    private Optional<List<String>> languages = Optional.empty();

    /** A market nobody has described yet: an ISO 3166 code or {@link Markets#ANY}. */
    public Market(String code) {
        this.code = code;
    }

    /** The code, for instance {@code US}, or {@code any}. */
    public String getCode() {
        return code;
    }

    @Word("How patient its buyers are, 0.7 to 1.5, in quotes; 1.0 is the middle.")
    public Market tolerance(String number) {
        if (!number.matches("\\d(\\.\\d{1,3})?") || outside(Double.parseDouble(number))) {
            throw new IllegalArgumentException("tolerance is between \"0.7\" and \"1.5\"");
        }
        tolerance = once(tolerance, new BigDecimal(number).doubleValue(), "tolerance");
        return this;
    }

    private static boolean outside(double tolerance) {
        return tolerance < 0.7 || tolerance > 1.5;
    }

    @Word("The lowest simplicity score a promotion should have here, 0 to 100.")
    public Market floor(int score) {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("the floor is a score from 0 to 100");
        }
        floor = once(floor, score, "floor");
        return this;
    }

    @Word("The price a promotion is scored at when there is no basket, for instance \"USD 47.99\".")
    public Market reference(String price) {
        Amounts amounts = Amounts.of(price);
        if (amounts.codes().size() != 1) {
            throw new IllegalArgumentException("the reference price is one amount in one currency");
        }
        Currency currency = Currency.of(amounts.codes().iterator().next());
        if (amounts.minor(currency) == 0) {
            throw new IllegalArgumentException("the reference price is more than nothing");
        }
        reference = once(reference, new Money(amounts.minor(currency), currency), "reference");
        return this;
    }

    @Word("What the numbers rest on, in a sentence.")
    public Market grounds(String sentence) {
        if (sentence.isBlank() || sentence.length() > 400) {
            throw new IllegalArgumentException("the grounds are a sentence of 1 to 400 characters");
        }
        grounds = once(grounds, sentence, "grounds");
        return this;
    }

    @Word("When somebody last looked at it, for instance \"2026-11-01\".")
    public Market reviewed(String date) {
        try {
            reviewed = once(reviewed, LocalDate.parse(date), "reviewed");
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("a date is year, month and day, for instance \"2026-11-01\"");
        }
        return this;
    }

    @Word("The time zones its buyers live in, for instance \"Europe/London\"; a date in another is harder to understand.")
    public Market timeZones(String names) {
        if (code.equals(Markets.ANY)) {
            throw new IllegalArgumentException("each market has time zones of its own; say them of a market by its code");
        }
        List<ZoneId> zones = new ArrayList<>();
        WordArguments.names(names).forEach(name -> zones.add(WordArguments.zone(name)));
        timeZones = once(timeZones, zones, "timeZones");
        return this;
    }

    @Word("What the law lets a reduction be announced against: \"list price\" or \"lowest price of 30 days\".")
    public Market reducedFrom(String price) {
        comparison = once(
                comparison,
                ComparisonPrice.find(price)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "a reduction is announced against the \"list price\" or the \"lowest price of 30 days\"")),
                "reducedFrom");
        return this;
    }

    @Word("The currencies its buyers think in, for instance \"EUR\"; without the word that of its reference price.")
    public Market currencies(String codes) {
        currencies = once(currencies, WordArguments.names(codes).stream().map(Market::currency).toList(), "currencies");
        return this;
    }

    private static Currency currency(String code) {
        return Currency.find(code)
                .orElseThrow(() -> new IllegalArgumentException("there is no currency \"" + code + "\"; one is \"EUR\""));
    }

    @Word("The languages its buyers speak, for instance \"fr, de\": terms in none of them are in a second language.")
    public Market languages(String tags) {
        List<String> spoken = List.copyOf(WordArguments.names(tags));
        spoken.stream().filter(tag -> !tag.matches("[a-z]{2,3}(-[A-Z]{2})?")).findFirst().ifPresent(tag -> {
            throw new IllegalArgumentException("there is no language \"" + tag + "\"; one is \"de\" or \"pt-BR\"");
        });
        languages = once(languages, spoken, "languages");
        return this;
    }

    @Word("The smallest amount that can be paid, for instance \"TWD 1\": what is to pay is rounded half up to a multiple of it.")
    public Market payableStep(String amount) {
        return payableStep(amount, "half up");
    }

    @Word("The smallest amount that can be paid, and how what is to pay is rounded to it: \"half up\", \"half even\", \"down\" or \"up\".")
    public Market payableStep(String amount, String rounding) {
        steps = once(steps, steps(Amounts.of(amount), WordArguments.rounding(rounding)), "payableStep");
        return this;
    }

    private static List<PayableStep> steps(Amounts amounts, RoundingMode mode) {
        return amounts.codes().stream().sorted().map(Currency::of).map(currency -> step(amounts.minor(currency), currency, mode)).toList();
    }

    private static PayableStep step(long minor, Currency currency, RoundingMode mode) {
        Money step = new Money(minor, currency);
        if (minor == 1) {
            throw new IllegalArgumentException(step + " is the smallest amount there is, so nothing is ever rounded to it");
        }
        return new PayableStep(step, mode);
    }

    /**
     * What the words say of clocks, law and payment: the market's own before those of any market, and those before what is usual.
     *
     * @param any the market that stands for those not named
     */
    public MarketSetting toSetting(Market any) {
        MarketSetting usual = MarketSetting.usual(code);
        return new MarketSetting(
                timeZones.orElse(usual.timeZones()),
                comparison.or(() -> any.comparison).orElse(usual.comparison()),
                steps.or(() -> any.steps).orElse(usual.steps()),
                currencies.or(this::ofReference).orElse(List.of()),
                languages.orElse(List.of()));
    }

    /** That of its reference price; the one of any market is of no market. */
    private Optional<List<Currency>> ofReference() {
        return code.equals(Markets.ANY) ? Optional.empty() : reference.map(price -> List.of(price.currency()));
    }

    /** How the words see its buyers. Empty when no rule said anything of them. */
    public Optional<MarketView> toView() {
        if (tolerance.isEmpty() && floor.isEmpty() && reference.isEmpty() && grounds.isEmpty() && reviewed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MarketView(
                code,
                said(tolerance, "tolerance"),
                said(floor, "floor"),
                said(reference, "reference"),
                said(grounds, "grounds"),
                said(reviewed, "reviewed")));
    }

    private <T> T said(Optional<T> word, String name) {
        return word.orElseThrow(() -> new IllegalArgumentException("market " + code + " lacks the word " + name));
    }

    private <T> Optional<T> once(Optional<T> before, T now, String word) {
        if (before.isPresent() && !before.get().equals(now)) {
            throw new IllegalArgumentException("market " + code + " has two different " + word + " words");
        }
        return Optional.of(now);
    }
}
