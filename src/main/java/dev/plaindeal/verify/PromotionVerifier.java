package dev.plaindeal.verify;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.Nearest;
import java.nio.file.Path;

/**
 * Verifies what a promotion does, in tests that read as sentences:
 *
 * <pre>{@code
 * PromotionVerifier desk = PromotionVerifier.of(Path.of("rules"));
 * desk.verifyThat("summer-10").given(basket).takesOff("4.80");
 * desk.verifyThat("summer-10").given(tooSmall).isRefusedBecause("threshold-not-met");
 * desk.verifyThat("summer-10").given(abroad).hasNoImpact("it is for the US alone");
 * }</pre>
 *
 * <p>The basket is priced with all rules, as it is in the shop: a promotion that another one beats takes nothing off.
 * Throws {@link AssertionError}, which every test framework understands. Immutable and thread-safe.
 */
public final class PromotionVerifier {

    private final PromotionEngine engine;

    private PromotionVerifier(PromotionEngine engine) {
        this.engine = engine;
    }

    /** Verifies promotions of rules that are loaded already. */
    public static PromotionVerifier of(PromotionEngine engine) {
        return new PromotionVerifier(engine);
    }

    /**
     * Verifies promotions of a rules folder.
     *
     * @throws dev.plaindeal.problem.ProblemException with every problem in any rule file
     */
    public static PromotionVerifier of(Path rules) {
        return of(PromotionEngine.load(rules));
    }

    /**
     * Names the promotion; the sentence goes on with {@link Subject#given(Basket)}.
     *
     * @throws AssertionError when there is no such promotion
     */
    public Subject verifyThat(String promotion) {
        if (!engine.promotions().containsKey(promotion)) {
            String hint = Nearest.hint(promotion, engine.promotions().keySet(), "");
            throw new AssertionError(("There is no promotion " + promotion + ". " + hint).strip());
        }
        return new Subject(engine, promotion);
    }

    /** A promotion that something is to be said of. */
    public static final class Subject {

        private final PromotionEngine engine;
        private final String promotion;

        private Subject(PromotionEngine engine, String promotion) {
            this.engine = engine;
            this.promotion = promotion;
        }

        /**
         * Prices this basket.
         *
         * @throws dev.plaindeal.problem.ProblemException when its amounts are too large to be priced
         */
        public PromotionAssert given(Basket basket) {
            return new PromotionAssert(promotion, Examiner.price(engine, basket));
        }

        /**
         * Reads a basket file and prices it.
         *
         * @throws dev.plaindeal.problem.ProblemException with everything that is wrong with the file
         */
        public PromotionAssert given(Path basketFile) {
            return given(Examiner.basket(basketFile));
        }
    }
}
