package dev.plaindeal.price;

import static dev.plaindeal.price.PriceSteps.line;
import static dev.plaindeal.price.PriceSteps.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A basket laid out: its totals, its places, and who comes first in a tie. */
class PricedBasketTest {

    /** Not static: mutation testing would go on with the goods that unbroken code has laid out. */
    private final PricedBasket goods =
            PriceSteps.goods(Map.of("b", usd(300), "a", usd(499)), line("cup", 1_001, 2), line("pot", 500, 1));

    @Test
    void theListTotalIsAllLinesAndAllFees() {
        assertThat(goods.listTotal()).isEqualTo(3_301);
        assertThat(goods.only(new int[] {1}).listTotal()).isEqualTo(1_299);
    }

    @Test
    void placesAreThoseOfTheBasket() {
        assertThat(goods.size()).isEqualTo(2);
        assertThat(goods.line(1).sku()).isEqualTo("pot");
        assertThat(goods.basket().lines()).containsExactly(goods.line(0), goods.line(1));
        assertThat(goods.only(new int[] {1}).line(0).sku()).isEqualTo("pot");
    }

    @Test
    void feesStandInTheOrderOfTheirStores() {
        assertThat(goods.feeStore(0)).isEqualTo("a");
        assertThat(goods.feeStore(1)).isEqualTo("b");
        assertThat(goods.fees).containsExactly(499, 300);
    }

    private static long[] spareCentOf(Line... lines) {
        return PriceSteps.off(PriceSteps.open(lines), PriceSteps.items().amountOff("USD 0.01"));
    }

    private static Line plain(String id) {
        return Line.of(id, "p", "a", usd(1_000), 1);
    }

    private static Line of(List<String> categories, Set<String> tags) {
        return new Line("2" + categories + tags, "p", "a", categories, "", tags, usd(1_000), Optional.empty(), Optional.empty(), 1, Attributes.NONE);
    }

    private static void firstGetsTheCent(Line first, Line second) {
        assertThat(spareCentOf(first, second)).containsExactly(1, 0);
        assertThat(spareCentOf(second, first)).containsExactly(0, 1);
    }

    /** Lines of equal weight tie for the one cent; it is never the order of the basket that decides. */
    @Test
    void aTieGoesToTheLineThatComesFirstByWhatItIs() {
        firstGetsTheCent(plain("1"), Line.of("2", "p", "b", usd(1_000), 1));
        firstGetsTheCent(plain("1"), new Line("2", "p", "a", "tea", "", usd(1_000), Optional.empty(), Optional.empty(), 1));
        firstGetsTheCent(plain("1"), new Line("2", "p", "a", "", "x", usd(1_000), Optional.empty(), Optional.empty(), 1));
        firstGetsTheCent(of(List.of("tea", "cup"), Set.of()), of(List.of("tea", "pot"), Set.of()));
        firstGetsTheCent(of(List.of("tea"), Set.of()), of(List.of("tea", "pot"), Set.of()));
        firstGetsTheCent(of(List.of("tea"), Set.of("a")), of(List.of("tea"), Set.of("b")));
        firstGetsTheCent(plain("1"), Line.of("2", "q", "a", usd(1_000), 1));
        firstGetsTheCent(Line.of("2", "p", "a", usd(500), 2), plain("1"));
        firstGetsTheCent(plain("1"), new Line("2", "p", "a", "", "", usd(1_000), Optional.of(usd(1_200)), Optional.empty(), 1));
        firstGetsTheCent(plain("1"), new Line("2", "p", "a", "", "", usd(1_000), Optional.empty(), Optional.of(usd(100)), 1));
    }

    /** A unit bought and a unit of the same price left over are told apart by their lines' list prices. */
    @Test
    void aTieOfUnitsGoesToTheDearerLine() {
        Ledger open = PriceSteps.open(line("p", 500, 1), line("q", 500, 2));
        assertThat(PriceSteps.off(open, PriceSteps.items().cheapestOff("100%"))).containsExactly(0, 500);
    }

    @Test
    void linesAlikeInEverythingKeepTheirOrder() {
        assertThat(spareCentOf(plain("1"), plain("2"), plain("3"))).containsExactly(1, 0, 0);
    }
}
