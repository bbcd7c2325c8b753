package dev.plaindeal.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A basket that a service builds itself is held to what the reader of JSON refuses, not priced wrongly. */
class BasketTest {

    private static final Currency USD = Currency.of("USD");
    private static final Money TEN = Money.of("10", USD);
    private static final Money YEN = Money.of("5", Currency.of("JPY"));

    private static Line line(Optional<Money> prior, Optional<Money> minimum) {
        return new Line("1", "tea", "shop", "", "", TEN, prior, minimum, 1);
    }

    private static Basket basket(String market, Instant at, Map<String, Money> budget) {
        return new Basket("b", market, USD, "en-US", Channel.SHELF, at, Buyer.unknown(), List.of(),
                List.of(line(Optional.empty(), Optional.empty())), Map.of(), "", List.of(),
                new Remaining(Map.of(), Map.of(), budget));
    }

    @Test
    void anotherCurrencyIsRefusedWhereverMoneyIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(Optional.of(YEN), Optional.empty()))
                .withMessage("line 1: its prices are in JPY and USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(Optional.empty(), Optional.of(YEN)))
                .withMessage("line 1: its prices are in JPY and USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> basket("US", Instant.EPOCH, Map.of("ten", YEN)))
                .withMessage("a budget that is left is in USD and never negative");
    }

    @Test
    void noPriceIsNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(Optional.of(TEN.negated()), Optional.empty()))
                .withMessage("line 1: a price is never negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(Optional.empty(), Optional.of(TEN.negated())))
                .withMessage("line 1: a price is never negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> basket("US", Instant.EPOCH, Map.of("ten", TEN.negated())))
                .withMessage("a budget that is left is in USD and never negative");
    }

    @Test
    @SuppressWarnings("NullAway")
    void whatIsMissingIsNamed() {
        assertThatNullPointerException().isThrownBy(() -> basket(null, Instant.EPOCH, Map.of())).withMessage("market");
        assertThatNullPointerException().isThrownBy(() -> basket("US", null, Map.of())).withMessage("at");
    }

    @Test
    void aCodeTypedTwiceIsOneAndAnEmptyOneIsNone() {
        List<String> typed = new ArrayList<>(Collections.nCopies(60, "save10\t"));
        typed.addAll(List.of("", "\u200b", "\u00a0TEA5", "tea 5"));
        assertThat(withCodes(typed).codes()).containsExactly("save10\t", "\u00a0TEA5");
    }

    @Test
    void moreThanFiftyDifferentCodesAreRefused() {
        List<String> typed = IntStream.rangeClosed(1, 51).mapToObj(i -> "C" + i).toList();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withCodes(typed))
                .withMessage("a basket has at most 50 codes, this one has 51");
    }

    private static Basket withCodes(List<String> typed) {
        return new Basket("b", "US", USD, "en-US", Channel.SHELF, Instant.EPOCH, Buyer.unknown(), List.of(),
                List.of(line(Optional.empty(), Optional.empty())), Map.of(), "", typed, Remaining.UNTOUCHED);
    }
}
