package dev.plaindeal.returns;

import static dev.plaindeal.returns.Orders.basket;
import static dev.plaindeal.returns.Orders.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.receipt.ReceiptReader;
import dev.plaindeal.returns.Gifts.HeldGift;
import dev.plaindeal.returns.Refund.GiftBack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Gifts that were sent along with an order of which something comes back. */
class GiftsTest {

    private static PromotionEngine engine;

    /** A cup of the platform from 100; a tote in each store from 40; stickers with a coupon. */
    @BeforeAll
    static void rules() {
        engine = PromotionEngine.load(Map.ofEntries(
                Orders.rule("cup", "$b : PlatformBasket( market == \"DE\" )", "$b.gift(\"cup\", \"Cup\").whenSpending(\"EUR 100\");"),
                Orders.rule("tote", "$s : StoreBasket( market == \"DE\" )", "$s.gift(\"tote\", \"Tote\").whenSpending(\"EUR 40\");"),
                Orders.rule("fun", "$c : PlatformCoupon( code == \"FUN\" )", "$c.gift(\"sticker\", \"Sticker\");")));
    }

    private static Basket order(String... codes) {
        return basket(
                List.of(line("1", "a", 6_000, 1), line("2", "a", 1_000, 2), line("3", "b", 2_500, 2)), Map.of(), List.of(codes));
    }

    private static Receipt receipt(Basket basket) {
        return ReceiptReader.read("r", ReceiptJson.line(engine.evaluate(basket))).orThrow();
    }

    private static Returns pricedAgain(Basket basket) {
        return Returns.reEvaluating(receipt(basket), basket, engine);
    }

    private static List<String> gifts(Returns returns) {
        return returns.last().orElseThrow().gifts().stream().map(GiftsTest::told).toList();
    }

    private static String told(GiftBack gift) {
        return gift.state().key() + " " + gift.quantity() + " " + gift.sku() + " " + gift.name()
                + (gift.store().isEmpty() ? "" : " of " + gift.store()) + " by " + gift.promotion();
    }

    @Test
    void pricedAgainTheGiftsNoLongerEarnedAreAskedBack() {
        Returns returns = pricedAgain(order()).with(Map.of("3", 1));
        assertThat(gifts(returns)).containsExactly("no-longer-earned 1 tote Tote of b by tote");
        assertThat(returns.last().orElseThrow().amount()).hasToString("EUR 25.00");
        assertThat(gifts(pricedAgain(order()).with(Map.of("1", 1))))
                .containsExactlyInAnyOrder("no-longer-earned 1 tote Tote of a by tote", "no-longer-earned 1 cup Cup by cup");
    }

    @Test
    void pricedAgainAGiftStillEarnedIsNotAskedBack() {
        assertThat(gifts(pricedAgain(order("FUN")).with(Map.of("2", 2)))).isEmpty();
    }

    @Test
    void aGiftIsAskedBackOnce() {
        Returns first = pricedAgain(order("FUN")).with(Map.of("3", 1));
        assertThat(gifts(first)).containsExactly("no-longer-earned 1 tote Tote of b by tote");
        Returns second = first.with(Map.of("3", 1));
        assertThat(gifts(second)).containsExactly("no-longer-earned 1 cup Cup by cup");
        Returns third = second.with(Map.of("2", 1));
        assertThat(gifts(third)).isEmpty();
        assertThat(gifts(third.with(Map.of("1", 1, "2", 1))))
                .containsExactly("no-longer-earned 1 tote Tote of a by tote", "no-longer-earned 1 sticker Sticker by fun");
    }

    @Test
    void byThePaidShareAGiftIsNotCheckedUntilNothingOfItsStoreIsKept() {
        Returns first = Returns.keepingPaidShare(receipt(order())).with(Map.of("3", 1));
        assertThat(gifts(first)).containsExactlyInAnyOrder(
                "not-checked 1 tote Tote of a by tote", "not-checked 1 tote Tote of b by tote", "not-checked 1 cup Cup by cup");
        assertThat(first.last().orElseThrow().amount()).hasToString("EUR 25.00");
        Returns second = first.with(Map.of("3", 1));
        assertThat(gifts(second)).containsExactlyInAnyOrder(
                "no-longer-earned 1 tote Tote of b by tote", "not-checked 1 tote Tote of a by tote", "not-checked 1 cup Cup by cup");
        Returns third = second.with(Map.of("1", 1, "2", 2));
        assertThat(gifts(third))
                .containsExactlyInAnyOrder("no-longer-earned 1 tote Tote of a by tote", "no-longer-earned 1 cup Cup by cup");
    }

    @Test
    void anOrderWithoutGiftsAsksForNone() {
        Basket small = basket(List.of(line("1", "a", 1_000, 2)), Map.of(), List.of());
        assertThat(gifts(pricedAgain(small).with(Map.of("1", 1)))).isEmpty();
        assertThat(gifts(Returns.keepingPaidShare(receipt(small)).with(Map.of("1", 2)))).isEmpty();
    }

    /** Receipts of earlier versions do not say whose gift it was. */
    @Test
    void aGiftWithoutItsStoreIsStillAskedBack() {
        Basket basket = order();
        String old = ReceiptJson.line(engine.evaluate(basket)).replaceAll("(\"layer\":\"[a-z-]+\",)\"store\":\"[ab]\",", "$1");
        Receipt receipt = ReceiptReader.read("r", old).orThrow();
        assertThat(receipt.applied()).allSatisfy(applied -> assertThat(applied.store()).isEmpty());
        assertThat(gifts(Returns.reEvaluating(receipt, basket, engine).with(Map.of("3", 1))))
                .containsExactly("no-longer-earned 1 tote Tote of b by tote");
        assertThat(gifts(Returns.keepingPaidShare(receipt).with(Map.of("1", 1, "2", 2, "3", 2))))
                .containsExactlyInAnyOrder("no-longer-earned 2 tote Tote by tote", "no-longer-earned 1 cup Cup by cup");
    }

    private static HeldGift gift(String promotion, String store, String sku) {
        return new HeldGift(promotion, store, sku, sku, Optional.empty());
    }

    private static Gifts gifts(Object... giftsAndQuantities) {
        Map<HeldGift, Integer> quantities = new LinkedHashMap<>();
        for (int i = 0; i < giftsAndQuantities.length; i += 2) {
            quantities.put((HeldGift) giftsAndQuantities[i], (Integer) giftsAndQuantities[i + 1]);
        }
        return new Gifts(quantities);
    }

    @Test
    void whatAnotherPromotionGivesNowNeedNotComeBack() {
        HeldGift p = gift("p", "", "cup");
        HeldGift q = gift("q", "", "cup");
        assertThat(gifts(p, 1).keptBy(gifts(q, 1))).isEqualTo(gifts(p, 1));
        assertThat(gifts(p, 3).keptBy(gifts(q, 2))).isEqualTo(gifts(p, 2));
        assertThat(gifts(p, 1).keptBy(gifts(q, 1, gift("r", "", "cup"), 1))).isEqualTo(gifts(p, 1));
        assertThat(gifts(p, 1, q, 1).keptBy(gifts(q, 1))).isEqualTo(gifts(q, 1));
        assertThat(gifts(p, 2, q, 1).keptBy(gifts(p, 1, q, 1))).isEqualTo(gifts(p, 1, q, 1));
        assertThat(gifts(p, 2, q, 1).keptBy(gifts(p, 1, q, 2))).isEqualTo(gifts(p, 2, q, 1));
    }

    @Test
    void neitherMoreThanIsHeldNorAnotherThingNorAnotherStoresIsKept() {
        HeldGift cup = gift("p", "", "cup");
        assertThat(gifts(cup, 1).keptBy(gifts(cup, 5))).isEqualTo(gifts(cup, 1));
        assertThat(Gifts.NONE.keptBy(gifts(cup, 5))).isEqualTo(Gifts.NONE);
        assertThat(gifts(cup, 1).keptBy(gifts(gift("q", "", "tote"), 1))).isEqualTo(Gifts.NONE);
        assertThat(gifts(cup, 1).keptBy(gifts(gift("q", "a", "cup"), 1))).isEqualTo(Gifts.NONE);
        assertThat(gifts(gift("p", "a", "cup"), 1).keptBy(gifts(gift("p", "b", "cup"), 1))).isEqualTo(Gifts.NONE);
    }

    @Test
    void whatIsLackingIsWhatComesBack() {
        HeldGift cup = gift("p", "", "cup");
        assertThat(gifts(cup, 3).lackingIn(gifts(cup, 1), new LinkedHashMap<>())).singleElement().extracting(GiftBack::quantity).isEqualTo(2);
        assertThat(gifts(cup, 3).lackingIn(gifts(cup, 3), new LinkedHashMap<>())).isEmpty();
        assertThat(gifts(cup, 3, gift("p", "a", "cup"), 1).ofStores(Set.of("b"))).isEqualTo(gifts(cup, 3));
    }
}
