package dev.plaindeal.receipt;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.PayableStep;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.StatementNames;
import dev.plaindeal.receipt.Receipt.MoreItems;
import dev.plaindeal.receipt.Receipt.NearMiss;
import dev.plaindeal.receipt.Receipt.ChoiceNeeded;
import dev.plaindeal.receipt.Receipt.Figures;
import dev.plaindeal.receipt.Receipt.NotGiven;
import dev.plaindeal.receipt.Receipt.Rejected;
import dev.plaindeal.stack.Facts;
import dev.plaindeal.stack.Kept;
import dev.plaindeal.stack.NearMisses;
import dev.plaindeal.stack.Plan;
import dev.plaindeal.stack.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One verdict for each promotion, or for each store it is offered to: applied or rejected, whichever of its statements
 * decided it. What gave nothing of a promotion that is applied is told beside it.
 */
final class ReceiptRows {

    private final Basket basket;
    private final BuyerSentences buyer;
    private final boolean severalStores;
    private final Optional<PayableStep> step;
    private final boolean gaveAny;
    private final RefusedPromotions refused;

    ReceiptRows(Basket basket, Plan plan, BuyerSentences buyer, Optional<PayableStep> step) {
        this.basket = basket;
        this.buyer = buyer;
        this.step = step;
        this.severalStores = basket.isOfSeveralStores();
        this.gaveAny = !plan.givenAndPaid().isEmpty();
        this.refused = new RefusedPromotions(plan);
    }

    /** The promotions not applied, then the codes that promised nothing. */
    List<Rejected> rejected(List<Rejection> unanswered) {
        List<Rejected> rejected = new ArrayList<>();
        refused.forEach(refusals -> rejected.add(together(refusals)));
        unanswered.forEach(refusal -> rejected.add(rejected(refusal, refusal.message())));
        return rejected;
    }

    /** What gave nothing of the same promotion, told once: with the first of its statements that are applied. */
    List<NotGiven> notGiven(Kept kept) {
        List<Rejection> refusals = refused.beside(kept);
        if (refusals.isEmpty()) {
            return List.of();
        }
        List<OfferTerms> all = terms(refusals);
        all.add(kept.offer().terms());
        return refusals.stream().map(refusal -> notGiven(refusal, all)).toList();
    }

    private Rejected together(List<Rejection> refusals) {
        Rejection nearest = RefusedPromotions.nearest(refusals);
        boolean alike = refusals.stream().map(Rejection::message).distinct().count() == 1;
        List<OfferTerms> all = terms(refusals);
        return rejected(
                nearest,
                alike ? nearest.message() : String.join(" ", refusals.stream().map(one -> named(one, all)).toList()));
    }

    private static List<OfferTerms> terms(List<Rejection> refusals) {
        List<OfferTerms> terms = new ArrayList<>();
        refusals.forEach(refusal -> refusal.offer().ifPresent(offer -> terms.add(offer.terms())));
        return terms;
    }

    private NotGiven notGiven(Rejection refusal, List<OfferTerms> all) {
        return new NotGiven(
                statement(refusal, all), refusal.reason().key(), refusal.message(), refusal.gap(), refusal.itemsGap(),
                figures(refusal.facts()), buyer.notGiven(refusal));
    }

    private String named(Rejection refusal, List<OfferTerms> all) {
        String name = statement(refusal, all);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": " + refusal.message();
    }

    private String statement(Rejection refusal, List<OfferTerms> all) {
        Offer offer = refusal.offer().orElseThrow();
        return StatementNames.name(offer.terms(), offer.part() + 1, all, basket.currency());
    }

    private Rejected rejected(Rejection refusal, String message) {
        boolean ofOneStore = severalStores && !refusal.store().isEmpty();
        return new Rejected(
                refusal.promotion(),
                refusal.code(),
                refusal.store(),
                refusal.reason().key(),
                ofOneStore ? "At " + refusal.store() + ": " + message : message,
                refusal.gap(),
                refusal.itemsGap(),
                refusal.holdsFrom(),
                figures(refusal.facts()),
                ofOneStore ? buyer.at(refusal.store(), buyer.refusal(refusal)) : buyer.refusal(refusal),
                buyer.promotion(refusal.promotion()));
    }

    private static Figures figures(Facts facts) {
        if (facts instanceof Facts.MoneyNeeded money) {
            return Figures.NONE.withMoney(money.needed(), money.has());
        } else if (facts instanceof Facts.ItemsNeeded items) {
            return Figures.NONE.withItems(items.needed(), items.has());
        } else if (facts instanceof Facts.Over over) {
            return Figures.NONE.withUntil(over.until().instant());
        } else if (facts instanceof Facts.Outdone lost) {
            return Figures.NONE.withWinners(lost.winners(), lost.saves());
        }
        return Figures.NONE;
    }

    NearMiss nearMiss(NearMisses.NearMiss miss) {
        boolean onlyLater = miss.later().minor() > 0 && miss.saves().isZero();
        Money more = payable(miss.pay()).minus(payable(miss.pay().minus(miss.gap()).plus(miss.saves())));
        String message = what(miss) + (miss.needs().isEmpty() && !onlyLater ? " to " : " and ") + brings(miss)
                + (more.minor() > 0 && !onlyLater
                        ? "; that is " + more + " more to pay in all."
                        : "; you would pay " + payable(miss.pay()) + ".");
        return new NearMiss(
                miss.offer().promotion(),
                miss.offer().code(),
                miss.offer().store(),
                miss.gap(),
                miss.items().map(items -> new MoreItems(items.of().sku(), items.count())),
                miss.saves(),
                miss.later(),
                payable(miss.pay()),
                miss.needs().stream().map(ReceiptRows::needed).toList(),
                message,
                says(miss, more),
                buyer.promotion(miss.offer().promotion()));
    }

    /** The same with what would be paid as it can be paid. */
    private NearMisses.NearMiss paid(NearMisses.NearMiss miss) {
        return new NearMisses.NearMiss(
                miss.offer(), miss.gap(), miss.items(), miss.saves(), miss.later(), payable(miss.pay()), miss.needs());
    }

    private String says(NearMisses.NearMiss miss, Money more) {
        String store = miss.offer().store();
        String said = buyer.nearMiss(paid(miss), more);
        return severalStores && !store.isEmpty() ? buyer.at(store, said) : said;
    }

    private String brings(NearMisses.NearMiss miss) {
        List<String> brings = new ArrayList<>(2);
        if (miss.saves().minor() > 0) {
            brings.add("save " + miss.saves() + (miss.needs().isEmpty() || gaveAny ? " more" : ""));
        } else {
            miss.gift().ifPresent(gift -> brings.add("get " + gift.name() + " for nothing"));
        }
        if (miss.later().minor() > 0) {
            brings.add(PromiseSentences.more(miss.offer().terms().payout(), miss.later()));
        }
        return String.join(" and ", brings);
    }

    private Money payable(Money exact) {
        return step.map(one -> one.payable(exact)).orElse(exact);
    }

    private static ChoiceNeeded needed(Condition need) {
        return new ChoiceNeeded(need.field(), need.operator().text(), need.values().stream().map(String::valueOf).toList());
    }

    private String what(NearMisses.NearMiss miss) {
        String advice = String.join(", ", miss.advice());
        return advice.isEmpty() ? more(miss) : advice.substring(0, 1).toUpperCase(Locale.ROOT) + advice.substring(1);
    }

    private String more(NearMisses.NearMiss miss) {
        String more = miss.items()
                .map(items -> "Buy " + items.count() + " more of " + items.of().sku())
                .orElseGet(() -> "Spend " + miss.gap() + " more");
        String store = miss.offer().store();
        return severalStores && !store.isEmpty() ? more + " at " + store : more;
    }
}
