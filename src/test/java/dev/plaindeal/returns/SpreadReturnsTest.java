package dev.plaindeal.returns;

import static dev.plaindeal.returns.Orders.basket;
import static dev.plaindeal.returns.Orders.line;
import static dev.plaindeal.returns.Orders.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.receipt.ReceiptReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who keeps the paid share of an item that comes back is paid what it bore of the saving. */
class SpreadReturnsTest {

    @ParameterizedTest
    @CsvSource({
        "'',                     30.00, 10.00",
        "'.spread(\"equally\")',  25.00, 15.00",
        "'.spread(\"by price\")', 24.00, 16.00",
    })
    void anItemComesBackForItsShare(String words, String dear, String cheap) {
        PromotionEngine engine = PromotionEngine.load(Map.ofEntries(
                rule("bogo", "$i : StoreItems( store == \"a\" )", "$i.buyGet(1, 1, \"50%\")" + words + ";")));
        Basket order = basket(List.of(line("d", "a", 3_000, 1), line("c", "a", 2_000, 1)), Map.of(), List.of());
        Receipt receipt = engine.evaluate(order);

        assertThat(receipt.total().text()).isEqualTo("40.00");
        assertThat(Returns.keepingPaidShare(receipt).with(Map.of("d", 1)).refunded().text()).isEqualTo(dear);
        assertThat(Returns.keepingPaidShare(receipt).with(Map.of("c", 1)).refunded().text()).isEqualTo(cheap);
        assertThat(ReceiptReader.read("receipt.json", ReceiptJson.pretty(receipt)).orThrow().applied().get(0).conventions())
                .isEqualTo(receipt.applied().get(0).conventions());
    }
}
