package dev.plaindeal.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plaindeal.read.BasketReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BasketBuilderTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static BasketBuilder order() {
        return Basket.builder("order-1", "US", "USD", NOON)
                .line("pearl-necklace", "pearl-house", "47.99", 2)
                .shipping("pearl-house", "4.99")
                .code("SAVE10");
    }

    /** Two of 47.99 and 4.99 of shipping: 9598 and 10097 minor units. */
    @Test
    void whatIsNotSaidIsAsInJsonThatLeavesItOut() {
        String json = """
                {"basket": "order-1", "market": "US", "currency": "USD", "at": "2026-11-22T12:00:00Z",
                 "lines": [{"sku": "pearl-necklace", "store": "pearl-house", "unitPrice": "47.99", "quantity": 2}],
                 "shipping": {"pearl-house": "4.99"}, "codes": ["SAVE10"]}
                """;
        Basket read = BasketReader.read("order-1.json", json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH).orThrow();
        Basket built = order().build();
        assertThat(built).isEqualTo(read);
        assertThat(built.subtotal()).isEqualTo(9_598);
        assertThat(built.subtotal() + built.shippingFees()).isEqualTo(10_097);
    }

    @Test
    void allThatCanBeSaidIsKept() {
        Buyer buyer = new Buyer("b-1", false, 3, java.util.Set.of("gold"));
        Remaining left = new Remaining(Map.of("us-save10", 1L), Map.of(), Map.of());
        Store abroad = new Store("tea-loft", true, false);
        Basket built = order().locale("es-US").channel(Channel.LIVE).buyer(buyer).store(abroad)
                .shippingMethod("express").codes(List.of("TEA3", "save10")).remaining(left).build();
        assertThat(built.locale()).isEqualTo("es-US");
        assertThat(built.channel()).isEqualTo(Channel.LIVE);
        assertThat(built.buyer()).isEqualTo(buyer);
        assertThat(built.stores()).containsExactly(abroad, Store.local("pearl-house"));
        assertThat(built.shippingMethod()).isEqualTo("express");
        assertThat(built.codes()).as("each code once").containsExactly("SAVE10", "TEA3");
        assertThat(built.remaining()).isEqualTo(left);
    }

    @Test
    void oneThingChangedAndAllElseTheSame() {
        Basket basket = order().build();
        Instant later = NOON.plusSeconds(60);
        assertThat(basket.withMoment(later).at()).isEqualTo(later);
        assertThat(basket.withMoment(later).withMoment(NOON)).isEqualTo(basket);
        assertThat(basket.withCodes(List.of()).codes()).isEmpty();
        assertThat(basket.withCodes(List.of()).withCodes(List.of("SAVE10"))).isEqualTo(basket);
        Remaining left = new Remaining(Map.of("us-save10", 0L), Map.of(), Map.of());
        assertThat(basket.withRemaining(left).remaining()).isEqualTo(left);
        assertThat(basket.withRemaining(left).withRemaining(Remaining.UNTOUCHED)).isEqualTo(basket);
    }

    @Test
    void refusesWhatABasketRefuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> order().line("cup", "pearl-house", "1.999", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> order().line("cup", "pearl-house", "1.99", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> order().shipping("pearl-house", "1.00"))
                .withMessage("the shipping of pearl-house is given twice");
        assertThatIllegalArgumentException().isThrownBy(() -> Basket.builder("b", "US", "dollars", NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order().line(Line.of("1", "cup", "a", order().build().lines().get(0).unitPrice(), 1)).build())
                .withMessageContaining("given twice");
    }
}
