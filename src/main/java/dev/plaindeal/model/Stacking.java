package dev.plaindeal.model;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One market and channel, for {@code rules/stacking/} to match and say what may be combined there.
 *
 * <p>Two of them are asked for each market: one whose market is {@code any} holds the fallback, one with the market's
 * own code overrides it.
 */
public final class Stacking extends StackingWords<Stacking> {

    private static final String ORDER = "the order of layers";
    private static final String EXCLUSIVE = "what an exclusive promotion does";
    private static final String MOST_OFF = "the largest discount";
    private static final String LEAST = "the least to pay";
    private static final String STRATEGY = "the strategy";
    private static final String FLOOR = "the simplicity floor";
    private static final String RIVALS = "which item price a line gets";
    private static final String IDLE = "what becomes of an offer that takes nothing off";

    private final List<Set<String>> apart = new ArrayList<>();

    /** A market, or {@code any}, and a channel. */
    public Stacking(String market, String channel) {
        super(market, channel);
    }

    @Override
    Stacking self() {
        return this;
    }

    @Word(
            value = "The layers in the order they are worked out, for instance \"platform-coupon, store-coupon\"; one not named keeps its "
            + "place.",
            settles = ORDER)
    public Stacking layerOrder(String layers) {
        List<Layer> order = new ArrayList<>();
        for (String name : WordArguments.names(layers)) {
            order.add(Layer.find(name).orElseThrow(() -> new IllegalArgumentException("there is no layer " + name)));
        }
        if (order.size() < 2) {
            throw new IllegalArgumentException("name at least two layers to put in order: "
                    + String.join(", ", Arrays.stream(Layer.values()).map(Layer::key).toList()));
        }
        say(ORDER, order);
        return this;
    }

    @Word(value = "At most one of these promotions or groups is kept.", often = Word.Often.EACH_DIFFERENT)
    public Stacking apart(String promotionsOrGroups) {
        Set<String> names = WordArguments.names(promotionsOrGroups);
        if (names.size() < 2) {
            throw new IllegalArgumentException("name at least two promotions or groups to keep apart");
        }
        apart.add(names);
        return this;
    }

    @Word(
            value = "An exclusive promotion stands alone \"if it saves more\", \"always\", or \"if it comes first\".",
            settles = EXCLUSIVE)
    public Stacking exclusive(String when) {
        say(EXCLUSIVE, switch (when) {
            case "if it saves more" -> Policy.Exclusive.IF_BETTER;
            case "always" -> Policy.Exclusive.ALWAYS;
            case "if it comes first" -> Policy.Exclusive.IF_FIRST;
            default -> throw new IllegalArgumentException(
                    "an exclusive promotion stands alone \"if it saves more\", \"always\" or \"if it comes first\"");
        });
        return this;
    }

    @Word(value = "All discounts together never take off more than this share or amount.", settles = MOST_OFF)
    public Stacking mostOff(String most) {
        say(MOST_OFF, most.endsWith("%")
                ? new Policy.MostOff(
                        Optional.of(WordArguments.percent(most.substring(0, most.length() - 1).strip())), Optional.empty())
                : new Policy.MostOff(Optional.empty(), Optional.of(Amounts.of(most))));
        return this;
    }

    @Word(value = "The buyer never pays less than this.", settles = LEAST)
    public Stacking leastToPay(String amount) {
        say(LEAST, Amounts.of(amount));
        return this;
    }

    @Word(
            value = "The stack kept is " + Strategy.IN_WORDS + ".",
            settles = STRATEGY)
    public Stacking strategy(String name) {
        say(STRATEGY, Strategy.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a strategy is \"" + Strategy.KEYS.replace(", ", "\", \"").replace(" or ", "\" or \"") + "\"")));
        return this;
    }

    @Word(value = "A stack that scores below this is not shown as it is; 0 to 100.", settles = FLOOR)
    public Stacking simplicityFloor(int score) {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("the simplicity floor is a score from 0 to 100");
        }
        say(FLOOR, score);
        return this;
    }

    @Word(value = "An offer that has nothing left to take off is kept all the same.", settles = IDLE)
    public Stacking keepsIdleOffers() {
        say(IDLE, Policy.Idle.KEPT);
        return this;
    }

    @Word(value = "Of several item prices each line gets the one that takes most off it.", settles = RIVALS)
    public Stacking bestItemPriceForEachLine() {
        say(RIVALS, Policy.Rivals.LINE_BY_LINE);
        return this;
    }

    /**
     * Puts together what rules have said.
     *
     * @param fallback the fact for any market
     * @param own the fact for this market
     * @param fallbackLayers one fact per layer for any market
     * @param ownLayers one fact per layer for this market
     */
    public static Policy policy(
            Stacking fallback, Stacking own, List<LayerStacking> fallbackLayers, List<LayerStacking> ownLayers) {
        List<Set<String>> apart = new ArrayList<>(fallback.apart);
        own.apart.stream().filter(group -> !apart.contains(group)).forEach(apart::add);
        return new Policy(
                order(fallback, own),
                layers(fallback, own, fallbackLayers, ownLayers),
                apart,
                pick(fallback, own, EXCLUSIVE, Policy.Exclusive.class).orElse(Policy.Exclusive.IF_BETTER),
                pick(fallback, own, MOST_OFF, Policy.MostOff.class),
                pick(fallback, own, LEAST, Amounts.class),
                pick(fallback, own, STRATEGY, Strategy.class).orElse(Strategy.BEST_PRICE),
                pick(fallback, own, FLOOR, Integer.class),
                pick(fallback, own, IDLE, Policy.Idle.class).orElse(Policy.Idle.REFUSED),
                pick(fallback, own, RIVALS, Policy.Rivals.class).orElse(Policy.Rivals.WHOLE));
    }

    private static <T> Optional<T> pick(Stacking fallback, Stacking own, String topic, Class<T> type) {
        return own.about(topic, type).or(() -> fallback.about(topic, type));
    }

    /** The market's own order over the fallback's over the default. */
    private static List<Layer> order(Stacking fallback, Stacking own) {
        return own.reordered(fallback.reordered(List.of(Layer.values())));
    }

    /** The layers named share out the places they have among themselves; every other keeps its own. */
    private List<Layer> reordered(List<Layer> otherwise) {
        List<?> said = about(ORDER, List.class).orElse(List.of());
        Iterator<Layer> named = said.stream().map(Layer.class::cast).iterator();
        return otherwise.stream().map(layer -> said.contains(layer) ? named.next() : layer).toList();
    }

    /** What is said of a layer beats what is said of all layers; the market's own word beats the fallback in each. */
    private static Map<Layer, Policy.LayerPolicy> layers(
            Stacking fallback, Stacking own, List<LayerStacking> fallbackLayers, List<LayerStacking> ownLayers) {
        Policy.LayerPolicy all = own.over(fallback.over(new Policy.LayerPolicy(1, Conventions.DEFAULT)));
        Map<Layer, Policy.LayerPolicy> layers = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) {
            Policy.LayerPolicy said = all;
            for (LayerStacking words : fallbackLayers) {
                said = words.ofLayer() == layer ? words.over(said) : said;
            }
            for (LayerStacking words : ownLayers) {
                said = words.ofLayer() == layer ? words.over(said) : said;
            }
            layers.put(layer, said);
        }
        return layers;
    }
}
