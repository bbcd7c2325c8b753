package dev.plaindeal.stack;

import dev.plaindeal.model.Benefit.PercentOff;
import dev.plaindeal.model.Layer;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Policy;
import dev.plaindeal.model.Reward;
import dev.plaindeal.model.Scope;
import dev.plaindeal.model.Terms;
import dev.plaindeal.price.Goods;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.Pricer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each line the item price that takes most off it, where the policy says so, by narrowing offers to the lines they
 * win. Only offers that take something off each line or item by itself take part; deals, capped offers, and those that may
 * win and not be kept then, because they have a budget, are kept apart from others or take more than may come off, still
 * compete as a whole.
 */
final class ByLine {

    private static final Comparator<Offer> PLACE = Comparator.<Offer>comparingInt(o -> o.terms().combining().order())
            .thenComparing(Offer::promotion)
            .thenComparingInt(Offer::part)
            .thenComparing(Offer::store)
            .thenComparing(Offer::code);

    private final Goods goods;
    private final List<Offer> rivals;
    private final Map<Offer, long[]> shares = new IdentityHashMap<>();
    /** Who takes most off each line; nobody where nobody takes anything. */
    private final Offer[] winners;

    private ByLine(Goods goods, List<Offer> offers, Policy policy) {
        this.goods = goods;
        this.rivals = offers.stream().filter(offer -> takesPart(offer, policy)).sorted(PLACE).toList();
        long mostOff = Ceilings.mostOff(goods, policy);
        Ledger open = goods.open(policy.order());
        for (Offer rival : rivals) {
            var conventions = rival.terms().choices().over(policy.in(Layer.ITEM_PRICE).conventions());
            if (Pricer.apply(open, rival, conventions, open.linePrices()).outcome() instanceof Taken money
                    && money.discount() > 0
                    && money.discount() <= mostOff) {
                shares.put(rival, money.byLine());
            }
        }
        this.winners = new Offer[goods.size()];
        for (int i = 0; i < winners.length && !rivals.isEmpty(); i++) {
            winners[i] = winner(i);
        }
    }

    /** The offers, those that win some of their lines narrowed to these; those that win none are refused. */
    static List<Offer> narrowed(Goods goods, List<Offer> offers, Policy policy, List<Refusal> refused) {
        if (policy.rivals() == Policy.Rivals.WHOLE) {
            return offers;
        }
        ByLine byLine = new ByLine(goods, offers, policy);
        List<Offer> left = new ArrayList<>();
        for (Offer offer : offers) {
            byLine.add(offer, left, refused);
        }
        return left;
    }

    private void add(Offer offer, List<Offer> left, List<Refusal> refused) {
        long[] share = shares.get(offer);
        if (share == null) {
            left.add(offer);
            return;
        }
        Set<String> won = new HashSet<>();
        boolean all = true;
        for (int i = 0; i < share.length; i++) {
            if (share[i] > 0 && winners[i] == offer) {
                won.add(goods.line(i).id());
            } else {
                all &= share[i] == 0;
            }
        }
        if (won.isEmpty()) {
            refused.add(Refusal.of(offer, Reason.BEATEN, "On each of its lines another promotion takes as much or more off."));
        } else {
            left.add(all ? offer : offer.narrowedTo(won));
        }
    }

    private Offer winner(int line) {
        Offer best = rivals.get(0);
        for (Offer rival : rivals) {
            if (share(rival, line) > share(best, line)) {
                best = rival;
            }
        }
        return best;
    }

    private long share(Offer rival, int line) {
        long[] share = shares.get(rival);
        return share == null ? 0 : share[line];
    }

    private boolean takesPart(Offer offer, Policy policy) {
        return takesOffEachLine(offer)
                && !goods.basket().remaining().budget().containsKey(offer.promotion())
                && policy.apart().stream().noneMatch(names -> names.contains(offer.promotion()));
    }

    private static boolean takesOffEachLine(Offer offer) {
        Terms terms = offer.terms();
        Terms.Combining combining = terms.combining();
        return terms.layer() == Layer.ITEM_PRICE
                && terms.cap().isEmpty()
                && terms.limits().budget().isEmpty()
                && !combining.exclusive()
                && combining.groups().isEmpty()
                && combining.notWith().isEmpty()
                && terms.reward() instanceof Reward.Off off
                && (off.benefit() instanceof PercentOff
                        || off.per() != Reward.Per.SCOPE
                        || terms.scope().counting() == Scope.Counting.LINE_BY_LINE);
    }
}
