package dev.plaindeal.check;

import dev.plaindeal.model.OfferBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.model.Word;
import dev.plaindeal.offer.ChanceKind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CheckedStatementTest {

    /** A word takes money where it takes a written amount, and no other text. */
    @Test
    void everyWordThatTakesMoneyIsLookedThroughForAmountsButBudgets() {
        Set<String> takesMoney = new TreeSet<>();
        for (Method word : PromotionWords.class.getMethods()) {
            boolean asksForText = word.isAnnotationPresent(Word.class) && Arrays.asList(word.getParameterTypes()).contains(String.class);
            if (asksForText && admits(word, "USD 5") && !admits(word, "USD five")) {
                takesMoney.add(word.getName());
            }
        }
        assertThat(takesMoney).contains("budget", "sharedBudget");
        takesMoney.removeAll(Set.of("budget", "sharedBudget"));
        assertThat(CheckedStatement.OF_MONEY).isEqualTo(takesMoney);
    }

    private static boolean admits(Method word, String text) {
        Object[] arguments = Arrays.stream(word.getParameterTypes())
                .map(type -> type == String.class ? (Object) text : (Object) 1)
                .toArray();
        try {
            word.invoke(new OfferBuilder(ChanceKind.PLATFORM_BASKET, 0), arguments);
            return true;
        } catch (InvocationTargetException refused) {
            return false;
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(word + " is no public word", hidden);
        }
    }
}
