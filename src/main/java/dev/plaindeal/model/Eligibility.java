package dev.plaindeal.model;

import dev.plaindeal.basket.Client;
import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.DeclaredAttribute;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a condition asks of the buyer, in words the buyer reads. */
final class Eligibility {

    private Eligibility() {}

    /** A sentence for yes and one for no. */
    static Function<Condition, String> yesNo(String yes, String no) {
        return condition -> (condition.operator() == Operator.IS) == Boolean.TRUE.equals(condition.values().get(0)) ? yes : no;
    }

    /** A sentence for names that have to be there and one for names that must not; {@code %s} is where they stand. */
    static Function<Condition, String> names(String with, String without) {
        return condition -> (condition.operator() == Operator.CONTAINS ? with : without).replace("%s", names(condition));
    }

    /** Something that has to be in the basket, or must not. */
    static String inBasket(Condition condition) {
        return names("only with %s in the basket", "not with %s in the basket").apply(condition);
    }

    private static String names(Condition condition) {
        return condition.values().stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }

    /** A way of shipping; empty before one is chosen. */
    static String shipping(Condition condition) {
        if (condition.values().equals(List.of(""))) {
            return isOneOf(condition)
                    ? "only before a way of shipping is chosen"
                    : "only once a way of shipping is chosen";
        }
        return (isOneOf(condition) ? "only shipped by " : "not shipped by ") + names(condition);
    }

    /** A way of paying; empty before one is chosen. */
    static String paying(Condition condition) {
        if (condition.values().equals(List.of(""))) {
            return isOneOf(condition) ? "only before a way of paying is chosen" : "only once a way of paying is chosen";
        }
        return (isOneOf(condition) ? "pay by " : "not paid by ") + names(condition);
    }

    /** With what it is ordered. */
    static String ordering(Condition condition) {
        String where = condition.values().stream().map(Eligibility::where).collect(Collectors.joining(" or "));
        return isOneOf(condition) ? where + " only" : "not " + where;
    }

    private static String where(Object client) {
        return Client.find(String.valueOf(client)).map(Eligibility::where).orElseGet(() -> "by " + client);
    }

    static String where(Client client) {
        return switch (client) {
            case APP -> "in the app";
            case WEB -> "on the web";
        };
    }

    /** An attribute of the host's own. */
    static String attribute(DeclaredAttribute attribute, Condition condition) {
        return switch (attribute.field().type()) {
            case TEXT -> ofText(attribute.words(), condition);
            case NUMBER -> attribute.words() + " " + compared(condition);
            case FLAG -> yesNo(attribute.words(), "not " + attribute.words()).apply(condition);
        };
    }

    private static String ofText(String words, Condition condition) {
        if (condition.values().equals(List.of(""))) {
            return (isOneOf(condition) ? "only without " : "only with ") + words;
        }
        return (isOneOf(condition) ? "" : "not ") + words + " " + names(condition);
    }

    private static String compared(Condition condition) {
        String values = names(condition);
        return switch (condition.operator()) {
            case IS, IN -> values;
            case IS_NOT, NOT_IN -> "other than " + values;
            case BELOW -> "below " + values;
            case AT_MOST -> "at most " + values;
            case ABOVE -> "above " + values;
            case AT_LEAST -> "at least " + values;
            case CONTAINS, NOT_CONTAINS -> throw new IllegalArgumentException("a number contains nothing");
        };
    }

    private static boolean isOneOf(Condition condition) {
        return condition.operator() == Operator.IS || condition.operator() == Operator.IN;
    }

    /** A number of earlier orders. */
    static String orders(Condition condition) {
        boolean one = condition.values().equals(List.of(1));
        String count = names(condition) + (one ? " earlier order" : " earlier orders");
        return switch (condition.operator()) {
            case IS, IN -> condition.values().equals(List.of(0)) ? "first order only" : "only with " + count;
            case IS_NOT, NOT_IN -> "not with " + count;
            case BELOW -> "fewer than " + count;
            case AT_MOST -> "at most " + count;
            case ABOVE -> "more than " + count;
            case AT_LEAST -> "at least " + count;
            case CONTAINS, NOT_CONTAINS -> throw new IllegalArgumentException("a number contains nothing");
        };
    }
}
