package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.PricedBasket;
import dev.plaindeal.price.Pricer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives each line the item price that takes most off it, where the policy says so, by narrowing promotions to the lines they
 * win. Those take part that take something off each line by itself, whatever else is in the basket: percentages, amounts for
 * each item or line, whatever counts each line alone, and anything that is for one line only. Deals over several lines,
 * promotions whose cap is reached and those that are kept apart from others here still compete as a whole. So does one that
 * takes more than may come off, and one that won and was not kept: its lines are for others. The statements of a promotion
 * win or lose together.
 */
final class ByLine {

    private static final Comparator<Offer> PLACE = Comparator.<Offer>comparingInt(o -> o.terms().combining().order())
            .thenComparing(Offer::promotion)
            .thenComparingInt(Offer::part)
            .thenComparing(Offer::store)
            .thenComparing(Offer::code);

    private final PricedBasket goods;
    private final Policy policy;
    private final Map<Offer, Rival> rivals = new IdentityHashMap<>();
    /** Who takes most off each line; null where nobody takes anything. */
    private final @Nullable Rival[] winners;
    private final List<Offer> open = new ArrayList<>();
    private final List<Rejection> refused = new ArrayList<>();

    /** Which offer, narrowed or not. */
    record OfferName(String promotion, int part, String store, String code) {

        static OfferName of(Offer offer) {
            return new OfferName(offer.promotion(), offer.part(), offer.store(), offer.code());
        }
    }

    /** A promotion that takes part, with what all its statements take off each line. */
    private record Rival(List<Offer> statements, long[] shares) {

        boolean takes(int line) {
            return shares[line] > 0;
        }
    }

    private ByLine(PricedBasket goods, List<Offer> offers, Policy policy, Set<OfferName> outside) {
        this.goods = goods;
        this.policy = policy;
        this.winners = new @Nullable Rival[goods.size()];
        for (List<Offer> promotion : promotions(offers)) {
            if (promotion.stream().noneMatch(one -> outside.contains(OfferName.of(one)))) {
                enter(promotion);
            }
        }
    }

    /** The offers of this layer that meet nobody they are kept apart from, by promotion, in the order they apply. */
    private static List<List<Offer>> promotions(List<Offer> offers) {
        Together together = Together.of(offers, List.of());
        Set<Offer> shut = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < offers.size() && together.someApart(); i++) {
            for (int j = 0; j < offers.size(); j++) {
                if (together.apart(i, j)) {
                    shut.add(offers.get(i));
                }
            }
        }
        Map<OfferName, List<Offer>> promotions = new LinkedHashMap<>();
        offers.stream()
                .filter(offer -> offer.terms().layer() == Layer.ITEM_PRICE && !shut.contains(offer))
                .sorted(PLACE)
                .forEach(offer -> promotions
                        .computeIfAbsent(new OfferName(offer.promotion(), 0, offer.store(), offer.code()), n -> new ArrayList<>(1))
                        .add(offer));
        return List.copyOf(promotions.values());
    }

    /** It takes part where each of its statements that holds can be split by line and it takes no more than may come off. */
    private void enter(List<Offer> statements) {
        Ledger ledger = goods.open(policy.order());
        long[] list = ledger.linePrices();
        long[] shares = new long[goods.size()];
        List<Offer> holding = new ArrayList<>();
        for (Offer one : statements) {
            Pricer.PricedStep step = Pricer.apply(ledger, one, one.terms().conventions(policy), list);
            if (step.outcome() instanceof Taken money && money.discount() > 0) {
                if (money.capped() || !splits(one)) {
                    return;
                }
                add(shares, money.byLine());
                holding.add(one);
                ledger = step.ledger();
            }
        }
        long total = Arrays.stream(shares).sum();
        if (total > 0 && total <= StackLimits.mostOff(goods, policy)) {
            win(new Rival(holding, shares));
        }
    }

    private void win(Rival rival) {
        rival.statements().forEach(one -> rivals.put(one, rival));
        for (int i = 0; i < winners.length; i++) {
            Rival best = winners[i];
            if (rival.takes(i) && (best == null || rival.shares()[i] > best.shares()[i])) {
                winners[i] = rival;
            }
        }
    }

    private static void add(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    /**
     * Of these offers.
     *
     * @param outside those that compete as a whole all the same
     */
    static ByLine of(PricedBasket goods, List<Offer> offers, Policy policy, Set<OfferName> outside) {
        ByLine byLine = new ByLine(goods, offers, policy, outside);
        offers.forEach(byLine::narrow);
        return byLine;
    }

    /** The offers, those that win some of their lines narrowed to these; without those that win none. */
    List<Offer> open() {
        return open;
    }

    /** Those that win none. */
    List<Rejection> refused() {
        return refused;
    }

    /** Those that won lines from others and are not kept. */
    Set<OfferName> wonInVain(OfferStack kept) {
        Set<OfferName> names = new HashSet<>();
        kept.kept().forEach(one -> names.add(OfferName.of(one.offer())));
        Set<OfferName> inVain = new HashSet<>();
        for (int i = 0; i < winners.length; i++) {
            Rival winner = winners[i];
            if (winner != null && isWanted(i, winner) && winner.statements().stream().map(OfferName::of).noneMatch(names::contains)) {
                winner.statements().forEach(one -> inVain.add(OfferName.of(one)));
            }
        }
        return inVain;
    }

    private boolean isWanted(int line, Rival winner) {
        return rivals.values().stream().anyMatch(rival -> rival != winner && rival.takes(line));
    }

    private void narrow(Offer offer) {
        Rival rival = rivals.get(offer);
        if (rival == null) {
            open.add(offer);
            return;
        }
        Set<String> won = new HashSet<>();
        boolean all = true;
        for (int i = 0; i < winners.length; i++) {
            if (winners[i] == rival) {
                won.add(goods.line(i).id());
            } else {
                all &= !offer.admits(goods.line(i));
            }
        }
        if (won.isEmpty()) {
            refused.add(Rejection.of(offer, Reason.BEATEN, "On each of its lines another promotion takes as much or more off."));
        } else {
            open.add(all ? offer : offer.narrowedTo(won));
        }
    }

    /** Whether what it takes off a line is the same whatever its other lines are. */
    private boolean splits(Offer offer) {
        OfferTerms terms = offer.terms();
        return terms.scope().counting().isLineByLine()
                || terms.reward().splitsByLine()
                || goods.basket().lines().stream().filter(offer::admits).count() == 1;
    }
}
