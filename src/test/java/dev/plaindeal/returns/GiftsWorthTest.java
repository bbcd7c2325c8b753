package dev.plaindeal.returns;

import static dev.plaindeal.returns.Orders.basket;
import static dev.plaindeal.returns.Orders.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.receipt.ReceiptReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gifts that are worth something: what a buyer who keeps one that is no longer earned gets back. */
class GiftsWorthTest {

    private static final long SEED = Long.getLong("seed", 20_261_127);

    /** A blanket of 24.00 from 100; two stickers of 1.50 for every 30. */
    private static final PromotionEngine ENGINE = PromotionEngine.load(Map.ofEntries(
            Orders.rule("blanket", "$b : PlatformBasket( market == \"DE\" )",
                    "$b.gift(\"blanket\", \"Blanket\").worth(\"EUR 24\").whenSpending(\"EUR 100\");"),
            Orders.rule("fun", "$c : PlatformCoupon( code == \"FUN\" )",
                    "$c.gift(\"sticker\", \"Sticker\").worth(\"EUR 1.50\").giftsPer(\"EUR 30\", 2);")));

    private static Returns opened(ReturnPolicy policy, Basket basket) {
        Receipt receipt = ReceiptReader.read("r", ReceiptJson.line(ENGINE.evaluate(basket))).orThrow();
        return policy == ReturnPolicy.KEEP_PAID_SHARE
                ? Returns.keepingPaidShare(receipt)
                : Returns.reEvaluating(receipt, basket, ENGINE);
    }

    private static Refund last(Returns returns) {
        return returns.last().orElseThrow();
    }

    /** The seat of 120.00 goes back, the blanket stays: 96.00. */
    @Test
    void whatAKeptGiftIsWorthIsTakenOff() {
        Basket seat = basket(List.of(line("1", "a", 12_000, 1)), Map.of(), List.of());
        for (ReturnPolicy policy : ReturnPolicy.values()) {
            Refund refund = last(opened(policy, seat).with(Map.of("1", 1)));
            assertThat(refund.amount()).hasToString("EUR 96.00");
            assertThat(refund.kept()).hasToString("EUR 24.00");
            assertThat(refund.carried().isZero()).isTrue();
            assertThat(refund.gifts()).singleElement().satisfies(gift -> {
                assertThat(gift.state()).isEqualTo(Refund.GiftBack.State.NO_LONGER_EARNED);
                assertThat(gift.worth().orElseThrow()).hasToString("EUR 24.00");
            });
            assertThat(RefundJson.line(refund)).contains("\"state\":\"no-longer-earned\",\"worth\":\"24.00\"");
            assertThat(RefundText.of(refund)).contains("gift kept: 1 x Blanket").contains("EUR -24.00").contains("EUR 24.00 is taken off the refund");
        }
    }

    @Test
    void nothingIsTakenOffForAGiftThatCameBack() {
        Basket seat = basket(List.of(line("1", "a", 12_000, 1)), Map.of(), List.of());
        for (ReturnPolicy policy : ReturnPolicy.values()) {
            Refund refund = last(opened(policy, seat).withGiftsBack(Map.of("blanket", 1)).with(Map.of("1", 1)));
            assertThat(refund.amount()).hasToString("EUR 120.00");
            assertThat(refund.kept().isZero()).isTrue();
            assertThat(refund.gifts()).singleElement().satisfies(gift -> {
                assertThat(gift.state()).isEqualTo(Refund.GiftBack.State.CAME_BACK);
                assertThat(gift.worth()).isEmpty();
            });
            assertThat(RefundText.of(refund)).contains("came back").doesNotContain("gift kept");
        }
    }

    @Test
    void noMoreGiftsComeBackThanAreHeld() {
        Returns opened = opened(ReturnPolicy.RE_EVALUATE, basket(List.of(line("1", "a", 12_000, 1)), Map.of(), List.of()));
        for (Map<String, Integer> none : List.of(Map.of("blanket", 2), Map.of("cup", 1), Map.of("blanket", 0))) {
            assertThatIllegalArgumentException().isThrownBy(() -> opened.withGiftsBack(none)).withMessageContaining("to come back");
        }
        Returns back = opened.withGiftsBack(Map.of("blanket", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> back.withGiftsBack(Map.of("blanket", 1))).withMessageContaining("there are 0");
    }

    /** 210 earn fourteen stickers, 90 earn six: of eight one came back. */
    @Test
    void ofSeveralGiftsThoseKeptArePaidFor() {
        Basket order = basket(List.of(line("1", "a", 3_000, 7)), Map.of(), List.of("FUN"));
        Refund refund = last(opened(ReturnPolicy.RE_EVALUATE, order).withGiftsBack(Map.of("blanket", 1, "sticker", 1)).with(Map.of("1", 4)));
        assertThat(refund.amount()).hasToString("EUR 109.50");
        assertThat(refund.gifts()).extracting(gift -> gift.sku() + " " + gift.quantity() + " " + gift.state().key())
                .containsExactlyInAnyOrder("blanket 1 came-back", "sticker 1 came-back", "sticker 7 no-longer-earned");
    }

    /** A gift worth more than what comes back leaves something to set against the next refund. */
    @Test
    void aRefundIsNeverLessThanNothing() {
        Basket order = basket(List.of(line("1", "a", 9_000, 1), line("2", "a", 1_000, 1)), Map.of(), List.of());
        Returns first = opened(ReturnPolicy.RE_EVALUATE, order).with(Map.of("2", 1));
        assertThat(last(first).amount().isZero()).isTrue();
        assertThat(last(first).carried()).hasToString("EUR 14.00");
        Refund second = last(first.with(Map.of("1", 1)));
        assertThat(second.amount()).hasToString("EUR 76.00");
        assertThat(second.carried()).hasToString("EUR -14.00");
    }

    /** Exact in every step: lines, shipping and what is carried, less the worth of gifts kept; in the end all but these. */
    @Test
    void anySequenceOfReturnsAddsUp() {
        Random random = new Random(SEED);
        int kept = 0;
        for (int i = 0; i < 120; i++) {
            Basket order = basket(
                    List.of(line("1", "a", 500 + random.nextInt(5_000), 1 + random.nextInt(4)), line("2", "b", 500 + random.nextInt(4_000), 1 + random.nextInt(4))),
                    Map.of(), random.nextBoolean() ? List.of("FUN") : List.of());
            Map<String, Integer> quantities = new LinkedHashMap<>();
            order.lines().forEach(line -> quantities.put(line.id(), line.quantity()));
            for (ReturnPolicy policy : ReturnPolicy.values()) {
                Returns now = opened(policy, order);
                for (Map<String, Integer> step : Orders.steps(quantities, 3, random)) {
                    now = now.with(step);
                    kept += adds("seed " + SEED + ", order " + i + ", " + policy.key(), order, now) > 0 ? 1 : 0;
                }
            }
        }
        assertThat(kept).isGreaterThan(50);
    }

    /** What is taken off for gifts, minor units. */
    private static long adds(String about, Basket order, Returns now) {
        Refund refund = last(now);
        long worth = refund.gifts().stream().mapToLong(gift -> gift.worth().map(Money::minor).orElse(0L)).sum();
        long parts = refund.lines().stream().mapToLong(line -> line.buyer().minor()).sum() + refund.shipping().buyer().minor();
        assertThat(refund.amount().minor()).as(about).isEqualTo(parts + refund.carried().minor() - worth).isNotNegative();
        assertThat(refund.kept().minor() + now.refunded().minor()).as(about).isEqualTo(order.subtotal());
        return worth;
    }
}
