package dev.plaindeal.draft;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Dates;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.verify.Examiner;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the basket that just qualifies for a new promotion, and one that just misses it, with all rules in force. */
final class Samples {

    private static final int TRIES = 6;
    private static final long PLAIN_PRICE = 5000;
    private static final long FEE = 499;

    private final Answers answers;
    private final PromotionEngine engine;
    private final Instant now;

    Samples(Answers answers, PromotionEngine engine, Instant now) {
        this.answers = answers;
        this.engine = engine;
        this.now = now;
    }

    /** The smallest basket that gets the promotion; where another promotion always stands before it, that basket all the same. */
    Sample qualifying() {
        Sample sample = plain();
        for (int i = 0; i < TRIES && !isApplied(sample); i++) {
            Optional<Money> gap = gap(sample);
            if (gap.isEmpty()) {
                return sample;
            }
            sample = sample.priced(sample.price() + gap.get().minor());
        }
        return sample;
    }

    /** The same basket with one thing less: a cent, an item, the right moment, or the right country. */
    Sample missing(Sample qualifying) {
        Sample named = qualifying.named(answers.id() + "-just-misses");
        List<Sample> ways = new ArrayList<>();
        if (spend().isPresent() && named.price() > 0) {
            ways.add(named.priced(named.price() - 1));
        }
        if (named.quantity() > 1) {
            ways.add(named.of(named.quantity() - 1));
        }
        moment(Question.UNTIL).ifPresent(until -> ways.add(named.at(until)));
        moment(Question.FROM).ifPresent(from -> ways.add(named.at(from.minusSeconds(1))));
        Sample abroad = named.in(Stream.of("US", "GB", "CA")
                .filter(country -> !answers.markets().contains(country))
                .findFirst()
                .orElse("AQ"));
        return ways.stream().filter(way -> !isApplied(way)).findFirst().orElse(abroad);
    }

    boolean isApplied(Sample sample) {
        return receipt(sample).applied().stream().anyMatch(applied -> applied.id().equals(answers.id()));
    }

    Receipt receipt(Sample sample) {
        return Examiner.price(engine, sample.basket());
    }

    private Optional<Money> gap(Sample sample) {
        return receipt(sample).rejected().stream()
                .filter(rejected -> rejected.id().equals(answers.id()))
                .flatMap(rejected -> rejected.gap().stream())
                .filter(gap -> gap.minor() > 0)
                .findFirst();
    }

    private Sample plain() {
        Currency currency = currency();
        boolean ships = answers.kind().orElseThrow().ships();
        int items = number(Question.BUY) + number(Question.GET) + number(Question.ITEMS) + firstStep();
        return new Sample(
                answers.id() + "-just-qualifies",
                answers.markets().get(0),
                currency,
                answers.to(Question.CHANNEL).orElse(Channel.SHELF.key()),
                at(),
                answers.to(Question.STORE).orElse("sample-store"),
                price(currency),
                Math.max(1, items),
                ships ? fee(currency) : 0,
                answers.to(Question.CODE));
    }

    /** Items of the first of several tiers. */
    private int firstStep() {
        return answers.to(Question.ITEM_TIERS)
                .map(tiers -> Integer.parseInt(TypedTiers.ofItems(tiers).get(0).spend()))
                .orElse(0);
    }

    /** Enough for any saving on it. */
    private long fee(Currency currency) {
        return amount().map(amounts -> Math.max(FEE, 2 * amounts.minor(currency))).orElse(FEE);
    }

    private int number(Question question) {
        return answers.to(question).map(Integer::parseInt).orElse(0);
    }

    /** The market's own currency where the promotion has it, else the first it names. */
    private Currency currency() {
        String own = own(answers.markets().get(0));
        List<Amounts> amounts = Stream.of(spend(), amount()).flatMap(Optional::stream).toList();
        boolean named = amounts.stream().allMatch(each -> each.codes().contains(own));
        return Currency.of(named ? own : amounts.get(0).codes().stream().sorted().findFirst().orElseThrow());
    }

    /** A few countries, Antarctica for one, have no currency. */
    static String own(String country) {
        return Optional.ofNullable(java.util.Currency.getInstance(new Locale("", country)))
                .map(java.util.Currency::getCurrencyCode)
                .orElse("USD");
    }

    /** The lowest spend that gets anything. */
    private Optional<Amounts> spend() {
        return answers.to(Question.THRESHOLD)
                .or(() -> answers.to(Question.TIERS).map(tiers -> TypedTiers.of(tiers).get(0).spend()))
                .map(Amounts::of);
    }

    private Optional<Amounts> amount() {
        return answers.to(Question.AMOUNT)
                .or(() -> answers.to(Question.PRICE))
                .or(() -> answers.to(Question.SAVING).filter(saving -> !saving.endsWith("%")))
                .map(Amounts::of);
    }

    private long price(Currency currency) {
        return spend().map(amounts -> amounts.minor(currency))
                .or(() -> amount().map(amounts -> 2 * amounts.minor(currency)))
                .orElse(PLAIN_PRICE);
    }

    /** The first moment it holds; without one the last second before it is over; without either, now. */
    private OffsetDateTime at() {
        return moment(Question.FROM)
                .or(() -> moment(Question.UNTIL).map(until -> until.minusSeconds(1)))
                .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    private Optional<OffsetDateTime> moment(Question question) {
        return answers.to(question)
                .map(date -> Dates.Moment.of(date, answers.to(Question.ZONE).orElseThrow()))
                .map(moment -> moment.instant().atZone(moment.zone()).toOffsetDateTime());
    }
}
