package dev.plaindeal.receipt;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.language.BuyerWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.PayableStep;
import dev.plaindeal.offer.Funding;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Quota;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.FunderShares;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.PricedBasket;
import dev.plaindeal.receipt.Receipt.AddedGift;
import dev.plaindeal.receipt.Receipt.Allocation;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.BalancePayment;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.receipt.Receipt.Later;
import dev.plaindeal.receipt.Receipt.LinePrice;
import dev.plaindeal.receipt.Receipt.NearMiss;
import dev.plaindeal.receipt.Receipt.NotGiven;
import dev.plaindeal.receipt.Receipt.Rejected;
import dev.plaindeal.receipt.Receipt.Reserve;
import dev.plaindeal.receipt.Receipt.Rounding;
import dev.plaindeal.stack.Kept;
import dev.plaindeal.stack.Lazy;
import dev.plaindeal.stack.LazyList;
import dev.plaindeal.stack.NearMisses;
import dev.plaindeal.stack.Plan;
import dev.plaindeal.stack.Rejection;
import dev.plaindeal.weights.MarketSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts a receipt together from what was planned; adds nothing of its own. */
public final class ReceiptBuilder {

    /** In front of a balance's name. */
    private static final String OF_BALANCE = "balance/";

    private final PricedBasket goods;
    private final Basket basket;
    private final Currency currency;
    private final Money nothing;

    private ReceiptBuilder(PricedBasket goods) {
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
     * @param words the buyer's language
     * @param setting what is usual in the market: its time zones, and the smallest amount that can be paid
     */
    public record Parts(
            PricedBasket goods,
            Plan plan,
            List<Rejection> unanswered,
            Supplier<List<NearMisses.NearMiss>> nearMisses,
            String rules,
            Strategy strategy,
            Function<Kept, SimplicityView> simplicity,
            Look look,
            BuyerWords words,
            MarketSetting setting) {

        private Optional<PayableStep> step() {
            return setting.payableStep(goods.basket().currency());
        }
    }

    /** The receipt. */
    public static Receipt of(Parts parts) {
        return new ReceiptBuilder(parts.goods()).make(parts);
    }

    private Receipt make(Parts parts) {
        Plan plan = parts.plan();
        long fees = basket.shippingFees();
        long list = goods.listTotal() - fees;
        long saved = plan.stack().saved();
        List<LinePrice> lines = new LazyList<>(() -> lines(plan));
        Lazy<Verdicts> verdicts = new Lazy<>(() -> verdicts(parts));
        List<Applied> applied = new LazyList<>(() -> applied(parts, verdicts));
        Money exact = money(list + fees - saved);
        Optional<Rounding> rounding = parts.step().map(step -> new Rounding(step, step.rounding(exact)));
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
                rounding.map(round -> exact.plus(round.amount())).orElse(exact),
                rounding,
                lines,
                new LazyList<>(() -> StoreTotals.of(basket, lines, applied)),
                applied,
                new LazyList<>(() -> later(parts, verdicts)),
                plan.balances().stream().map(this::balance).toList(),
                new LazyList<>(() -> verdicts.get().rejected()),
                new LazyList<>(() -> nearMisses(parts, rows(parts))),
                funders(plan.stack().kept()),
                // Units of a balance may be more than fit, and then nothing is priced: that is found out now.
                plan.balances().isEmpty() ? new LazyList<>(() -> reserves(plan)) : reserves(plan),
                money(plan.couldSave()),
                parts.look());
    }

    /**
     * What gave nothing, together: what one statement of a promotion did not give is said once, beside the first that did.
     *
     * @param notGiven beside each kept offer, then beside each that is promised for later
     */
    private record Verdicts(List<List<NotGiven>> notGiven, List<Rejected> rejected) {}

    private Verdicts verdicts(Parts parts) {
        ReceiptRows rows = rows(parts);
        List<List<NotGiven>> notGiven = new ArrayList<>();
        parts.plan().given().forEach(kept -> notGiven.add(rows.notGiven(kept)));
        return new Verdicts(notGiven, rows.rejected(parts.unanswered()));
    }

    private List<Applied> applied(Parts parts, Lazy<Verdicts> verdicts) {
        BuyerSentences buyer = buyer(parts);
        List<Kept> kept = parts.plan().stack().kept();
        List<Applied> applied = new ArrayList<>(kept.size());
        for (int i = 0; i < kept.size(); i++) {
            applied.add(applied(kept.get(i), notGiven(verdicts, i), parts.simplicity().apply(kept.get(i)), buyer));
        }
        return applied;
    }

    private List<Later> later(Parts parts, Lazy<Verdicts> verdicts) {
        BuyerSentences buyer = buyer(parts);
        List<Kept> promised = parts.plan().later();
        int before = parts.plan().stack().kept().size();
        List<Later> later = new ArrayList<>(promised.size());
        for (int i = 0; i < promised.size(); i++) {
            later.add(later(promised.get(i), notGiven(verdicts, before + i), parts.simplicity().apply(promised.get(i)), buyer));
        }
        return later;
    }

    /** Why the others were refused is worked out when it is read. */
    private static List<NotGiven> notGiven(Lazy<Verdicts> verdicts, int index) {
        return new LazyList<>(() -> verdicts.get().notGiven().get(index));
    }

    private ReceiptRows rows(Parts parts) {
        return new ReceiptRows(basket, parts.plan(), buyer(parts), parts.step());
    }

    private BuyerSentences buyer(Parts parts) {
        return new BuyerSentences(parts.words(), zone -> parts.setting().isForeign(zone, basket.at()));
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

    private Applied applied(Kept kept, List<NotGiven> notGiven, SimplicityView simplicity, BuyerSentences buyer) {
        Taken taken = kept.taken();
        OfferTerms terms = kept.offer().terms();
        WrittenShares shares = shares(taken, terms.funding());
        return new Applied(
                kept.offer().promotion(),
                terms.layer(),
                kept.offer().code(),
                kept.offer().store(),
                money(taken.discount()),
                funders(money(taken.discount()), shares),
                allocations(shares),
                taken.capped(),
                money(taken.givenUp()),
                terms.reward().gift().map(gift -> gift(gift, taken.added().quantity())),
                notGiven,
                kept.conventions(),
                simplicity,
                taken.tier(),
                buyer.promotion(kept.offer().promotion()),
                buyer.sentence(kept.offer().promotion()));
    }

    private AddedGift gift(Reward.Gift gift, int quantity) {
        return new AddedGift(gift.sku(), gift.name(), quantity, gift.worth().map(worth -> money(worth.minor(basket.currency()))));
    }

    private Later later(Kept kept, List<NotGiven> notGiven, SimplicityView simplicity, BuyerSentences buyer) {
        Taken promised = kept.taken();
        OfferTerms terms = kept.offer().terms();
        WrittenShares shares = shares(promised, terms.funding());
        Money amount = money(promised.discount());
        return new Later(
                kept.offer().promotion(),
                terms.payout().kind(),
                kept.offer().code(),
                kept.offer().store(),
                amount,
                PromiseSentences.points(terms.payout(), amount),
                funders(amount, shares),
                allocations(shares),
                promised.capped(),
                notGiven,
                kept.conventions(),
                PromiseSentences.promised(terms.payout(), amount),
                buyer.promised(terms.payout(), amount),
                simplicity,
                promised.tier(),
                buyer.promotion(kept.offer().promotion()),
                buyer.sentence(kept.offer().promotion()));
    }

    private BalancePayment balance(Kept kept) {
        OfferTerms terms = kept.offer().terms();
        Taken paid = kept.taken();
        WrittenShares ofGoods = shares(new Taken(paid.discount(), paid.byLine(), new long[0], false, 0), terms.funding());
        WrittenShares[] shares = paid.byFee().length > 0
                ? new WrittenShares[] {ofGoods, shares(paid, terms.funding())}
                : new WrittenShares[] {ofGoods};
        Money amount = money(paid.discount());
        return new BalancePayment(
                kept.offer().promotion(),
                terms.payout().balance(),
                kept.offer().code(),
                kept.offer().store(),
                units(kept),
                amount,
                funders(amount, shares),
                allocations(shares));
    }

    private long units(Kept kept) {
        return kept.taken().discount() / kept.offer().terms().payout().unit(currency);
    }

    /**
     * What an offer takes off each line or fee, and the platform's part of it; written out when it is looked at.
     *
     * @param on what the shares land on
     */
    private record WrittenShares(Allocation.On on, long[] all, long[] platform) {}

    private WrittenShares shares(Taken taken, Funding funding) {
        boolean goodsOffer = taken.byFee().length == 0;
        long[] all = goodsOffer ? taken.byLine() : taken.byFee();
        return new WrittenShares(
                goodsOffer ? Allocation.On.LINE : Allocation.On.SHIPPING, all, FunderShares.platform(all, funding, currency));
    }

    private Funders funders(Money whole, WrittenShares... some) {
        long platform = 0;
        for (WrittenShares shares : some) {
            for (long part : shares.platform()) {
                platform += part;
            }
        }
        return new Funders(money(platform), money(whole.minor() - platform));
    }

    private List<Allocation> allocations(WrittenShares... some) {
        return new LazyList<>(() -> {
            List<Allocation> allocations = new ArrayList<>();
            for (WrittenShares shares : some) {
                add(shares, allocations);
            }
            return allocations;
        });
    }

    private void add(WrittenShares shares, List<Allocation> allocations) {
        for (int i = 0; i < shares.all().length; i++) {
            long share = shares.all()[i];
            if (share != 0) {
                Money amount = money(share);
                String name = shares.on() == Allocation.On.LINE ? goods.line(i).id() : goods.feeStore(i);
                long platform = shares.platform()[i];
                allocations.add(new Allocation(shares.on(), name, amount, platform == share ? amount : money(platform)));
            }
        }
    }

    /** A basket that grew beyond what can be priced is nobody's next step. */
    private static List<NearMiss> nearMisses(Parts parts, ReceiptRows rows) {
        try {
            return parts.nearMisses().get().stream().map(rows::nearMiss).toList();
        } catch (ArithmeticException tooLarge) {
            return List.of();
        }
    }

    private Funders funders(List<Kept> all) {
        long platform = 0;
        long discount = 0;
        for (Kept kept : all) {
            platform += FunderShares.platform(kept.taken().discount(), kept.offer().terms().funding(), currency);
            discount += kept.taken().discount();
        }
        return new Funders(money(platform), money(discount - platform));
    }

    /**
     * One entry per key: an order is one use of a limited promotion, however many of its offers it keeps, and of a code, however
     * many promotions it brings. Two
     * receipts made from the same remainder both say what they need; the host commits one of them first.
     */
    private List<Reserve> reserves(Plan plan) {
        Map<String, Reserve> reserves = new LinkedHashMap<>();
        List<Kept> kept = plan.givenAndPaid();
        for (int i = 0; i < kept.size(); i++) {
            reserve(plan, kept.get(i), new LimitsOf(plan, kept.get(i).offer().promotion()), reserves);
        }
        for (Kept paid : plan.balances()) {
            String key = OF_BALANCE + paid.offer().terms().payout().balance();
            reserves.put(key, new Reserve(paid.offer().promotion(), key, Math.toIntExact(units(paid)), money(taken(plan, paid.offer().promotion()))));
        }
        return List.copyOf(reserves.values());
    }

    private void reserve(Plan plan, Kept kept, LimitsOf limits, Map<String, Reserve> reserves) {
        String id = kept.offer().promotion();
        if (limits.inAll || isTold(id)) {
            reserves.put(id, new Reserve(id, id, 1, money(taken(plan, id))));
        }
        if (limits.perBuyer || basket.remaining().usesByBuyer().containsKey(id)) {
            String key = id + Quota.OF_BUYER;
            reserves.put(key, new Reserve(id, key, 1, money(taken(plan, id))));
        }
        for (Quota quota : limits.quotas) {
            if (!quota.counts(kept.offer())) {
                continue;
            }
            String key = quota.key(kept.offer(), basket.at());
            Reserve reserve = new Reserve(id, key, "", 1, money(taken(plan, kept.offer(), quota)), items(plan, kept.offer(), quota));
            // A budget that promotions share is one key, with what each takes of it.
            reserves.merge(quota.fund().isPresent() ? id + " " + key : key, reserve, (one, other) -> one.items() > 0 ? one : other);
        }
        String code = kept.offer().code();
        if (limits.perCode || basket.remaining().usesByCode().containsKey(code)) {
            reserves.putIfAbsent(Quota.OF_CODE + code, new Reserve(id, Quota.OF_CODE + code, code, 1, money(takenByCode(plan, code))));
        }
    }

    /** Items of the statements that count them, 0 for a quota of something else. */
    private static long items(Plan plan, Offer offer, Quota quota) {
        long items = 0;
        for (Kept kept : plan.givenAndPaid()) {
            boolean counts = quota.most() instanceof Quota.CountedItems
                    && quota.countsTogether(kept.offer(), offer)
                    && kept.offer().terms().limits().quotas().contains(quota);
            items += counts ? kept.taken().items() : 0;
        }
        return items;
    }

    /** What one promotion is limited by. A limit is the promotion's, also where the statement that says it gives nothing here. */
    private static final class LimitsOf {
        private final String id;
        private boolean inAll;
        private boolean perBuyer;
        private boolean perCode;
        private final Set<Quota> quotas = new LinkedHashSet<>(0);

        LimitsOf(Plan plan, String id) {
            this.id = id;
            List<Kept> kept = plan.givenAndPaid();
            for (int i = 0; i < kept.size(); i++) {
                add(kept.get(i).offer());
            }
            for (int i = 0; i < plan.refused().size(); i++) {
                plan.refused().get(i).offer().ifPresent(this::add);
            }
        }

        private void add(Offer offer) {
            if (offer.promotion().equals(id)) {
                OfferTerms.Limits limits = offer.terms().limits();
                inAll |= limits.inAll() > 0 || limits.budget().isPresent();
                perBuyer |= limits.perBuyer() > 0;
                perCode |= limits.perCode() > 0;
                quotas.addAll(limits.quotas());
            }
        }
    }

    private static long taken(Plan plan, String id) {
        long taken = 0;
        for (Kept kept : plan.givenAndPaid()) {
            taken += kept.offer().promotion().equals(id) ? kept.taken().discount() : 0;
        }
        return taken;
    }

    private static long taken(Plan plan, Offer offer, Quota quota) {
        long taken = 0;
        for (Kept kept : plan.givenAndPaid()) {
            taken += quota.countsTogether(kept.offer(), offer) ? kept.taken().discount() : 0;
        }
        return taken;
    }

    private static long takenByCode(Plan plan, String code) {
        long taken = 0;
        for (Kept kept : plan.givenAndPaid()) {
            taken += kept.offer().code().equals(code) ? kept.taken().discount() : 0;
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
