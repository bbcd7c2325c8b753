package dev.plaindeal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.weights.ComparisonPrice;
import dev.plaindeal.weights.MarketSetting;
import dev.plaindeal.weights.MarketView;
import dev.plaindeal.weights.Markets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketTest {

    private static Market market(String code) {
        return new Market(code).tolerance("0.85").floor(40).reference("USD 47.99").grounds("a guess").reviewed("2026-11-01");
    }

    @Test
    void theWordsAreReadOut() {
        assertThat(market("US").toView().orElseThrow()).isEqualTo(new MarketView(
                "US", 0.85, 40, Money.of("47.99", Currency.of("USD")), "a guess", LocalDate.of(2026, 11, 1)));
        assertThat(new Market("US").toView()).isEmpty();
    }

    @Test
    void aMissingWordIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Market("US").tolerance("0.85").toView())
                .withMessage("market US lacks the word floor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.69", "1.51", "-1", "x", "", "1.0000"})
    void toleranceHasBounds(String tolerance) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Market("US").tolerance(tolerance));
    }

    @Test
    void otherNonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Market("US").floor(101));
        assertThatIllegalArgumentException().isThrownBy(() -> new Market("US").reference("47.99"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Market("US").reference("USD 5, GBP 4"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Market("US").reviewed("2026-02-30"));
        assertThatIllegalArgumentException().isThrownBy(() -> market("US").floor(50));
    }

    @Test
    void whatRulesSayOfClocksAndLawBeatsWhatIsUsual() {
        Market any = new Market("any");
        assertThat(new Market("DE").toSetting(any)).isEqualTo(MarketSetting.usual("DE"));
        assertThat(new Market("DE").reducedFrom("list price").toSetting(any).comparison()).isEqualTo(ComparisonPrice.LIST_PRICE);
        assertThat(new Market("IN").timeZones("Asia/Kolkata").toSetting(any).timeZones()).containsExactly(ZoneId.of("Asia/Kolkata"));
        any.reducedFrom("lowest price of 30 days");
        assertThat(new Market("US").toSetting(any).comparison()).isEqualTo(ComparisonPrice.LOWEST_OF_30_DAYS);
        assertThat(new Market("US").reducedFrom("list price").toSetting(any).comparison()).isEqualTo(ComparisonPrice.LIST_PRICE);
        assertThat(new Market("AT").reducedFrom("list price").toView()).as("nothing is said of its buyers").isEmpty();
    }

    @Test
    void zonesAndLawsThatDoNotExistAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Market("US").timeZones("America/New_York, Chicago"))
                .withMessageContaining("there is no time zone Chicago");
        assertThatIllegalArgumentException().isThrownBy(() -> new Market("any").timeZones("Europe/London"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Market("DE").reducedFrom("price before"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Market("DE").timeZones("Europe/Berlin").timeZones("Europe/Paris"));
    }

    @Test
    void anUnknownMarketIsTheStrictest() {
        MarketView any = market("any").toView().orElseThrow();
        MarketView us = market("US").toView().orElseThrow();
        assertThat(Markets.of(List.of(any, us)).of("ZZ")).isEqualTo(any);
        assertThatIllegalArgumentException().isThrownBy(() -> Markets.of(List.of(us)));
        MarketView lenient = new MarketView("any", 1.0, 40, any.reference(), "x", any.reviewed());
        assertThatIllegalArgumentException().isThrownBy(() -> Markets.of(List.of(lenient, us)));
    }
}
