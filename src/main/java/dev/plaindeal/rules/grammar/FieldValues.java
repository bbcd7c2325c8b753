package dev.plaindeal.rules.grammar;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Client;
import dev.plaindeal.basket.Code;
import dev.plaindeal.basket.CodeLetters;
import dev.plaindeal.basket.PoolName;
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.AttributeField;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.problem.Nearest;
import dev.plaindeal.weights.Markets;
import dev.plaindeal.weights.StepKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a text field can hold, where that is known: a slip of the pen there is a rule that never matches. */
public enum FieldValues {
    /** Anything. */
    ANY("") {
        @Override
        public boolean admits(String value) {
            return true;
        }
    },
    /** ISO 3166 countries. */
    MARKET("a market is an ISO 3166 country in capital letters, for instance \"US\"") {
        @Override
        Set<String> known() {
            return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
        }

        /** Any two letters are one slip away from a country, so a guess would be noise; but one slip is common. */
        @Override
        String guess(String value) {
            return value.equalsIgnoreCase("UK") ? "Maybe GB?" : sentence();
        }
    },
    /** ISO 3166 countries, or any. */
    MARKET_OR_ANY("a market is an ISO 3166 country in capital letters, for instance \"US\", or \"any\"") {
        @Override
        Set<String> known() {
            Set<String> known = new TreeSet<>(MARKET.known());
            known.add(Markets.ANY);
            return known;
        }

        @Override
        String guess(String value) {
            return value.equalsIgnoreCase("UK") ? "Maybe GB?" : sentence();
        }
    },
    /** The kinds of steps a buyer goes through. */
    STEP("a step is one of those in rules/simplicity/steps.drl") {
        @Override
        Set<String> known() {
            Set<String> known = new TreeSet<>();
            for (StepKind kind : StepKind.values()) {
                known.add(kind.name());
            }
            return known;
        }
    },
    /** ISO 4217 currencies. */
    CURRENCY("a currency is an ISO 4217 code in capital letters, for instance \"USD\"") {
        @Override
        public boolean admits(String value) {
            return Currency.find(value).isPresent();
        }

        @Override
        Set<String> known() {
            Set<String> codes = new TreeSet<>();
            java.util.Currency.getAvailableCurrencies().forEach(currency -> codes.add(currency.getCurrencyCode()));
            return codes;
        }
    },
    /** Where the buyer meets the offer. */
    CHANNEL("the channels are " + String.join(", ", channels())) {
        @Override
        Set<String> known() {
            return Set.copyOf(channels());
        }
    },
    /** With what the buyer orders. */
    CLIENT("the clients are " + String.join(", ", clients())) {
        @Override
        Set<String> known() {
            return Set.copyOf(clients());
        }
    },
    /** The stages of pricing. */
    LAYER("the layers are " + String.join(", ", layers())) {
        @Override
        Set<String> known() {
            return Set.copyOf(layers());
        }
    },
    /** Coupon codes, which compare in their normal form: written otherwise, they are the same code. */
    CODE("a code is what buyers type") {
        @Override
        public boolean admits(String value) {
            return CodeLetters.wrong(value).isEmpty();
        }

        @Override
        public String normal(String value) {
            return Code.normal(value);
        }

        @Override
        public String refusal(String field, String value) {
            return CodeLetters.wrong(value).orElse("a code is what buyers type");
        }

        @Override
        public String hint(String value) {
            return "Write the code buyers type.";
        }
    },
    /** Names of attributes; the rule that names one declares it. */
    ATTRIBUTE("an attribute's name has 1 to 80 letters, digits, hyphens, points and underscores, for instance \"member-tier\"") {
        @Override
        public boolean admits(String value) {
            return AttributeField.isName(value);
        }

        @Override
        public String refusal(String field, String value) {
            return "\"" + value + "\" is no name of an attribute";
        }

        @Override
        public String hint(String value) {
            return sentence();
        }
    },
    /** Names of pools of codes; the first rule that names one makes it. */
    POOL("a pool has a name, for instance \"birthday-2026\"") {
        @Override
        public boolean admits(String value) {
            return PoolName.wrong(value).isEmpty();
        }

        @Override
        public String refusal(String field, String value) {
            return PoolName.wrong(value).orElseGet(this::sentence);
        }

        @Override
        public String hint(String value) {
            return sentence();
        }
    };

    private final String rule;

    FieldValues(String rule) {
        this.rule = rule;
    }

    public boolean admits(String value) {
        return known().contains(value);
    }

    /** The form in which facts carry the value. */
    public String normal(String value) {
        return value;
    }

    Set<String> known() {
        return Set.of();
    }

    /** What is wrong with a value that is not admitted. */
    public String refusal(String field, String value) {
        return "there is no " + field + " \"" + value + "\"";
    }

    /** What to write instead of a value that is not admitted. */
    public String hint(String value) {
        return known().stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .map(known -> "Maybe " + known + "?")
                .orElseGet(() -> guess(value));
    }

    String guess(String value) {
        return Nearest.hint(value, known(), sentence());
    }

    String sentence() {
        return Character.toUpperCase(rule.charAt(0)) + rule.substring(1) + ".";
    }

    private static List<String> channels() {
        return Arrays.stream(Channel.values()).map(Channel::key).toList();
    }

    private static List<String> clients() {
        return Arrays.stream(Client.values()).map(Client::key).toList();
    }

    private static List<String> layers() {
        return Arrays.stream(Layer.values()).map(Layer::key).toList();
    }
}
