package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.CodeDirectory;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.codes.CodeOrder;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One rule for all codes of a pool; a directory of the host's says which pool a typed code belongs to. */
class CodePoolsTest {

    private static final CodeDirectory DIRECTORY =
            CodeDirectory.of(Map.of("7k2m-qx", "birthday", "OTHER1", "nobody-asks", "LATE1", "japan"));

    static String rule(String id, String pattern, String offer) {
        return """
                // A promotion for a pool of codes.
                package promotions
                import dev.plaindeal.model.*

                rule "%s"
                when
                    %s
                then
                    %s
                end
                """.formatted(id, pattern, offer);
    }

    private static Map<String, String> rules() {
        Map<String, String> files = new TreeMap<>();
        files.put("promotions/birthday.drl", rule("birthday", "$c : PlatformCoupon( codePool == \"birthday\" )", "$c.percentOff(10);"));
        files.put("promotions/japan.drl", rule("japan", "$c : StoreCoupon( codePool in (\"japan\", \"x\"), market == \"JP\" )", "$c.percentOff(5);"));
        return files;
    }

    private static final PromotionEngine ENGINE = PromotionEngine.load(rules()).withCodeDirectory(DIRECTORY);

    private static Basket basket(String... codes) {
        return Basket.builder("b", "US", "USD", Instant.EPOCH).line("cup", "a", "100.00", 1).codes(List.of(codes)).build();
    }

    private static List<String> rejected(Receipt receipt) {
        return receipt.rejected().stream().map(one -> one.id() + " " + one.code() + " " + one.reason()).toList();
    }

    @Test
    void aCodeOfThePoolIsAppliedHoweverItIsTypedAndNamed() {
        Receipt receipt = ENGINE.evaluate(basket(" 7k2m-QX"));
        assertThat(receipt.applied()).extracting(Receipt.Applied::id, Receipt.Applied::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("birthday", "7K2M-QX"));
        assertThat(receipt.rejected()).isEmpty();
    }

    @Test
    void aCodeThatNoPoolHasOrWhosePoolNoRuleAsksForIsUnknown() {
        assertThat(rejected(ENGINE.evaluate(basket("7K2M-QY", "OTHER1")))).containsExactlyInAnyOrder(
                " 7K2M-QY unknown-code", " OTHER1 unknown-code");
    }

    @Test
    void aCodeWhoseRuleAsksForMoreIsToldWhat() {
        assertThat(rejected(ENGINE.evaluate(basket("LATE1")))).containsExactly("japan LATE1 wrong-market");
    }

    @Test
    void withoutADirectoryNoCodeBelongsToAPool() {
        assertThat(rejected(PromotionEngine.load(rules()).evaluate(basket("7K2M-QX")))).containsExactly(" 7K2M-QX unknown-code");
    }

    @Test
    void theDirectoryIsAskedOnceForEachCodeInItsNormalForm() {
        List<String> asked = new ArrayList<>();
        CodeDirectory counting = code -> {
            asked.add(code);
            return DIRECTORY.pool(code);
        };
        Receipt receipt = ENGINE.withCodeDirectory(counting).evaluate(basket("7k2m-qx", "save", "OTHER1"));
        receipt.nearMisses();
        assertThat(asked).containsExactlyInAnyOrder("7K2M-QX", "SAVE", "OTHER1");
    }

    @Test
    void aReloadedEngineKeepsIt() {
        Map<String, String> more = rules();
        more.put("promotions/five.drl", rule("five", "$b : StoreBasket( market == \"US\" )", "$b.amountOff(\"USD 5\");"));
        assertThat(ENGINE.reloaded(more).evaluate(basket("7K2M-QX")).applied()).extracting(Receipt.Applied::id).contains("birthday", "five");
        assertThat(ENGINE.heardBy(new EngineListener() {}).evaluate(basket("7K2M-QX")).applied()).hasSize(1);
    }

    /** Without its answer a good code would be refused. */
    @Test
    void aDirectoryThatFailsStopsTheBasketAndQuotesNothing() {
        List<CodeDirectory> broken = List.of(
                code -> {
                    throw new IllegalStateException("connection to secret-host lost for " + code);
                },
                code -> null,
                code -> {
                    throw new InternalError("a fault in a mapped file");
                });
        for (CodeDirectory one : broken) {
            PromotionEngine engine = ENGINE.withCodeDirectory(one);
            assertThatThrownBy(() -> engine.evaluate(basket("7K2M-QX")))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problems())
                            .extracting(Problem::code)
                            .containsExactly("code-directory-failed"))
                    .hasMessageNotContaining("secret-host")
                    .hasMessageNotContaining("7K2M");
            assertThatThrownBy(() -> engine.frontier(basket("7K2M-QX"))).isInstanceOf(ProblemException.class);
            assertThat(engine.evaluate(basket()).rejected()).isEmpty();
        }
    }

    @Test
    void whatIsLeftOfACodeIsCountedByTheCode() {
        Remaining usedUp = new Remaining(Map.of(), Map.of(), Map.of(), Map.of(" 7k2m-qx", 0L));
        Receipt none = ENGINE.evaluate(basket("7K2M-QX").withRemaining(usedUp));
        assertThat(rejected(none)).containsExactly("birthday 7K2M-QX limit-reached");
        assertThat(none.rejected().get(0).message()).isEqualTo("The code 7K2M-QX has been used as often as it may be.");
        Remaining oneLeft = new Remaining(Map.of(), Map.of(), Map.of(), Map.of("7K2M-QX", 1L));
        Receipt receipt = ENGINE.evaluate(basket("7K2M-QX").withRemaining(oneLeft));
        assertThat(receipt.reserves()).containsExactly(
                new Receipt.Reserve("birthday", "code/7K2M-QX", "7K2M-QX", 1, receipt.discount()));
    }

    /** A limit that the promotion declares is reserved although the host tells nothing; two codes of one pool are two codes. */
    @Test
    void eachCodeOfALimitedPromotionIsReserved() {
        Map<String, String> rules = new TreeMap<>(Map.of(
                "promotions/birthday.drl",
                rule("birthday", "$c : PlatformCoupon( codePool == \"birthday\" )", "$c.amountOff(\"USD 5\").limitPerCode(1);"),
                "promotions/gift.drl",
                rule("gift", "$c : PlatformCoupon( code == \"TEA\" )", "$c.freeShipping();\n    $c.limitPerCode(2);"),
                "stacking/all.drl",
                """
                        package stacking
                        import dev.plaindeal.model.*

                        rule "two-coupons"
                        when
                            $layer : LayerStacking( layer == "platform-coupon", market == "any" )
                        then
                            $layer.keeps(2);
                        end
                        """));
        PromotionEngine engine = PromotionEngine.load(rules)
                .withCodeDirectory(CodeDirectory.of(Map.of("A1", "birthday", "B2", "birthday")));
        Basket basket = Basket.builder("b", "US", "USD", Instant.EPOCH)
                .line("cup", "a", "100.00", 1).shipping("a", "4.00").codes(List.of("a1", "b2", "tea")).build();
        Receipt receipt = engine.evaluate(basket);
        assertThat(receipt.reserves()).extracting(one -> one.id() + " " + one.key() + " " + one.uses() + " " + one.amount())
                .containsExactlyInAnyOrder(
                        "birthday code/A1 1 USD 5.00", "birthday code/B2 1 USD 5.00", "gift code/TEA 1 USD 4.00");
        Remaining usedUp = new Remaining(Map.of(), Map.of(), Map.of(), Map.of("A1", 0L));
        assertThat(rejected(engine.evaluate(basket.withRemaining(usedUp)))).containsExactly("birthday A1 limit-reached");
    }

    /** A score takes a code of a pool to be as long as the command makes them. */
    @Test
    void aCodeOfAPoolIsAsLongAsOneThatIsMade() {
        assertThat(ENGINE.promotions().get("birthday").offers().get(0).shown().codeLength()).isEqualTo(CodeOrder.USUAL_LENGTH);
    }

    @Test
    void whichCodeOfAPoolWasMeantIsNeverTold() {
        Map<String, String> wrong = Map.of("promotions/p.drl",
                rule("p", "$c : PlatformCoupon( codePool == \"birthday\" )", "$c.percentOff(10).announced();"));
        assertThatThrownBy(() -> PromotionEngine.load(wrong)).hasMessageContaining("announced: which code of a pool");
    }

    @Test
    void withoutACodeThereIsNoneToLimit() {
        Map<String, String> wrong = Map.of("promotions/p.drl",
                rule("p", "$b : StoreBasket( market == \"US\" )", "$b.percentOff(10).limitPerCode(1);"));
        assertThatThrownBy(() -> PromotionEngine.load(wrong)).hasMessageContaining("limitPerCode: there is no code that could be used");
    }

    @Test
    void ofTwoSpellingsOfOneCodeTheFewerUsesCountAndAnEmptyOneIsNone() {
        assertThat(new Remaining(Map.of(), Map.of(), Map.of(), Map.of("a b", 3L, "AB", 1L, " ", 0L)).usesByCode())
                .isEqualTo(Map.of("AB", 1L));
        assertThatIllegalArgumentException().isThrownBy(() -> new Remaining(Map.of(), Map.of(), Map.of(), Map.of("A", -1L)));
    }

    @Test
    void aDirectoryInMemoryRefusesWhatCannotBeMeant() {
        assertThat(CodeDirectory.of(Map.of("a b", "p", "AB", "p")).pool("AB")).isEqualTo(Optional.of("p"));
        assertThatIllegalArgumentException().isThrownBy(() -> CodeDirectory.of(Map.of("a b", "p", "AB", "q")));
        assertThatIllegalArgumentException().isThrownBy(() -> CodeDirectory.of(Map.of("AB", "a pool")));
        assertThatIllegalArgumentException().isThrownBy(() -> CodeDirectory.of(Map.of(" ", "p")));
    }

    @Test
    void aRuleCannotAskForAPoolThatCannotBe() {
        for (String pool : List.of("", "two words", "-p")) {
            Map<String, String> wrong = Map.of("promotions/p.drl",
                    rule("p", "$c : PlatformCoupon( codePool == \"" + pool + "\" )", "$c.percentOff(10);"));
            assertThatThrownBy(() -> PromotionEngine.load(wrong)).hasMessageContaining("[wrong-value]").hasMessageContaining("the name of a pool");
        }
        Map<String, String> any = Map.of("promotions/p.drl",
                rule("p", "$c : PlatformCoupon( codePool != \"birthday\" )", "$c.percentOff(10);"));
        assertThatThrownBy(() -> PromotionEngine.load(any)).hasMessageContaining("[no-code]");
    }
}
