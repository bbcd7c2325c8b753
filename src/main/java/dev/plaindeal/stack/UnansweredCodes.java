package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Code;
import dev.plaindeal.model.Chance;
import dev.plaindeal.model.ChanceField;
import dev.plaindeal.model.LineSentences;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Promotion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says why a presented code promised nothing: nobody knows it, or its rule's own conditions are not met.
 *
 * <p>A hint may name the code of a promotion only where the promotion is announced in public, so that no answer helps
 * anyone guess codes.
 */
public final class UnansweredCodes {

    /** Chances that are looked at for the nearest one; with very many stores, codes and promotions the first has to do. */
    private static final int MOST_ASKED = 1 << 20;

    private final Map<String, List<Chance>> byCode = new HashMap<>();
    private int left = MOST_ASKED;

    private UnansweredCodes(List<Chance> chances) {
        chances.forEach(chance -> byCode.computeIfAbsent(chance.presentedCode(), code -> new ArrayList<>()).add(chance));
    }

    /**
     * A refusal for each presented code that no offer came from.
     *
     * @param basket the basket
     * @param chances every chance in it
     * @param offers what was promised
     * @param known the codes of the rule book
     */
    public static List<Rejection> codes(
            Basket basket, List<Chance> chances, List<Offer> offers, KnownCodes known) {
        List<String> unanswered = new ArrayList<>(basket.codes());
        unanswered.removeIf(typed -> promised(offers, Code.normal(typed)));
        return unanswered.isEmpty() ? List.of() : new UnansweredCodes(chances).refusals(unanswered, known);
    }

    private List<Rejection> refusals(List<String> unanswered, KnownCodes known) {
        List<Rejection> refusals = new ArrayList<>();
        for (String typed : unanswered) {
            String code = Code.normal(typed);
            List<Promotion> asking = known.promotions(code, pool(code));
            if (asking.isEmpty()) {
                refusals.add(unknown(typed, known));
            }
            asking.forEach(promotion -> refusals.add(conditions(typed, code, promotion)));
        }
        return refusals;
    }

    /** Each chance of a code knows its pool. */
    private String pool(String code) {
        List<Chance> chances = byCode.getOrDefault(code, List.of());
        return chances.isEmpty() ? "" : chances.get(0).pool();
    }

    private static boolean promised(List<Offer> offers, String code) {
        for (Offer offer : offers) {
            if (offer.code().equals(code)) {
                return true;
            }
        }
        return false;
    }

    private static Rejection unknown(String typed, KnownCodes known) {
        Optional<String> meant = known.meant(Code.normal(typed));
        String hint = meant.map(code -> " Did you mean " + code + "?").orElse("");
        Rejection refusal = Rejection.ofCode("", Code.shown(typed), Reason.UNKNOWN_CODE, "No promotion has this code." + hint);
        return meant.map(code -> refusal.with(new Facts.Meant(code))).orElse(refusal);
    }

    /**
     * The chance that comes nearest tells why: a store's coupon is not refused for every other store's sake. At least one
     * condition fails on each, so the first with just one is near enough.
     */
    private Rejection conditions(String typed, String code, Promotion promotion) {
        List<Condition> fewest = promotion.conditions();
        Optional<Chance> nearest = Optional.empty();
        for (Chance chance : byCode.getOrDefault(code, List.of())) {
            if (chance.kind() == promotion.kind()) {
                List<Condition> failing = failing(chance, promotion);
                if (nearest.isEmpty() || failing.size() < fewest.size()) {
                    fewest = failing;
                    nearest = Optional.of(chance);
                }
            }
            if (nearest.isPresent() && (fewest.size() == 1 || --left < 0)) {
                break;
            }
        }
        if (nearest.isEmpty()) {
            return Rejection.ofCode(promotion.id(), Code.shown(typed), Reason.WRONG_STORE, "No store sells anything.");
        }
        return refusal(typed, promotion, nearest.get(), fewest);
    }

    private static List<Condition> failing(Chance chance, Promotion promotion) {
        List<Condition> failing = new ArrayList<>(2);
        for (Condition condition : promotion.conditions()) {
            if (!chance.meets(condition)) {
                failing.add(condition);
            }
        }
        return failing;
    }

    private static Rejection refusal(String typed, Promotion promotion, Chance chance, List<Condition> failing) {
        if (failing.isEmpty()) {
            String lines = String.join("; ", LineSentences.of(promotion.lines()));
            String sentence = "What is in the basket does not go together as it asks: it holds " + lines + ".";
            return Rejection.ofCode(promotion.id(), Code.shown(typed), Reason.CONDITION_NOT_MET, sentence);
        }
        List<String> sentences = failing.stream().map(c -> sentence(chance, c)).toList();
        Reason reason = failing.stream().map(UnansweredCodes::reason).min(Comparator.naturalOrder()).orElseThrow();
        return Rejection.ofCode(promotion.id(), Code.shown(typed), reason, String.join(" ", sentences))
                .with(new Facts.Unmet(failing));
    }

    private static Reason reason(Condition condition) {
        return switch (ChanceField.about(condition)) {
            case MARKET -> Reason.WRONG_MARKET;
            case CHANNEL -> Reason.WRONG_CHANNEL;
            case STORE -> Reason.WRONG_STORE;
            case BUYER -> Reason.WRONG_BUYER;
            case CODE, CHECKOUT, BASKET -> Reason.CONDITION_NOT_MET;
        };
    }

    private static String sentence(Chance chance, Condition condition) {
        if (condition.field().equals(ChanceField.STORE.key()) && condition.operator() == Condition.Operator.IS) {
            return "It is for " + condition.values().get(0) + ", which sells nothing in this basket.";
        }
        Object actual = actual(chance, condition);
        if (actual instanceof Boolean) {
            return "It needs " + words(condition) + " to be " + needs(condition) + ".";
        }
        String has = actual instanceof Collection<?> all
                ? all.isEmpty() ? "none" : String.join(", ", all.stream().map(String::valueOf).sorted().limit(5).toList())
                : String.valueOf(actual).isEmpty() ? "not told" : String.valueOf(actual);
        return "It needs " + ChanceField.words(condition) + " " + needs(condition) + ", the basket has " + has + ".";
    }

    /** Empty where it is not told. */
    private static Object actual(Chance chance, Condition condition) {
        return condition.attribute().isPresent()
                ? Optional.ofNullable(chance.value(condition.attribute().get())).orElse("")
                : ChanceField.of(condition).value(chance).orElse("");
    }

    /** What is yes or no is quoted, so that the sentence can be read. */
    private static String words(Condition condition) {
        String words = ChanceField.words(condition);
        return condition.attribute().isPresent() ? '"' + words + '"' : words;
    }

    private static String needs(Condition condition) {
        String values = String.join(" or ", condition.values().stream().map(String::valueOf).toList());
        return switch (condition.operator()) {
            case IS, IN -> values;
            case IS_NOT, NOT_IN -> "other than " + values;
            case CONTAINS -> "with " + values;
            case NOT_CONTAINS -> "without " + values;
            case BELOW -> "below " + values;
            case AT_MOST -> "at most " + values;
            case ABOVE -> "above " + values;
            case AT_LEAST -> "at least " + values;
        };
    }
}
