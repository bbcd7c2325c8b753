package dev.plaindeal.stack;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.NothingInScope;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.Outcome;
import dev.plaindeal.price.ReducedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Says for each offer that is not kept why, by asking it again: alone, then in its place in the stack, then instead of
 * those that stand in its way.
 */
final class Explanation {

    /** Prices of lines that are remembered at most, one for each line before each offer. */
    private static final long MOST_PRICES = 1 << 20;

    private final Candidates all;
    private final Candidates legal;
    private final OfferStack kept;
    private final Strategy strategy;
    private final boolean cutShort;
    private final Currency currency;
    private final Finals finals;
    /** What is kept before each offer in order, so that not everything is priced again for every question. */
    private final List<OfferStack> before;
    private final boolean[] held;
    private final int[][] slots;
    private final Misses misses;
    /** The promotions that stand alone, whichever of their statements says so. */
    private final Lazy<Set<String>> exclusive;
    /** Offers that may still be priced: with very many of them, not all is said of each. */
    private int left;

    private Explanation(Candidates all, Candidates legal, OfferStack kept, Strategy strategy, boolean cutShort) {
        this.all = all;
        this.legal = legal;
        this.kept = kept;
        this.strategy = strategy;
        this.cutShort = cutShort;
        this.currency = all.goods().basket().currency();
        this.finals = all.measureFinal() ? Finals.after(all.open(), SlotHolders.chosen(all, kept)) : Finals.UNMEASURED;
        this.held = SlotHolders.held(all, kept);
        this.slots = SlotHolders.taken(all, kept);
        this.misses = new Misses(currency);
        this.exclusive = new Lazy<>(() -> exclusive(all));
        this.left = (long) all.size() * all.goods().size() > MOST_PRICES ? 0 : Planner.budget(all.goods());
        this.before = left > 0 ? before() : List.of();
    }

    private static Set<String> exclusive(Candidates all) {
        return all.all().stream()
                .map(Candidate::offer)
                .filter(offer -> offer.terms().combining().exclusive())
                .map(Offer::promotion)
                .collect(Collectors.toSet());
    }

    private List<OfferStack> before() {
        List<OfferStack> stacks = new ArrayList<>(all.size());
        OfferStack stack = OfferStack.none(all.open());
        for (int i = 0; i < held.length; i++) {
            stacks.add(stack);
            if (held[i]) {
                stack = Pricing.withIdle(stack, List.of(all.get(i)), finals);
            }
        }
        return stacks;
    }

    /** A refusal for each offer of {@code all} that is asked about and not kept. */
    static List<Rejection> of(
            Candidates all, Candidates legal, OfferStack kept, Strategy strategy, boolean cutShort, Predicate<Offer> asked) {
        if (all.all().stream().noneMatch(one -> asked.test(one.offer()))) {
            return List.of();
        }
        Explanation explanation = new Explanation(all, legal, kept, strategy, cutShort);
        List<Rejection> refused = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!explanation.held[i] && asked.test(all.get(i).offer())) {
                refused.add(explanation.of(i));
            }
        }
        return refused;
    }

    private Rejection of(int index) {
        Candidate candidate = all.get(index);
        Outcome alone = candidate.after(all.open(), aloneFinals())
                .outcome();
        Optional<Rejection> never = misses.never(candidate.offer(), alone, all.open());
        if (never.isPresent()) {
            boolean isReduced = never.get().reason() == Reason.ALREADY_REDUCED && left > 0;
            return isReduced ? Misses.reduced(candidate.offer(), reducers(candidate, before.get(index))) : never.get();
        }
        if (all.capacity(candidate.layer()) == 0) {
            return Rejection.of(candidate.offer(), Reason.CONDITION_NOT_MET, "Promotions of this kind are not given here.");
        }
        return left > 0 ? inPlace(index, candidate, alone) : briefly(index, candidate, alone);
    }

    private long[] aloneFinals() {
        return all.measureFinal() ? all.open().linePrices() : Pricing.NO_FINALS;
    }

    /** Where it would apply in the stack, after those before it. */
    private Rejection inPlace(int index, Candidate candidate, Outcome alone) {
        List<Integer> blocking = blocking(index, alone);
        OfferStack under = under(index, blocking);
        Outcome here = candidate.after(under.end(), finals.of(candidate)).outcome();
        if (here instanceof Missed missed) {
            return alone instanceof Missed first
                    ? misses.notMet(candidate.offer(), first, missed, under.end())
                    : misses.lost(candidate.offer(), missed, under.end());
        }
        if (here instanceof NothingInScope) {
            return Misses.reduced(candidate.offer(), reducers(candidate, under));
        }
        if (here instanceof Taken money && all.funds().overdrawn(List.of(), candidate.offer(), money.discount()).isPresent()) {
            return overdrawn(candidate.offer(), all.funds().overdrawn(List.of(), candidate.offer(), money.discount()).get());
        }
        if (here instanceof Taken money && !StackLimits.withinBudget(all, List.of(), candidate.offer(), money)) {
            return Rejection.of(candidate.offer(), Reason.BUDGET_SPENT, "It would " + overspends(candidate.offer(), money.discount()));
        }
        OfferStack with = with(index, blocking);
        if (!blocking.isEmpty()) {
            return beaten(index, candidate, blocking, with);
        }
        if (here instanceof Taken money && money.discount() == 0 && takesNothing(candidate, with)) {
            return Rejection.of(
                    candidate.offer(), Reason.TAKES_NOTHING, "It holds, but there is nothing left for it to take off.");
        }
        return unblocked(candidate, with);
    }

    /** Where final prices are measured, its coming in may change what those before it take, and leave it something. */
    private static boolean takesNothing(Candidate candidate, OfferStack with) {
        return with.kept().stream().allMatch(one -> one.offer() != candidate.offer() || one.taken().discount() == 0);
    }

    /** Who holds the slots it would hold if it were alone. */
    private List<Integer> blocking(int index, Outcome alone) {
        Candidate candidate = all.get(index);
        int[] wanted = alone instanceof Taken money ? all.slotsOf(candidate, money) : candidate.slots();
        return SlotHolders.blocking(all, held, slots, index, wanted);
    }

    /** Where there are too many to price each again: who is in its way, without the numbers. */
    private Rejection briefly(int index, Candidate candidate, Outcome alone) {
        if (alone instanceof Missed missed) {
            return misses.notMet(candidate.offer(), missed, missed, all.open());
        }
        List<Integer> blocking = blocking(index, alone);
        Loss loss = loss(index, candidate, blocking);
        return blocking.isEmpty() || loss == Loss.BEATEN && cutShort
                ? Rejection.of(candidate.offer(), Reason.NOT_TRIED, "So many offers meet this basket that not each was tried.")
                : Rejection.of(candidate.offer(), loss.reason, briefly(loss, index, blocking))
                        .with(new Facts.Outdone(promotions(blocking), Optional.empty()));
    }

    /** How an offer loses against those in its way, each with sentences of its own. */
    private enum Loss {
        BEATEN(Reason.BEATEN),
        NOT_TOGETHER(Reason.NOT_TOGETHER),
        EXCLUSIVE_BEATEN(Reason.EXCLUSIVE_BEATEN),
        EXCLUSIVE_KEPT(Reason.EXCLUSIVE_KEPT),
        TOO_COMPLICATED(Reason.TOO_COMPLICATED);

        private final Reason reason;

        Loss(Reason reason) {
            this.reason = reason;
        }
    }

    private String briefly(Loss loss, int index, List<Integer> blocking) {
        return switch (loss) {
            case EXCLUSIVE_BEATEN -> "It stands alone, and others are kept.";
            case EXCLUSIVE_KEPT -> winners(blocking) + " stands alone.";
            case BEATEN, NOT_TOGETHER, TOO_COMPLICATED -> "Kept in its place: " + winners(blocking) + notTogether(index, blocking);
        };
    }

    private String winners(List<Integer> blocking) {
        return String.join(" and ", promotions(blocking));
    }

    private List<String> promotions(List<Integer> which) {
        return which.stream().map(i -> all.get(i).offer().promotion()).distinct().toList();
    }

    /** The kept offers without those that stand in its way, and it: those that then hold. */
    private OfferStack with(int index, List<Integer> blocking) {
        int first = all.measureFinal() ? 0 : firstChange(index, blocking);
        List<Candidate> chosen = keptBetween(first, index, blocking);
        chosen.add(all.get(index));
        chosen.addAll(keptBetween(index + 1, all.size(), blocking));
        return all.measureFinal()
                ? Pricing.pricedWithIdle(all.open(), chosen)
                : Pricing.withIdle(before.get(first), chosen, finals);
    }

    /** Up to here the stack is the same with and without it. */
    private static int firstChange(int index, List<Integer> blocking) {
        return blocking.isEmpty() ? index : Math.min(index, blocking.get(0));
    }

    private List<Candidate> keptBetween(int from, int to, List<Integer> without) {
        List<Candidate> chosen = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (held[i] && !without.contains(i)) {
                chosen.add(all.get(i));
            }
        }
        left -= chosen.size() + 1;
        return chosen;
    }

    /** The ceiling that a stack with it would break, if any. */
    private Optional<Rejection> ceiling(Candidate candidate, OfferStack with) {
        long most = StackLimits.mostOff(all);
        if (with.saved() > most) {
            return Optional.of(Rejection.of(
                    candidate.offer(),
                    Reason.BELOW_FLOOR,
                    "With it " + money(with.saved()) + " would come off, and no more than " + money(most) + " may."));
        }
        Optional<Funds.Overdrawn> shared = overdrawn(with.kept());
        if (shared.isPresent()) {
            return Optional.of(overdrawn(candidate.offer(), shared.get()));
        }
        return StackLimits.overspent(all, with).map(over -> over.getValue() <= all.budgetLeft(over.getKey()).orElse(Long.MAX_VALUE)
                ? Rejection.of(
                        candidate.offer(),
                        Reason.LIMIT_REACHED,
                        "With it " + over.getKey().promotion() + " would be given for more items than the "
                                + all.itemsLeft(over.getKey()) + " it may still be given for.")
                : Rejection.of(
                        candidate.offer(),
                        Reason.BUDGET_SPENT,
                        "With it " + over.getKey().promotion() + " would " + overspends(over.getKey(), over.getValue())));
    }

    /** The first shared budget that a stack takes too much of. */
    private Optional<Funds.Overdrawn> overdrawn(List<Kept> kept) {
        for (int i = 0; i < kept.size(); i++) {
            Optional<Funds.Overdrawn> over = all.funds().overdrawn(kept.subList(0, i), kept.get(i).offer(), kept.get(i).taken().discount());
            if (over.isPresent()) {
                return over;
            }
        }
        return Optional.empty();
    }

    private Rejection overdrawn(Offer offer, Funds.Overdrawn over) {
        return Rejection.of(offer, Reason.BUDGET_SPENT, "With it " + money(over.taken()) + " would come from the budget " + over.name()
                + ", and only " + money(over.left()) + " is left of that.");
    }

    private String overspends(Offer offer, long discount) {
        long left = all.budgetLeft(offer).orElse(0);
        return "take " + money(discount) + " off, and only " + money(left) + " is left to give away.";
    }

    /** What is kept before its place, without those that stand in its way. */
    private OfferStack under(int index, List<Integer> without) {
        int first = firstChange(index, without);
        return Pricing.withIdle(before.get(first), keptBetween(first, index, without), finals);
    }

    /** The promotions that reduce what it is for. */
    private static List<String> reducers(Candidate candidate, OfferStack under) {
        boolean[] reduced = ReducedLines.leftOut(under.end(), candidate.offer());
        return under.kept().stream()
                .filter(kept -> kept.offer().terms().layer() != candidate.layer() && takesOff(kept, reduced))
                .map(kept -> kept.offer().promotion())
                .distinct()
                .toList();
    }

    private static boolean takesOff(Kept kept, boolean[] lines) {
        long[] off = kept.taken().byLine();
        for (int i = 0; i < off.length; i++) {
            if (lines[i] && off[i] > 0) {
                return true;
            }
        }
        return false;
    }

    private Rejection beaten(int index, Candidate candidate, List<Integer> blocking, OfferStack with) {
        long less = kept.gain() - with.gain();
        Optional<Rejection> ceiling = less < 0 ? ceiling(candidate, with) : Optional.empty();
        if (ceiling.isPresent()) {
            return ceiling.get();
        }
        Loss loss = less < 0 && strategy.weighsSimplicity() && isLegal(candidate)
                ? Loss.TOO_COMPLICATED
                : loss(index, candidate, blocking);
        if (less < 0 && cutShort && (loss == Loss.BEATEN || loss == Loss.TOO_COMPLICATED)) {
            return notTried(candidate);
        }
        return Rejection.of(candidate.offer(), loss.reason, verdict(loss, less, index, blocking, verb(with)))
                .with(new Facts.Outdone(promotions(blocking), Optional.of(saves(with))));
    }

    /** Of money alone stacks save; with gifts that are worth something they bring. */
    private enum Verb {
        SAVE("saves", "save"),
        BRING("brings", "bring");

        private final String ofOne;
        private final String ofMany;

        Verb(String ofOne, String ofMany) {
            this.ofOne = ofOne;
            this.ofMany = ofMany;
        }
    }

    private Verb verb(OfferStack with) {
        return kept.gain() == kept.saved() && with.gain() == with.saved() ? Verb.SAVE : Verb.BRING;
    }

    private static Rejection notTried(Candidate candidate) {
        return Rejection.of(
                candidate.offer(), Reason.NOT_TRIED, "There were too many combinations to try them all.");
    }

    private Loss loss(int index, Candidate candidate, List<Integer> blocking) {
        if (blocking.stream().noneMatch(i -> all.apart(index, i))) {
            return Loss.BEATEN;
        }
        if (standsAlone(candidate)) {
            return Loss.EXCLUSIVE_BEATEN;
        }
        return blocking.stream().anyMatch(i -> standsAlone(all.get(i))) ? Loss.EXCLUSIVE_KEPT : Loss.NOT_TOGETHER;
    }

    /** Who stands in its way, by how much, and why the two cannot stand together where it is not for want of a place. */
    private String verdict(Loss loss, long less, int index, List<Integer> blocking, Verb verb) {
        String names = winners(blocking);
        if (less < 0) {
            return although(loss, index, blocking, "would " + verb.ofMany + " " + money(-less) + " more");
        }
        String much = less == 0 ? "as much" : money(less) + " more";
        return switch (loss) {
            case EXCLUSIVE_BEATEN -> "It stands alone, and what is kept without it " + verb.ofOne + " " + much + ".";
            case EXCLUSIVE_KEPT -> names + " stands alone, and " + verb.ofOne + " " + much + ".";
            case BEATEN, NOT_TOGETHER, TOO_COMPLICATED ->
                "Beaten by " + names + ", which " + (names.contains(" and ") ? verb.ofMany : verb.ofOne) + " " + much
                        + notTogether(index, blocking);
        };
    }

    /** Left out although it would save more: something besides the money decided. */
    private String although(Loss loss, int index, List<Integer> blocking, String saves) {
        String names = winners(blocking);
        if (blocking.stream().anyMatch(i -> all.get(i).offer().terms().combining().alwaysHolds())) {
            return "Left out for " + names + (names.contains(" and ") ? ", which always hold" : ", which always holds") + ", although it " + saves
                    + notTogether(index, blocking);
        }
        return switch (loss) {
            case EXCLUSIVE_BEATEN -> "It stands alone and does not come first, although it " + saves + ".";
            case EXCLUSIVE_KEPT -> names + " stands alone, although this " + saves + ".";
            case TOO_COMPLICATED -> "Instead of " + names + " it " + saves + ", and make the price harder to work out.";
            case BEATEN, NOT_TOGETHER ->
                "Left out for " + names + comesFirst(names) + ", although it " + saves + notTogether(index, blocking);
        };
    }

    private String comesFirst(String names) {
        if (!strategy.goesByPlace()) {
            return "";
        }
        return names.contains(" and ") ? ", which come first" : ", which comes first";
    }

    private String notTogether(int index, List<Integer> blocking) {
        List<Integer> apart = blocking.stream().filter(i -> all.apart(index, i)).toList();
        return apart.isEmpty() ? "." : "; it is never kept together with " + winners(apart) + ".";
    }

    private Rejection unblocked(Candidate candidate, OfferStack with) {
        long more = with.gain() - kept.gain();
        if (more == 0) {
            return Rejection.of(
                    candidate.offer(),
                    Reason.TAKES_NOTHING,
                    verb(with) == Verb.SAVE
                            ? "With it the buyer would pay as much as without it."
                            : "With it the buyer would get as much as without it.");
        }
        if (more < 0) {
            return Rejection.of(
                    candidate.offer(),
                    Reason.SPOILS_MORE,
                    verb(with) == Verb.SAVE
                            ? "With it the buyer would pay " + money(-more) + " more, because it spoils another promotion."
                            : "With it the buyer would get " + money(-more) + " less, because it spoils another promotion.")
                    .with(against(with));
        }
        return ceiling(candidate, with).orElseGet(() -> savesMore(candidate, more, with));
    }

    private boolean standsAlone(Candidate candidate) {
        return exclusive.get().contains(candidate.offer().promotion());
    }

    /** Whether the policy's word on promotions that stand alone lets it take part. */
    private boolean isLegal(Candidate candidate) {
        return legal.all().contains(candidate);
    }

    private String spoiling() {
        return strategy.goesByPlace()
                ? "In its turn it did not fit beside those before it."
                : "With it another promotion would no longer hold.";
    }

    private Rejection savesMore(Candidate candidate, long more, OfferStack with) {
        Verb verb = verb(with);
        if (!isLegal(candidate)) {
            return Rejection.of(
                    candidate.offer(),
                    standsAlone(candidate) ? Reason.EXCLUSIVE_BEATEN : Reason.EXCLUSIVE_KEPT,
                    "It would " + verb.ofMany + " " + money(more) + " more, and is left out because one promotion stands alone here.")
                    .with(against(with));
        }
        if (cutShort) {
            return notTried(candidate);
        }
        return strategy.weighsSimplicity()
                ? Rejection.of(
                        candidate.offer(),
                        Reason.TOO_COMPLICATED,
                        "It would " + verb.ofMany + " " + money(more) + " more, and make the price harder to work out.")
                        .with(against(with))
                : Rejection.of(candidate.offer(), Reason.SPOILS_MORE, spoiling()).with(against(with));
    }

    /** Against all that is kept. */
    private Facts against(OfferStack with) {
        return new Facts.Outdone(List.of(), Optional.of(saves(with)));
    }

    /** In money alone, whatever gifts are worth. */
    private Money saves(OfferStack with) {
        return new Money(with.saved() - kept.saved(), currency);
    }

    private String money(long minor) {
        return RejectionSentences.money(minor, currency);
    }
}
