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
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

    private static Line named(List<String> categories, Set<String> tags) {
        return new Line("1", "tea", "shop", categories, "", tags, TEN, Optional.empty(), Optional.empty(), 1, Attributes.NONE);
    }

    @Test
    void namesOfALineAreFewAndEachSaidOnce() {
        List<String> many = IntStream.rangeClosed(0, Line.MOST_NAMES).mapToObj(i -> "c" + i).toList();
        assertThat(named(many.subList(1, many.size()), Set.copyOf(many.subList(1, many.size()))).category()).isEqualTo("c1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named(many, Set.of()))
                .withMessage("line 1: 51 categories are more than 50");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named(List.of(), Set.copyOf(many)))
                .withMessage("line 1: 51 tags are more than 50");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> named(List.of("cup", "pot", "cup"), Set.of()))
                .withMessage("line 1: the category cup is given twice");
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

    private static Line named(String id, String sku, String store) {
        return Line.of(id, sku, store, TEN, 1);
    }

    private static Basket bought(String id, String locale, List<Line> lines, Map<String, Money> shipping) {
        return new Basket(id, "US", USD, locale, Channel.SHELF, Instant.EPOCH, Buyer.unknown(), List.of(), lines, shipping, "",
                List.of(), Remaining.UNTOUCHED);
    }

    private static void refuses(String message, ThrowingCallable made) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessage(message);
    }

    @Test
    void aBasketBuysSomething() {
        refuses("a basket has at least one line", () -> bought("b", "en-US", List.of(), Map.of()));
        refuses("a basket has at least one line", () -> Basket.builder("b", "US", "USD", Instant.EPOCH)
                .store(Store.local("shop"))
                .build());
    }

    @Test
    void whatIsShippedIsBought() {
        List<Line> lines = List.of(named("1", "tea", "shop"));
        refuses("no line is sold by the store other, but it has a shipping fee", () ->
                bought("b", "en-US", lines, Map.of("other", TEN)));
        refuses("no line is sold by the store other, but it has a shipping fee", () ->
                Basket.builder("b", "US", "USD", Instant.EPOCH)
                        .line("tea", "shop", "10", 1)
                        .store(Store.local("other"))
                        .shipping("other", "4.99")
                        .build());
    }

    /** After a return a store's fee may be all that is left of it, and of the order. */
    @Test
    void whatIsLeftOfAnOrderKeepsItsFees() {
        Basket order = bought("b", "en-US", List.of(named("1", "tea", "shop"), named("2", "cup", "other")), Map.of("other", TEN));
        assertThat(order.keeping(List.of(named("1", "tea", "shop"))).shippingFees()).isEqualTo(1000);
        assertThat(order.keeping(List.of()).subtotal()).isZero();
    }

    @Test
    void marketsAndLanguagesAreThoseOfTheirLists() {
        refuses("the market \"UK\" is no ISO 3166 country, for instance US or GB", () -> basket("UK", Instant.EPOCH, Map.of()));
        List<Line> lines = List.of(named("1", "tea", "shop"));
        refuses("the locale \"en_US\" is no language tag (BCP 47), for instance en-US", () -> bought("b", "en_US", lines, Map.of()));
        refuses("the locale \"\" is no language tag (BCP 47), for instance en-US", () -> bought("b", "", lines, Map.of()));
        assertThat(bought("b", "EN-us", lines, Map.of()).locale()).isEqualTo("en-US");
    }

    @Test
    void namesCanBeRead() {
        refuses("a basket's id is empty", () -> bought(" ", "en-US", List.of(named("1", "tea", "shop")), Map.of()));
        refuses("a line's id is empty", () -> named("", "tea", "shop"));
        refuses("a line's sku \"tea \" begins or ends with a blank", () -> named("1", "tea ", "shop"));
        refuses("a line's store \"sh\\u200bop\" holds an invisible character", () -> named("1", "tea", "sh\u200bop"));
        refuses("a line's sku has more than 200 characters", () -> named("1", "x".repeat(201), "shop"));
        refuses("a store's id is empty", () -> Store.local(""));
    }

    @Test
    void aNewBuyerHasNoOrders() {
        refuses("a new buyer has no orders before this one, not 3", () -> new Buyer("", true, 3, Set.of()));
        refuses("orders before this one are none or more, not -1", () -> new Buyer("", false, -1, Set.of()));
        refuses("a segment is empty", () -> new Buyer("", false, 0, Set.of("")));
    }

    @Test
    void noFewerThanNoUsesAreLeft() {
        refuses("what is left of ten is never fewer than 0, not -1", () ->
                new Remaining(Map.of("ten", -1L), Map.of(), Map.of()));
        refuses("what is left of ten is never fewer than 0, not -1", () ->
                new Remaining(Map.of(), Map.of("ten", -1L), Map.of()));
    }

    private static Basket withCodes(List<String> typed) {
        return new Basket("b", "US", USD, "en-US", Channel.SHELF, Instant.EPOCH, Buyer.unknown(), List.of(),
                List.of(line(Optional.empty(), Optional.empty())), Map.of(), "", typed, Remaining.UNTOUCHED);
    }

    /** Each copy changes what its name says and loses nothing else. */
    @Test
    void aCopyWithTheSameIsTheSame() {
        Basket basket = basket("US", Instant.EPOCH, Map.of()).withBalances(List.of(new Balance("coins", 20)));
        assertThat(Stream.of(
                        basket.withLocale(basket.locale()),
                        basket.withMoment(basket.at()),
                        basket.withPaymentMethod(basket.paymentMethod()),
                        basket.withBuyer(basket.buyer()),
                        basket.withAttributes(basket.attributes()),
                        basket.withBalances(basket.balances()),
                        basket.withCodes(basket.codes()),
                        basket.withRemaining(basket.remaining()),
                        basket.with(basket.lines())))
                .containsOnly(basket);
    }
}
