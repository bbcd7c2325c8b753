package dev.plaindeal.check;

import dev.plaindeal.model.ChanceField;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.RuleText.Spoken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Words that sound like a condition and keep nobody out: they tell the buyer what to do or to be, and only a code to type or
 * a condition on the buyer asks whether it is so.
 */
final class GatesNothing implements Check {

    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("eligible", "says who can have it, and whoever else has such a basket gets it, too");
        WORDS.put("collected", "says that it is collected before, and who never collected it gets it, too");
        WORDS.put("tickedBox", "says that a box is ticked for it, and who ticks none gets it, too");
        WORDS.put("typedIn", "says that its code is typed, and there is none: who types nothing gets it, too");
    }

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        for (CheckedStatement statement : desk.statements()) {
            if (!asksOfTheBuyer(statement.promotion())) {
                statement.words().stream()
                        .filter(word -> WORDS.containsKey(word.word()))
                        .forEach(word -> found.accept(problem(word)));
            }
        }
    }

    private static boolean asksOfTheBuyer(Promotion promotion) {
        return promotion.kind().ofCode()
                || promotion.conditions().stream().anyMatch(GatesNothing::asksOfTheBuyer);
    }

    /** Zero earlier orders or more have all. */
    private static boolean asksOfTheBuyer(Condition condition) {
        boolean asks = ChanceField.about(condition) == ChanceField.About.BUYER;
        boolean number = condition.values().get(0) instanceof Integer;
        return asks && !(number && Possible.always(condition));
    }

    private static Problem problem(Spoken word) {
        return Problem.warning(
                "gates-nothing",
                word.at(),
                word.word() + " " + WORDS.get(word.word()),
                "Ask for it in when: segments contains \"...\" with a segment that your baskets name, or make it a coupon with a code.");
    }
}
