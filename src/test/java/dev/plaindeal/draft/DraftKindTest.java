package dev.plaindeal.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.model.Word;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every saving that the words can say can be drafted, or stands here with the reason why not. */
class DraftKindTest {

    private static final Map<String, String> LEFT_OUT = Map.of(
            "amountOffEachLine", "seldom announced; amount-off-each, and the word changed by hand",
            "setTier", "a ladder of sets; set-price, and its larger sets added by hand",
            "nthOfSet", "a saving for each place of a set; nth-item, and the other places added by hand");

    @Test
    void everySavingCanBeDrafted() {
        Set<String> savings = Arrays.stream(PromotionWords.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Word.class))
                .filter(method -> method.getAnnotation(Word.class).settles().equals(Word.SAVING))
                .map(method -> method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> drafted = Arrays.stream(DraftKind.values()).map(DraftKind::word).collect(Collectors.toCollection(TreeSet::new));
        drafted.addAll(LEFT_OUT.keySet());
        assertThat(drafted).isEqualTo(savings);
    }

    @Test
    void everyTemplateKnowsAKindThatFitsItsLayer() {
        for (DraftTemplate template : DraftTemplate.values()) {
            Answers answers = Answers.none();
            for (Question question : Question.values()) {
                if (template.answer(question).isPresent()) {
                    answers = answers.with(question, template.answer(question).get());
                }
            }
            answers.check();
            assertThat(answers.missing()).as(template.key()).contains(Question.MARKET, Question.ID);
        }
    }

    /** Found when they are typed, not when the rule is checked. */
    @Test
    void tiersOutOfOrderAreAskedAgain() {
        Answers none = Answers.none();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.with(Question.TIERS, "USD 100: USD 12; USD 50: USD 5"))
                .withMessage("tiers rise, and USD 50 stands behind USD 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.with(Question.ITEM_TIERS, "10: 10%; 9: 5%"))
                .withMessage("tiers rise, and 9 stands behind 10");
        assertThat(none.with(Question.ITEM_TIERS, "9: 5%; 10: 10%").to(Question.ITEM_TIERS)).contains("9: 5%; 10: 10%");
    }
}
