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
 * win. Only offers that take something off each line or item by itself take part; deals, capped offers and those that
 * are kept apart from others still compete as a whole. So does one that takes more than may come off, and one that won and
 * was not kept: its lines are for others.
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
    private final List<Offer> open = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    /** Which offer, narrowed or not. */
    record Name(String promotion, int part, String store, String code) {

        static Name of(Offer offer) {
            return new Name(offer.promotion(), offer.part(), offer.store(), offer.code());
        }
    }

    private ByLine(Goods goods, List<Offer> rivals, Policy policy) {
        this.goods = goods;
        this.rivals = rivals;
        Ledger ledger = goods.open(policy.order());
        long mostOff = Ceilings.mostOff(goods, policy);
        for (Offer rival : rivals) {
            if (Pricer.apply(ledger, rival, policy.conventions(rival.terms()), ledger.linePrices()).outcome() instanceof Taken money
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

    /**
     * Of these offers.
     *
     * @param outside those that compete as a whole all the same
     */
    static ByLine of(Goods goods, List<Offer> offers, Policy policy, Set<Name> outside) {
        List<Offer> rivals = policy.rivals() == Policy.Rivals.WHOLE
                ? List.of()
                : offers.stream()
                        .filter(offer -> takesPart(offer) && !outside.contains(Name.of(offer)))
                        .sorted(PLACE)
                        .toList();
        ByLine byLine = new ByLine(goods, rivals, policy);
        offers.forEach(byLine::add);
        return byLine;
    }

    /** The offers, those that win some of their lines narrowed to these; without those that win none. */
    List<Offer> open() {
        return open;
    }

    /** Those that win none. */
    List<Refusal> refused() {
        return refused;
    }

    /** Those that won lines from others and are not kept. */
    Set<Name> wonInVain(Stack kept) {
        Set<Name> inVain = new HashSet<>();
        for (int i = 0; i < winners.length && shares.size() > 1; i++) {
            if (share(winners[i], i) > 0 && isWanted(i)) {
                inVain.add(Name.of(winners[i]));
            }
        }
        kept.kept().forEach(one -> inVain.remove(Name.of(one.offer())));
        return inVain;
    }

    private boolean isWanted(int line) {
        return rivals.stream().anyMatch(rival -> rival != winners[line] && share(rival, line) > 0);
    }

    private void add(Offer offer) {
        long[] share = shares.get(offer);
        if (share == null) {
            open.add(offer);
            return;
        }
        Set<String> won = new HashSet<>();
        boolean all = true;
        for (int i = 0; i < share.length; i++) {
            if (share[i] > 0 && winners[i] == offer) {
                won.add(goods.line(i).id());
            } else {
                all &= !offer.admits(goods.line(i));
            }
        }
        if (won.isEmpty()) {
            refused.add(Refusal.of(offer, Reason.BEATEN, "On each of its lines another promotion takes as much or more off."));
        } else {
            open.add(all ? offer : offer.narrowedTo(won));
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

    private static boolean takesPart(Offer offer) {
        Terms terms = offer.terms();
        Terms.Combining combining = terms.combining();
        return terms.layer() == Layer.ITEM_PRICE
                && terms.cap().isEmpty()
                && !combining.exclusive()
                && combining.groups().isEmpty()
                && combining.notWith().isEmpty()
                && terms.reward() instanceof Reward.Off off
                && (off.benefit() instanceof PercentOff
                        || off.per() != Reward.Per.SCOPE
                        || terms.scope().counting() == Scope.Counting.LINE_BY_LINE);
    }
}
