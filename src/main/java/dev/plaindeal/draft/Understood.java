package dev.plaindeal.draft;

import dev.plaindeal.money.AmountGuess;
import dev.plaindeal.money.AmountHint;
import dev.plaindeal.money.Currency;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers as people type them, written as rule files have them; what is not understood stays as it is and is refused. */
final class Understood {

    private Understood() {}

    static String of(Question question, String typed, Answers known) {
        String answer = typed.strip();
        return switch (question) {
            case LAYER, KIND, CHANNEL -> chosen(question.choices(known), answer);
            case PERCENT -> percent(answer);
            case AMOUNT, PRICE, THRESHOLD, CAP -> amount(answer, known);
            case SAVING -> saving(answer, known);
            case TIERS -> tiers(answer, known, true);
            case ITEM_TIERS -> tiers(answer, known, false);
            case ITEMS, BUY, GET, TIMES -> answer.replaceFirst("(?i)^([0-9]+) *(x|times|items?|pieces?)$", "$1");
            case MARKET, STORE, CODE, ID, GIFT, GIFT_NAME, FROM, UNTIL, ZONE -> answer;
        };
    }

    private static String chosen(List<Question.Choosable> choices, String answer) {
        boolean number = answer.matches("[1-9][0-9]?") && Integer.parseInt(answer) <= choices.size();
        return number ? choices.get(Integer.parseInt(answer) - 1).key() : answer;
    }

    /** {@code 12,5 %} is 12.5. */
    private static String percent(String answer) {
        String number = answer.replaceFirst("(?i) *(%|percent)$", "");
        return number.matches("[0-9]+([.,][0-9]+)?") ? number.replace(',', '.') : answer;
    }

    private static String saving(String answer, Answers known) {
        return answer.endsWith("%") ? percent(answer) + "%" : amount(answer, known);
    }

    /** The currency of the market is understood, and no other: what is written for another one is asked again. */
    private static String amount(String answer, Answers known) {
        Optional<Currency> own = own(known);
        if (own.isEmpty() || answer.matches("[A-Z]{3} .*")) {
            return answer;
        }
        if (answer.matches("[0-9][0-9.,' ]*")) {
            return AmountGuess.of(answer, own.get().digits()).map(number -> own.get() + " " + number).orElse(answer);
        }
        return AmountHint.readings(answer).stream()
                .filter(reading -> reading.startsWith(own.get() + " "))
                .findFirst()
                .orElse(answer);
    }

    /** The currency of all markets, where they have one in common. */
    private static Optional<Currency> own(Answers known) {
        List<String> codes = known.to(Question.MARKET).isEmpty()
                ? List.of()
                : known.markets().stream().map(Samples::own).distinct().toList();
        return codes.size() == 1 ? Currency.find(codes.get(0)) : Optional.empty();
    }

    private static String tiers(String answer, Answers known, boolean ofMoney) {
        return Arrays.stream(answer.split(";", -1))
                .map(tier -> tier.split(":", -1))
                .map(parts -> parts.length != 2
                        ? String.join(":", parts)
                        : (ofMoney ? amount(parts[0].strip(), known) : parts[0].strip()) + ": " + saving(parts[1].strip(), known))
                .collect(Collectors.joining("; "));
    }
}
