package dev.plaindeal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Balance;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Client;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a basket can say is written, read back and in the schema: what is new in one of the records has to be in all three. */
class BasketJsonTest {

    private static final Currency USD = Currency.of("USD");
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private static final Attributes TOLD = Attributes.NONE.with("tier", "gold").with("age", -3).with("vip", true).with("old", false);
    private static final Buyer BUYER = new Buyer("ann", false, 3, Set.of("gold", "early"), TOLD);
    private static final Buyer NEW_BUYER = new Buyer("", true, 0, Set.of());
    private static final Store STORE = new Store("pearl", true, true, TOLD);
    private static final Line LINE =
            new Line("a", "cup", "pearl", List.of("tea", "gift"), "Pearl", Set.of("new", "blue"), usd("9.99"),
                    Optional.of(usd("12.00")), Optional.of(usd("5.01")), 3, TOLD);
    private static final Remaining REMAINING =
            new Remaining(Map.of("ten", 4L), Map.of("ten/day/2026-11-27", 1L), Map.of("ten", usd("100.00")),
                    Map.of("ten/month/2026-11", usd("12.50")), Map.of("ten", 7L), Map.of("ten", 2L), Map.of("SAVE10", 2L));

    private static Money usd(String text) {
        return Money.of(text, USD);
    }

    private static Basket full(Buyer buyer) {
        return new Basket("b", "GB", USD, "en-GB", Channel.LIVE, NOON, buyer, List.of(STORE), List.of(LINE), Map.of("pearl", usd("4.99")),
                "express", "gopay", Optional.of(Client.APP), List.of("SAVE10"), REMAINING, TOLD,
                List.of(new Balance("coins", 300, OptionalLong.of(80)), new Balance("credit", 5, OptionalLong.empty())));
    }

    @Test
    void allThatABasketSaysComesBack() {
        for (Buyer buyer : List.of(BUYER, NEW_BUYER)) {
            byte[] json = BasketJson.line(full(buyer)).getBytes(UTF_8);
            assertThat(BasketReader.read("b", json, Instant.EPOCH).orThrow()).isEqualTo(full(buyer));
        }
    }

    @Test
    void theSchemaKnowsAllOfIt() throws IOException {
        try (InputStream schema = BasketReader.class.getResourceAsStream("/dev/plaindeal/basket.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(new ObjectMapper().readTree(BasketJson.line(full(BUYER))))).isEmpty();
        }
    }

    /** A sample that left something at its default could not tell whether it was lost. */
    @Test
    void theSampleSaysAllThereIsToSay() throws ReflectiveOperationException {
        Line plain = Line.of("1", "x", "y", usd("1"), 1);
        differs(full(BUYER), Basket.builder("x", "US", "JPY", Instant.EPOCH).line("x", "y", "1", 1).build());
        differs(LINE, plain);
        differs(STORE, Store.local("x"));
        differs(REMAINING, Remaining.UNTOUCHED);
        for (RecordComponent component : Buyer.class.getRecordComponents()) {
            Object usual = component.getAccessor().invoke(Buyer.unknown());
            assertThat(List.of(component.getAccessor().invoke(BUYER), component.getAccessor().invoke(NEW_BUYER)))
                    .as(component.getName())
                    .anyMatch(said -> !said.equals(usual));
        }
    }

    private static void differs(Record sample, Record usual) throws ReflectiveOperationException {
        for (RecordComponent component : sample.getClass().getRecordComponents()) {
            assertThat(component.getAccessor().invoke(sample))
                    .as(component.getName())
                    .isNotEqualTo(component.getAccessor().invoke(usual));
        }
    }
}
