package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Client;
import dev.plaindeal.model.ChanceField;
import dev.plaindeal.offer.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a buyer can still choose when the basket is full, with how the basket looks then and what to call it. */
enum CheckoutChoice {
    /** How to pay. */
    PAYMENT_METHOD(ChanceField.PAYMENT_METHOD, "pay by ") {
        @Override
        Basket in(Basket basket, String value) {
            return basket.withPaymentMethod(value);
        }

        /** Nobody here knows a shop's other ways of paying; one that is not told is none of those that are named. */
        @Override
        List<String> usual() {
            return List.of("");
        }
    },
    /** With what to order. */
    CLIENT(ChanceField.CLIENT, "order ") {
        @Override
        Basket in(Basket basket, String value) {
            return Client.find(value).map(basket::withClient).orElse(basket);
        }

        @Override
        List<String> usual() {
            return Arrays.stream(Client.values()).map(Client::key).toList();
        }

        @Override
        String words(Object value) {
            return Client.find(String.valueOf(value)).map(client -> switch (client) {
                case APP -> "in the app";
                case WEB -> "on the web";
            }).orElse("with " + value);
        }
    };

    private final ChanceField field;
    private final String verb;

    CheckoutChoice(ChanceField field, String verb) {
        this.field = field;
        this.verb = verb;
    }

    /** The basket when the buyer chooses this. */
    abstract Basket in(Basket basket, String value);

    /** What can be chosen whatever a promotion names; an empty one is something else than what is named. */
    abstract List<String> usual();

    String words(Object value) {
        return String.valueOf(value);
    }

    ChanceField field() {
        return field;
    }

    /** The choice a condition is about; empty where the buyer cannot choose. */
    static Optional<CheckoutChoice> of(Condition condition) {
        return ChanceField.find(condition.field())
                .flatMap(asked -> Arrays.stream(CheckoutChoice.values()).filter(choice -> choice.field == asked).findFirst());
    }

    /** What to do, for instance {@code pay by gopay}. */
    String advice(Condition needed) {
        boolean is = needed.operator() == Condition.Operator.IS || needed.operator() == Condition.Operator.IN;
        String named = String.join(" or ", needed.values().stream().map(this::words).toList());
        return (is ? verb : "do not " + verb) + named;
    }
}
