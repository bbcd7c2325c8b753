package dev.plaindeal.price;

import dev.plaindeal.model.OfferBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.price.Outcome.Taken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A setting that a receipt prints is a setting that is used: with every kind of percentage each changes some price. */
class SettingsAreUsedTest {

    private static final long SEED = 31_337;
    private static final int CASES = 3_000;

    private static final Map<String, UnaryOperator<PromotionWords>> SAVINGS = new LinkedHashMap<>();
    private static final Map<String, UnaryOperator<PromotionWords>> SETTINGS = new LinkedHashMap<>();

    static {
        SAVINGS.put("percentOff", p -> p.percentOff(33).whenSpending("USD 20"));
        SAVINGS.put("setOf", p -> p.setOf(2).percentOff(33).whenSpending("USD 20"));
        SAVINGS.put("setOf some", p -> p.setOf(1, "p").setOf(1, "q").percentOff(33).whenSpending("USD 20"));
        SAVINGS.put("nthItem", p -> p.nthItem(2, "33%").whenSpending("USD 20"));
        SAVINGS.put("cheapestOff", p -> p.cheapestOff(3, "33%").whenSpending("USD 20"));
        SAVINGS.put("buyGet", p -> p.buyGet(1, 1, "33%").whenSpending("USD 20"));
        SAVINGS.put("tier", p -> p.tier("USD 20", "33%"));
        SAVINGS.put("shippingOff", p -> p.shippingOff("33%").whenSpending("USD 20"));
        SETTINGS.put("roundEachItem", PromotionWords::roundEachItem);
        SETTINGS.put("roundEachLine", PromotionWords::roundEachLine);
        SETTINGS.put("roundThePrice", p -> p.roundThePrice().rounding("down"));
        SETTINGS.put("rounding", p -> p.rounding("up"));
        SETTINGS.put("spareCent", p -> p.spareCent("last line"));
        SETTINGS.put("percentOf", p -> p.percentOf("list price"));
        SETTINGS.put("measuredOn", p -> p.measuredOn("list price"));
    }

    @TestFactory
    List<DynamicTest> every() {
        List<DynamicTest> tests = new ArrayList<>();
        SAVINGS.forEach((saving, base) -> SETTINGS.forEach((setting, change) -> {
            // Nothing lowers a fee before the layer of shipping, so its list price is the running price.
            if (!(saving.equals("shippingOff") && setting.equals("percentOf"))) {
                tests.add(DynamicTest.dynamicTest(saving + " " + setting, () -> changesSomePrice(base, change)));
            }
        }));
        return tests;
    }

    private static void changesSomePrice(UnaryOperator<PromotionWords> saving, UnaryOperator<PromotionWords> setting) {
        for (int i = 0; i < CASES; i++) {
            Basket basket = new RandomDeals(SEED + i).basket(5);
            if (basket.currency().toString().equals("USD")) {
                PromotionWords plain = saving.apply(new OfferBuilder(ChanceKind.PLATFORM_COUPON, 1));
                PromotionWords set = setting.apply(saving.apply(new OfferBuilder(ChanceKind.PLATFORM_COUPON, 1)));
                if (!Arrays.equals(taken(basket, plain), taken(basket, set))) {
                    return;
                }
            }
        }
        assertThat(false).as("a price that it changes").isTrue();
    }

    /** After a sale that lowers some of the running prices. */
    private static long[] taken(Basket basket, PromotionWords promise) {
        PromotionWords sale = new OfferBuilder(ChanceKind.PLATFORM_ITEMS, 0).percentOff(20).onlySkus("p,r");
        Ledger before = Pricer.apply(
                        PricedBasket.of(basket).open(), new Offer("sale", 0, sale.offer().terms(), "", ""), Conventions.DEFAULT, new long[0])
                .ledger();
        Offer offer = new Offer("deal", 0, promise.offer().terms(), "", "C");
        Conventions conventions = offer.terms().choices().over(Conventions.DEFAULT);
        return Pricer.apply(before, offer, conventions, before.linePrices()).outcome() instanceof Taken money
                ? money.byFee().length > 0 ? money.byFee() : money.byLine()
                : new long[0];
    }
}
