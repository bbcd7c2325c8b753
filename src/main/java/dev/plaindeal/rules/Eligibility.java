package dev.plaindeal.rules;

import dev.plaindeal.offer.Condition;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a rule's conditions ask of the buyer, in words the buyer reads. Code, store, market, currency, channel and locale
 * only say where an offer lives and are no condition to the buyer who meets it there.
 */
final class Eligibility {

    private Eligibility() {}

    static List<String> of(List<Condition> conditions) {
        return conditions.stream()
                .map(Eligibility::sentence)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String sentence(Condition condition) {
        return switch (condition.field()) {
            case "newBuyer" -> holds(condition) ? "new buyers only" : "returning buyers only";
            case "segments" -> has(condition) ? names(condition) + " only" : "not for " + names(condition);
            case "priorOrders" -> orders(condition);
            case "shippingMethod" -> shipping(condition);
            case "skus", "categories", "brands" ->
                (has(condition) ? "only with " : "not with ") + names(condition) + " in the basket";
            case "crossBorder" ->
                holds(condition) ? "only from stores abroad" : "only from stores in the buyer's own country";
            case "fullManaged" ->
                holds(condition) ? "only from shops run by the platform" : "only from shops the seller runs";
            default -> "";
        };
    }

    private static boolean holds(Condition condition) {
        boolean is = condition.operator() == Condition.Operator.IS;
        return is == Boolean.TRUE.equals(condition.values().get(0));
    }

    private static boolean has(Condition condition) {
        return condition.operator() == Condition.Operator.CONTAINS;
    }

    private static String names(Condition condition) {
        return condition.values().stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    private static String shipping(Condition condition) {
        if (condition.values().equals(List.of(""))) {
            return condition.operator() == Condition.Operator.IS || condition.operator() == Condition.Operator.IN
                    ? "only before a way of shipping is chosen"
                    : "only once a way of shipping is chosen";
        }
        return switch (condition.operator()) {
            case IS, IN -> "only shipped by " + names(condition);
            default -> "not shipped by " + names(condition);
        };
    }

    private static String orders(Condition condition) {
        boolean one = condition.values().equals(List.of(1));
        String count = names(condition) + (one ? " earlier order" : " earlier orders");
        return switch (condition.operator()) {
            case IS, IN -> condition.values().equals(List.of(0)) ? "first order only" : "only with " + count;
            case IS_NOT, NOT_IN -> "not with " + count;
            case BELOW -> "fewer than " + count;
            case AT_MOST -> "at most " + count;
            case ABOVE -> "more than " + count;
            default -> "at least " + count;
        };
    }
}
