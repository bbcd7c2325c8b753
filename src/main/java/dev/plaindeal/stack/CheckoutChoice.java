package dev.plaindeal.stack;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Client;
import dev.plaindeal.model.ChanceField;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.DeclaredAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a buyer can still choose when the basket is full, with how the basket looks then and what to call it. */
sealed interface CheckoutChoice {

    /** How rules ask for it. */
    String field();

    /** The basket when the buyer chooses this: a text, or a yes or no. */
    Basket in(Basket basket, Object value);

    /** What can be chosen where this is asked, whether it meets it or not; an empty text is something else than what is named. */
    List<Object> candidates(List<Condition> asked);

    /** What to do, for instance {@code pay by gopay}. */
    String advice(Condition needed);

    /** The choice a condition is about; empty where the buyer cannot choose. */
    static Optional<CheckoutChoice> of(Condition condition) {
        return condition.attribute().isPresent()
                ? condition.attribute().filter(DeclaredAttribute::buyerChooses).map(OfAttribute::new)
                : ChanceField.find(condition.field()).flatMap(OfField::of);
    }

    /** A choice at every checkout. */
    enum OfField implements CheckoutChoice {
        /** How to pay. */
        PAYMENT_METHOD(ChanceField.PAYMENT_METHOD, "pay by ") {
            @Override
            public Basket in(Basket basket, Object value) {
                return basket.withPaymentMethod(String.valueOf(value));
            }

            /** Nobody here knows a shop's other ways of paying; one that is not told is none of those that are named. */
            @Override
            public List<Object> candidates(List<Condition> asked) {
                List<Object> named = asked.stream().flatMap(condition -> condition.values().stream()).distinct().toList();
                List<Object> candidates = new ArrayList<>(named);
                if (!candidates.remove("")) {
                    candidates.add("");
                }
                return candidates;
            }
        },
        /** With what to order. */
        CLIENT(ChanceField.CLIENT, "order ") {
            @Override
            public Basket in(Basket basket, Object value) {
                return Client.find(String.valueOf(value)).map(basket::withClient).orElse(basket);
            }

            @Override
            public List<Object> candidates(List<Condition> asked) {
                return Arrays.stream(Client.values()).<Object>map(Client::key).toList();
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

        OfField(ChanceField field, String verb) {
            this.field = field;
            this.verb = verb;
        }

        private static Optional<CheckoutChoice> of(ChanceField asked) {
            return Arrays.stream(values()).filter(choice -> choice.field == asked).<CheckoutChoice>map(choice -> choice).findFirst();
        }

        String words(Object value) {
            return String.valueOf(value);
        }

        @Override
        public String field() {
            return field.key();
        }

        @Override
        public String advice(Condition needed) {
            boolean is = needed.operator() == Condition.Operator.IS || needed.operator() == Condition.Operator.IN;
            String named = String.join(" or ", needed.values().stream().map(this::words).toList());
            return (is ? verb : "do not " + verb) + named;
        }
    }

    /**
     * An attribute of the host's own that the buyer chooses.
     *
     * @param attribute of the basket or the buyer, with texts to choose from, or a yes or no
     */
    record OfAttribute(DeclaredAttribute attribute) implements CheckoutChoice {

        @Override
        public String field() {
            return attribute.field().text();
        }

        @Override
        public Basket in(Basket basket, Object value) {
            return switch (attribute.owner()) {
                case BASKET -> basket.withAttributes(with(basket.attributes(), value));
                case BUYER -> basket.withBuyer(basket.buyer().withAttributes(with(basket.buyer().attributes(), value)));
                case STORE, LINE -> throw new IllegalStateException(attribute.name() + " is not the buyer's to choose");
            };
        }

        /** Where as many are told as can be, one more cannot be chosen. */
        private Attributes with(Attributes told, Object value) {
            if (told.byName().size() == Attributes.MOST && !told.byName().containsKey(attribute.name())) {
                return told;
            }
            return switch (attribute.field().type()) {
                case TEXT -> told.with(attribute.name(), (String) value);
                case FLAG -> told.with(attribute.name(), (boolean) value);
                case NUMBER -> throw new IllegalStateException(attribute.name() + " is a number");
            };
        }

        @Override
        public List<Object> candidates(List<Condition> asked) {
            return switch (attribute.field().type()) {
                case TEXT -> List.copyOf(attribute.allowed());
                case FLAG -> List.of(true, false);
                case NUMBER -> List.of();
            };
        }

        @Override
        public String advice(Condition needed) {
            return switch (attribute.field().type()) {
                case TEXT, NUMBER -> "choose " + attribute.words() + " " + names(needed);
                case FLAG -> (needed.values().contains(true) ? "choose " : "do not choose ") + attribute.words();
            };
        }

        private static String names(Condition needed) {
            return String.join(" or ", needed.values().stream().map(String::valueOf).toList());
        }
    }
}
