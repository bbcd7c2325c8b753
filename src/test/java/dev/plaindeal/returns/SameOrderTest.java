package dev.plaindeal.returns;

import static dev.plaindeal.returns.Orders.EUR;
import static dev.plaindeal.returns.Orders.basket;
import static dev.plaindeal.returns.Orders.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.receipt.ReceiptReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is kept is priced again only from the basket the receipt was made for, with rules that make the same receipt. */
class SameOrderTest {

    private static final List<Line> LINES = List.of(line("1", "a", 6_000, 1), line("2", "b", 1_000, 2));
    private static final Map<String, Money> FEES = Map.of("a", new Money(500, EUR));
    private static PromotionEngine engine;

    @BeforeAll
    static void rules() {
        engine = PromotionEngine.load(rules("$c.percentOff(10).platformPays(\"40%\");", "$b.gift(\"cup\", \"Cup\");"));
    }

    private static Map<String, String> rules(String ten, String cup) {
        return Map.ofEntries(
                Orders.rule("ten", "$c : PlatformCoupon( code == \"TEN\" )", ten),
                Orders.rule("cup", "$b : PlatformBasket( market == \"DE\" )", cup));
    }

    private static Basket order() {
        return basket(LINES, FEES, List.of("TEN"));
    }

    private static void isRefused(Basket basket, String because) {
        isRefused(engine.evaluate(order()), basket, engine, because);
    }

    private static void isRefused(Receipt receipt, Basket basket, PromotionEngine engine, String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Returns.reEvaluating(receipt, basket, engine))
                .withMessageEndingWith(because);
    }

    private static Basket with(List<Line> lines, Map<String, Money> fees) {
        return basket(lines, fees, List.of("TEN"));
    }

    private static Basket copy(String name, String market, Currency currency, Channel channel, Instant at, List<Line> lines, Map<String, Money> fees) {
        Basket order = order();
        return new Basket(
                name, market, currency, order.locale(), channel, at, Buyer.unknown(), List.of(), lines, fees, "", order.codes(),
                Remaining.UNTOUCHED);
    }

    @Test
    void theSameOrderIsTaken() {
        assertThat(Returns.reEvaluating(engine.evaluate(order()), order(), engine).refunds()).isEmpty();
    }

    @Test
    void anotherBasketIsRefusedWithWhatDiffers() {
        Basket order = order();
        Channel shelf = order.channel();
        isRefused(copy("other", "DE", EUR, shelf, order.at(), LINES, FEES), "the name is order on the receipt, and other here");
        isRefused(copy("order", "FR", EUR, shelf, order.at(), LINES, FEES), "the market is DE on the receipt, and FR here");
        isRefused(copy("order", "DE", EUR, Channel.LIVE, order.at(), LINES, FEES), "the channel is shelf on the receipt, and live here");
        isRefused(copy("order", "DE", EUR, shelf, Instant.parse("2026-11-23T00:00:00Z"), LINES, FEES),
                "the moment is 2026-11-22T12:00:00Z on the receipt, and 2026-11-23T00:00:00Z here");
        Currency usd = Currency.of("USD");
        isRefused(copy("order", "DE", usd, shelf, order.at(), List.of(Line.of("1", "sku-1", "a", new Money(6_000, usd), 1)), Map.of()),
                "the currency is EUR on the receipt, and USD here");
        isRefused(with(LINES.subList(0, 1), FEES), "the number of lines is 2 on the receipt, and 1 here");
        isRefused(with(LINES, Map.of()), "the shipping is EUR 5.00 on the receipt, and EUR 0.00 here");
    }

    @Test
    void anotherLineIsRefusedWithWhatDiffers() {
        Line first = LINES.get(0);
        isRefused(with(List.of(first, line("3", "b", 1_000, 2)), FEES), "the id of line 2 is 2 on the receipt, and 3 here");
        isRefused(with(List.of(first, Line.of("2", "sku-x", "b", new Money(1_000, EUR), 2)), FEES),
                "the sku of line 2 is sku-2 on the receipt, and sku-x here");
        isRefused(with(List.of(first, line("2", "a", 1_000, 2)), FEES), "the store of line 2 is b on the receipt, and a here");
        isRefused(with(List.of(first, line("2", "b", 2_000, 1)), FEES), "the quantity of line 2 is 2 on the receipt, and 1 here");
        isRefused(with(List.of(first, line("2", "b", 1_001, 2)), FEES),
                "the list price of line 2 is EUR 20.00 on the receipt, and EUR 20.02 here");
        isRefused(with(List.of(LINES.get(1), first), FEES), "the id of line 1 is 1 on the receipt, and 2 here");
    }

    @Test
    void aReceiptThatTheseRulesDoNotMakeIsRefused() {
        Receipt paid = engine.evaluate(order());
        isRefused(paid, basket(LINES, FEES, List.of()), engine, "the total is EUR 77.00 on the receipt, and EUR 85.00 here");
        String gift = "$b.gift(\"cup\", \"Cup\");";
        isRefused(paid, order(), PromotionEngine.load(rules("$c.percentOff(20);", gift)),
                "the total is EUR 77.00 on the receipt, and EUR 69.00 here");
        isRefused(paid, order(), PromotionEngine.load(rules("$c.amountOff(\"EUR 8\").onlyStores(\"a\").platformPays(\"40%\");", gift)),
                "the price of line 1 is EUR 54.00 on the receipt, and EUR 52.00 here");
        isRefused(paid, order(), PromotionEngine.load(rules("$c.percentOff(10).platformPays(\"50%\");", gift)),
                "what the promotion ten takes off which line, or who pays for it, is not the same on the receipt and here");
        isRefused(paid, order(), PromotionEngine.load(rules("$c.percentOff(10).platformPays(\"40%\");", "$b.gift(\"mug\", \"Mug\");")),
                "what the promotion cup gives is 1 x cup on the receipt, and 1 x mug here");
        isRefused(paid, order(), PromotionEngine.load(Map.ofEntries(
                        Orders.rule("ten", "$c : PlatformCoupon( code == \"TEN\" )", "$c.percentOff(10).platformPays(\"40%\");"))),
                "the list of promotions is cup, ten on the receipt, and ten here");
    }

    @Test
    void aStrategyThatWasEditedIsRefusedWhereItPricesOtherwise() {
        String paid = ReceiptJson.line(engine.evaluate(order()));
        Receipt same = ReceiptReader.read("r", paid.replace("best-price", "in-order")).orThrow();
        assertThat(Returns.reEvaluating(same, order(), engine).with(Map.of("1", 1)).last()).isPresent();
    }
}
