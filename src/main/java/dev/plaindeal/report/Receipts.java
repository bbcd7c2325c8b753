package dev.plaindeal.report;

import dev.plaindeal.model.Basket;
import dev.plaindeal.model.Currency;
import dev.plaindeal.model.Funding;
import dev.plaindeal.model.Money;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Reward;
import dev.plaindeal.model.Strategy;
import dev.plaindeal.model.Terms;
import dev.plaindeal.price.FunderShares;
import dev.plaindeal.price.Goods;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.report.Receipt.Allocation;
import dev.plaindeal.report.Receipt.Applied;
import dev.plaindeal.report.Receipt.Funders;
import dev.plaindeal.report.Receipt.GiftLine;
import dev.plaindeal.report.Receipt.LinePrice;
import dev.plaindeal.report.Receipt.NearMiss;
import dev.plaindeal.report.Receipt.Rejected;
import dev.plaindeal.report.Receipt.Reserve;
import dev.plaindeal.stack.Kept;
import dev.plaindeal.stack.NearMisses;
import dev.plaindeal.stack.Plan;
import dev.plaindeal.stack.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Puts a receipt together from what was planned; adds nothing of its own. */
public final class Receipts {

    private final Goods goods;
    private final Basket basket;
    private final Currency currency;
    private final Money nothing;

    private Receipts(Goods goods) {
        this.goods = goods;
        this.basket = goods.basket();
        this.currency = basket.currency();
        this.nothing = Money.zero(currency);
    }

    /**
     * What a receipt is made of.
     *
     * @param goods the basket laid out
     * @param plan what is kept and what is not
     * @param unanswered refusals of codes that promised nothing
     * @param nearMisses works out what a little more spending would bring
     * @param rules hash of the rule book
     * @param strategy what the best stack was taken to be
     * @param simplicity how hard one kept offer is to work out
     * @param look how the whole looks
     */
    public record Parts(
            Goods goods,
            Plan plan,
            List<Refusal> unanswered,
            Supplier<List<NearMisses.NearMiss>> nearMisses,
            String rules,
            Strategy strategy,
            Function<Kept, SimplicityView> simplicity,
            Look look) {}

    /** The receipt. */
    public static Receipt of(Parts parts) {
        return new Receipts(parts.goods()).make(parts);
    }

    private Receipt make(Parts parts) {
        Plan plan = parts.plan();
        long list = basket.subtotal();
        long fees = basket.shippingFees();
        long saved = plan.stack().saved();
        List<Applied> applied = new ArrayList<>();
        plan.stack().kept().forEach(kept -> applied.add(applied(kept, parts.simplicity().apply(kept))));
        return new Receipt(
                basket.id(),
                basket.market(),
                currency,
                basket.channel().key(),
                basket.at(),
                parts.rules(),
                parts.strategy(),
                money(list),
                money(fees),
                money(saved),
                money(list + fees - saved),
                lines(plan),
                applied,
                rejected(plan.refused(), parts.unanswered()),
                new Later<>(() -> nearMisses(parts)),
                funders(applied),
                reserves(plan),
                money(plan.couldSave()),
                parts.look());
    }

    private List<LinePrice> lines(Plan plan) {
        long[] net = plan.stack().end().linePrices();
        List<LinePrice> lines = new ArrayList<>(net.length);
        for (int i = 0; i < net.length; i++) {
            var line = goods.line(i);
            lines.add(new LinePrice(
                    line.id(), line.sku(), line.store(), line.quantity(), money(line.listPrice()), money(net[i])));
        }
        return lines;
    }

    private Applied applied(Kept kept, SimplicityView simplicity) {
        Taken taken = kept.taken();
        Terms terms = kept.offer().terms();
        List<Allocation> allocations = allocations(taken, terms.funding());
        long platform = 0;
        for (Allocation share : allocations) {
            platform += share.platform().minor();
        }
        return new Applied(
                kept.offer().promotion(),
                terms.layer(),
                kept.offer().code(),
                money(taken.discount()),
                new Funders(money(platform), money(taken.discount() - platform)),
                allocations,
                taken.capped(),
                money(taken.givenUp()),
                gift(kept.offer()),
                kept.conventions(),
                simplicity,
                taken.tier());
    }

    private static Optional<GiftLine> gift(Offer offer) {
        return offer.terms().reward() instanceof Reward.Gift gift
                ? Optional.of(new GiftLine(gift.sku(), gift.name(), gift.quantity(), offer.store()))
                : Optional.empty();
    }

    private List<Allocation> allocations(Taken taken, Funding funding) {
        boolean goodsOffer = taken.byFee().length == 0;
        long[] shares = goodsOffer ? taken.byLine() : taken.byFee();
        long[] platform = FunderShares.platform(shares, funding);
        List<Allocation> allocations = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != 0) {
                Money share = money(shares[i]);
                allocations.add(new Allocation(
                        goodsOffer ? Allocation.On.LINE : Allocation.On.SHIPPING,
                        goodsOffer ? goods.line(i).id() : goods.feeStore(i),
                        share,
                        platform[i] == shares[i] ? share : money(platform[i])));
            }
        }
        return allocations;
    }

    private List<Rejected> rejected(List<Refusal> planned, List<Refusal> unanswered) {
        List<Rejected> rejected = new ArrayList<>();
        for (Refusal refusal : planned) {
            rejected.add(rejected(refusal));
        }
        for (Refusal refusal : unanswered) {
            rejected.add(rejected(refusal));
        }
        return rejected;
    }

    private Rejected rejected(Refusal refusal) {
        return new Rejected(
                refusal.promotion(), refusal.code(), refusal.reason().key(), refusal.message(), refusal.gap());
    }

    /** A basket that grew beyond what can be priced is nobody's next step. */
    private static List<NearMiss> nearMisses(Parts parts) {
        try {
            return parts.nearMisses().get().stream().map(Receipts::nearMiss).toList();
        } catch (ArithmeticException tooLarge) {
            return List.of();
        }
    }

    private static NearMiss nearMiss(NearMisses.NearMiss miss) {
        String brings = miss.gift()
                .filter(gift -> miss.saves().isZero())
                .map(gift -> "get " + gift.name() + " for nothing")
                .orElseGet(() -> "save " + miss.saves() + " more");
        String more = "Spend " + miss.gap() + " more to " + brings;
        String message = miss.costsMore()
                ? more + "; that is " + miss.gap().minus(miss.saves()) + " more to pay in all."
                : more + "; you would pay " + miss.pay() + ".";
        return new NearMiss(
                miss.offer().promotion(), miss.offer().code(), miss.gap(), miss.saves(), miss.pay(), message);
    }

    private Funders funders(List<Applied> applied) {
        Money platform = money(0);
        Money store = money(0);
        for (Applied one : applied) {
            platform = platform.plus(one.funders().platform());
            store = store.plus(one.funders().store());
        }
        return new Funders(platform, store);
    }

    /**
     * One entry per limited promotion and key: an order is one use, however many offers of the promotion it keeps. Two
     * receipts made from the same remainder both say what they need; the host commits one of them first.
     */
    private List<Reserve> reserves(Plan plan) {
        Map<String, Reserve> reserves = new LinkedHashMap<>();
        for (Kept kept : plan.stack().kept()) {
            String id = kept.offer().promotion();
            if (isLimited(plan, id, Receipts::inAll) || isTold(id)) {
                reserves.put(id, new Reserve(id, id, 1, money(taken(plan, id))));
            }
            if (isLimited(plan, id, Receipts::perBuyer) || basket.remaining().usesByBuyer().containsKey(id)) {
                String key = id + "/" + basket.buyer().id();
                reserves.put(key, new Reserve(id, key, 1, money(taken(plan, id))));
            }
        }
        return List.copyOf(reserves.values());
    }

    private static boolean inAll(Terms.Limits limits) {
        return limits.inAll() > 0 || limits.budget().isPresent();
    }

    private static boolean perBuyer(Terms.Limits limits) {
        return limits.perBuyer() > 0;
    }

    private static boolean isLimited(Plan plan, String id, Predicate<Terms.Limits> limited) {
        for (Kept kept : plan.stack().kept()) {
            if (limited.test(kept.offer().terms().limits()) && kept.offer().promotion().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static long taken(Plan plan, String id) {
        long taken = 0;
        for (Kept kept : plan.stack().kept()) {
            taken += kept.offer().promotion().equals(id) ? kept.taken().discount() : 0;
        }
        return taken;
    }

    private boolean isTold(String id) {
        Map<String, Long> uses = basket.remaining().uses();
        return uses.containsKey(id) || basket.remaining().budget().containsKey(id);
    }

    private Money money(long minor) {
        return minor == 0 ? nothing : new Money(minor, currency);
    }
}
