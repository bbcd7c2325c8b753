package dev.plaindeal.calibrate;

import dev.plaindeal.money.Money;
import dev.plaindeal.score.LayerKind;
import dev.plaindeal.weights.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Picks what to ask: from many pairs of cards, one after another, the one whose answer is expected to move the weights most, given
 * all that are picked already; and of prices to be timed likewise. A pair of which one card is the other and more is never asked,
 * because nobody can answer it otherwise.
 *
 * <p>The same market, weights, count and seed give the same plan, and no clock is asked. For one thread.
 */
public final class PlanMaker {

    /** The most choices of a plan: two hundred people, and more begin again. */
    public static final int MOST_CHOICES = 4_000;

    private static final int CARDS = 300;
    private static final int PAIRS = 4_000;
    /** Works that differ by more are no question, and longer ones are an imposition. */
    private static final double MOST_TIMES = 3;
    private static final double MOST_SECONDS = 60;
    private static final double MOST_TIMED_SECONDS = 40;
    /** Choices of a form that are asked again, and behind which they are. */
    private static final int[] REPEATED = {2, 7};
    private static final int[] REPEATED_BEHIND = {14, 18};
    private static final int ATTENTION_BEHIND = 10;

    private final WeightTable table;
    private final Random random;
    private final List<Card> cards;
    private final Map<String, CardWork> works = new HashMap<>();
    private final ExpectedGain gain;
    private final List<CardPair> pairs;
    private final List<Card> timed;
    /** What the answer to each pair told when it was last asked for: it never tells more later, when more is known. */
    private final double[] atMost;
    private final Set<String> shown = new HashSet<>();

    private PlanMaker(String market, Money reference, Weights weights, long seed) {
        this.table = new WeightTable(weights);
        this.random = new Random(seed);
        this.cards = new CardPool(market, reference, random.nextLong()).draw(CARDS);
        cards.forEach(card -> works.put(card.id(), table.work(card.terms())));
        cards.removeIf(card -> seconds(card) > MOST_SECONDS);
        this.gain = new ExpectedGain(table.size());
        this.pairs = pairs();
        this.atMost = new double[pairs.size()];
        Arrays.fill(atMost, Double.POSITIVE_INFINITY);
        this.timed = new ArrayList<>(cards.stream()
                .filter(card -> card.pay().isPresent() && seconds(card) <= MOST_TIMED_SECONDS)
                .toList());
    }

    /** Two cards and what an answer about them tells. */
    private record CardPair(Card first, Card second, Probe question) {}

    /**
     * A plan.
     *
     * @param market ISO 3166 code
     * @param reference the price the market's promotions are scored at; cards are in its currency and of its size
     * @param weights as the rules have them
     * @param choices how many answers are to be fitted; rounded up to whole forms of twenty
     * @param seed another one gives other cards
     * @throws IllegalArgumentException when it is for no choices, or for more than {@link #MOST_CHOICES}
     */
    public static CalibrationPlan plan(String market, Money reference, Weights weights, int choices, long seed) {
        if (choices < 1 || choices > MOST_CHOICES) {
            throw new IllegalArgumentException("a plan is for 1 to " + MOST_CHOICES + " choices, not " + choices);
        }
        int forms = (choices + QuestionForm.CHOICES - 1) / QuestionForm.CHOICES;
        return new PlanMaker(market, reference, weights, seed).plan(market, forms, seed);
    }

    private CalibrationPlan plan(String market, int count, long seed) {
        List<QuestionForm> forms = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            forms.add(form(number));
        }
        List<Card> used = cards.stream().filter(card -> shown.contains(card.id())).toList();
        String id = market.toLowerCase(java.util.Locale.ROOT) + "-" + seed + "-" + Integer.toHexString(forms.hashCode() ^ used.hashCode());
        return new CalibrationPlan(id, market, seed, used, forms);
    }

    private double seconds(Card card) {
        return works.get(card.id()).total();
    }

    private List<CardPair> pairs() {
        List<CardPair> found = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Card first = any(cards);
            Card second = any(cards);
            CardWork a = works.get(first.id());
            CardWork b = works.get(second.id());
            double times = seconds(first) / seconds(second);
            if (!a.contains(b) && !b.contains(a) && times < MOST_TIMES && times > 1 / MOST_TIMES) {
                found.add(new CardPair(first, second, Probe.OfChoice.of(a, b)));
            }
        }
        return found;
    }

    private QuestionForm form(int number) {
        List<CardPair> picked = new ArrayList<>();
        Set<String> shownHere = new HashSet<>();
        while (picked.size() < QuestionForm.CHOICES) {
            CardPair best = bestPair(shownHere);
            gain.asked(best.question());
            picked.add(best);
            shownHere.add(best.first().id());
            shownHere.add(best.second().id());
        }
        List<Card> prices = new ArrayList<>();
        while (prices.size() < QuestionForm.TIMED) {
            Card best = bestPrice(prices);
            gain.asked(Probe.OfTime.of(works.get(best.id())));
            prices.add(best);
        }
        Collections.shuffle(picked, random);
        Collections.shuffle(prices, random);
        return new QuestionForm(number, items(number, picked, prices));
    }

    private CardPair bestPair(Set<String> shownHere) {
        int best = -1;
        for (int i = 0; i < pairs.size(); i++) {
            if (best >= 0 && atMost[i] <= atMost[best] || !isNew(pairs.get(i), shownHere)) {
                continue;
            }
            atMost[i] = gain.of(pairs.get(i).question());
            best = best < 0 || atMost[i] > atMost[best] ? i : best;
        }
        return pairs.get(best);
    }

    private static boolean isNew(CardPair pair, Set<String> shownHere) {
        return !shownHere.contains(pair.first().id()) && !shownHere.contains(pair.second().id());
    }

    private Card bestPrice(List<Card> picked) {
        Card best = timed.get(0);
        double most = Double.NEGATIVE_INFINITY;
        for (Card card : timed) {
            double gained = picked.contains(card) ? -1 : gain.of(Probe.OfTime.of(works.get(card.id())));
            if (gained > most) {
                most = gained;
                best = card;
            }
        }
        return best;
    }

    private List<PlannedItem> items(int form, List<CardPair> picked, List<Card> prices) {
        FormItems items = new FormItems(form);
        List<PlannedItem.PairChoice> choices = new ArrayList<>();
        for (CardPair pair : picked) {
            boolean swapped = random.nextBoolean();
            Card a = swapped ? pair.second() : pair.first();
            Card b = swapped ? pair.first() : pair.second();
            choices.add(new PlannedItem.PairChoice(items.nextId(), show(a), show(b)));
            items.add(choices.get(choices.size() - 1));
            if (choices.size() == ATTENTION_BEHIND) {
                items.add(attention(items.nextId()));
            }
            for (int i = 0; i < REPEATED.length; i++) {
                if (choices.size() == REPEATED_BEHIND[i]) {
                    PlannedItem.PairChoice first = choices.get(REPEATED[i]);
                    items.add(new PlannedItem.RepeatedChoice(items.nextId(), first.id(), first.b(), first.a()));
                }
            }
        }
        prices.forEach(card -> items.add(new PlannedItem.TimedPrice(items.nextId(), show(card))));
        return items.all();
    }

    /** The items of one form, numbered as they come. */
    private static final class FormItems {
        private final int form;
        private final List<PlannedItem> all = new ArrayList<>();

        FormItems(int form) {
            this.form = form;
        }

        String nextId() {
            return String.format(java.util.Locale.ROOT, "%d-%02d", form, all.size() + 1);
        }

        void add(PlannedItem item) {
            all.add(item);
        }

        List<PlannedItem> all() {
            return all;
        }
    }

    /** The plainest of a few cards against the hardest of them, which has several times its work and more layers. */
    private PlannedItem attention(String id) {
        List<Card> easy = cards.stream().filter(this::isEasy).toList();
        List<Card> hard = cards.stream().filter(this::isHard).toList();
        Card easier = any(easy);
        Card harder = any(hard);
        boolean swapped = random.nextBoolean();
        return swapped
                ? new PlannedItem.AttentionCheck(id, show(harder), show(easier), Side.B)
                : new PlannedItem.AttentionCheck(id, show(easier), show(harder), Side.A);
    }

    private boolean isEasy(Card card) {
        return card.pay().isPresent() && card.terms().layers().size() == 1 && seconds(card) < 6;
    }

    private boolean isHard(Card card) {
        return card.terms().layers().size() > 1 && card.terms().layers().stream().filter(layer -> layer.kind() == LayerKind.PERCENT).count() > 1
                && seconds(card) > 30;
    }

    private String show(Card card) {
        shown.add(card.id());
        return card.id();
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
