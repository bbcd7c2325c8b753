package dev.plaindeal.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Client;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.rules.grammar.FactField;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of fields: what Drools can ask of a chance is in it, and nothing else. */
class ChanceFieldTest {

    /** Where an offer lives says nothing to the buyer. */
    private static final Set<ChanceField> PLACES = Set.of(
            ChanceField.CODE, ChanceField.CODE_POOL, ChanceField.STORE, ChanceField.MARKET, ChanceField.CURRENCY, ChanceField.LOCALE,
            ChanceField.CHANNEL);

    @Test
    void theFieldsOfAllChancesAreTheCatalogue() {
        Set<String> asked = new TreeSet<>();
        for (ChanceKind kind : ChanceKind.values()) {
            asked.addAll(FactField.of(ChanceFacts.of(kind)).keySet());
        }
        assertThat(Arrays.stream(ChanceField.values()).map(ChanceField::key).toList())
                .as("fields in ChanceField, against the getters of chances")
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void eachFieldReadsItsGetterAndNoOther() {
        Basket basket = Basket.builder("b", "ID", "IDR", Instant.EPOCH)
                .channel(Channel.LIVE)
                .codes(List.of("SAVE"))
                .paymentMethod("gopay")
                .client(Client.APP)
                .line("tea", "s-1", "1000", 2)
                .build();
        for (Chance chance : Chances.in(basket).all()) {
            Map<String, FactField> getters = FactField.of(chance.getClass());
            for (ChanceField field : ChanceField.values()) {
                Optional<Object> expected = Optional.ofNullable(getters.get(field.key())).map(getter -> getter.of(chance));
                if (field.about() != ChanceField.About.CODE || expected.isPresent()) {
                    assertThat(field.value(chance)).as("%s of %s", field, chance.getClass()).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ChanceField.class)
    void aFieldThatIsNoPlaceIsToldToTheBuyer(ChanceField field) {
        Condition condition = new Condition(field.key(), operator(field), List.of(value(field)));
        assertThat(ChanceField.eligibility(List.of(condition))).hasSize(PLACES.contains(field) ? 0 : 1);
        assertThat(field.rank() < Integer.MAX_VALUE).as("rules are found by it").isEqualTo(PLACES.contains(field));
    }

    private static FactField fact(ChanceField field) {
        return Arrays.stream(ChanceKind.values())
                .map(kind -> FactField.of(ChanceFacts.of(kind)))
                .filter(fields -> fields.containsKey(field.key()))
                .findFirst()
                .orElseThrow()
                .get(field.key());
    }

    private static Operator operator(ChanceField field) {
        return fact(field).type() == FactField.Type.TEXTS ? Operator.CONTAINS : Operator.IS;
    }

    private static Object value(ChanceField field) {
        return switch (fact(field).type()) {
            case TEXT, TEXTS -> "x";
            case YES_NO -> true;
            case NUMBER -> 3;
        };
    }
}
