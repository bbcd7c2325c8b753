package dev.plaindeal.check;

import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.model.Word;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Place;
import dev.plaindeal.rules.RuleText.Spoken;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One offer of a promotion, and the words it was made of.
 *
 * @param promotion whose it is
 * @param terms what it says, put together
 * @param words what it says, word by word, and behind that what the rule says for all its offers
 */
record CheckedStatement(Promotion promotion, OfferTerms terms, List<Spoken> words) {

    private static final Pattern AMOUNT = Pattern.compile("\\s*[A-Z]{3}\\s");

    /** A budget is no part of the price: it may be kept in one currency for all. */
    static final Set<String> OF_MONEY = Arrays.stream(PromotionWords.class.getMethods())
            .filter(method -> method.isAnnotationPresent(Word.class) && method.getAnnotation(Word.class).ofMoney())
            .map(Method::getName)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * An amount as the file has it.
     *
     * @param amounts the amount in each currency given
     * @param at where it stands
     * @param word the word it is said with
     */
    record Sum(Amounts amounts, Place at, String word) {}

    /** Every saying of this word, in the order written. */
    List<Spoken> all(String word) {
        return words.stream().filter(spoken -> spoken.word().equals(word)).toList();
    }

    boolean says(String... any) {
        return first(any).isPresent();
    }

    /** The first saying of any of these words. */
    Optional<Spoken> first(String... any) {
        Set<String> wanted = Set.of(any);
        return words.stream().filter(spoken -> wanted.contains(spoken.word())).findFirst();
    }

    /** Where the first of these words stands, or the statement when it says none. */
    Place at(String... any) {
        return first(any).orElse(words.get(0)).at();
    }

    /** Every amount of money that the price depends on. */
    List<Sum> sums() {
        List<Sum> sums = new ArrayList<>();
        for (Spoken spoken : words) {
            for (int i = 0; OF_MONEY.contains(spoken.word()) && i < spoken.arguments().size(); i++) {
                if (isAmount(spoken.arguments().get(i))) {
                    sums.add(new Sum(Amounts.of(amount(spoken.text(i))), spoken.argumentsAt().get(i), spoken.word()));
                }
            }
        }
        return sums;
    }

    /** A price to pay is said like an amount to take off, with a word before it. */
    private static String amount(String text) {
        return text.strip().startsWith(Word.FOR_PRICE) ? text.strip().substring(Word.FOR_PRICE.length()).strip() : text;
    }

    /** An amount begins with its currency; a percentage, a period and a time zone do not. */
    private static boolean isAmount(Object argument) {
        return argument instanceof String text && AMOUNT.matcher(amount(text)).lookingAt();
    }
}
