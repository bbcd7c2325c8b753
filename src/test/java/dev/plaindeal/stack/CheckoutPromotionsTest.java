package dev.plaindeal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.BasketBuilder;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Client;
import dev.plaindeal.model.ChanceField;
import dev.plaindeal.model.Chances;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.receipt.Receipt.NearMiss;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a buyer could choose otherwise: told where nothing else is missing, as the whole basket is priced then. */
class CheckoutPromotionsTest {

    private static final String DRL = """
            // Something off.
            package promotions
            import dev.plaindeal.model.*

            rule "%s"
            when
                $it : %s
            then
                $it.%s;
            end
            """;

    private static final String ATTRIBUTE = """
            // Something to know.
            package attributes
            import dev.plaindeal.model.*
            rule "%s" when $a : Attribute( name == "%s" ) then $a.%s.says("%s")%s; end
            """;

    private final Map<String, String> files = new TreeMap<>();

    private CheckoutPromotionsTest rule(String id, String pattern, String words) {
        files.put("promotions/" + id + ".drl", String.format(DRL, id, pattern, words));
        return this;
    }

    private void attribute(String name, String words) {
        files.put("attributes/" + name + ".drl", ATTRIBUTE.formatted(name, name, words, name, ".buyerChooses()"));
    }

    private static BasketBuilder basket() {
        return Basket.builder("b", "US", "USD", Instant.parse("2026-11-22T12:00:00Z")).line("pot", "pearl", "64.00", 1);
    }

    private List<String> told(BasketBuilder basket) {
        return PromotionEngine.load(files).evaluate(basket.build()).nearMisses().stream().map(NearMiss::message).toList();
    }

    private Set<String> needs(BasketBuilder basket) {
        Basket made = basket.build();
        CheckoutPromotions promotions = CheckoutPromotions.of(PromotionEngine.load(files).promotions().values());
        Set<String> needs = new java.util.TreeSet<>();
        promotions.changes(Chances.in(made).all()).keySet().forEach(change -> change.needs().forEach(need ->
                needs.add(need.field() + " " + need.operator().text() + " " + need.values())));
        return needs;
    }

    @Test
    void whateverIsOfTheCheckoutCanBeChosen() {
        for (ChanceField field : ChanceField.values()) {
            Condition asked = new Condition(field.key(), Condition.Operator.IS, List.of("x"));
            assertThat(CheckoutChoice.of(asked).isPresent())
                    .as(field.key())
                    .isEqualTo(field.about() == ChanceField.About.CHECKOUT);
        }
    }

    @Test
    void theFirstChoiceThatMeetsAllIsTold() {
        rule("one", "PlatformBasket( market == \"US\", paymentMethod in (\"\", \"cash\", \"gopay\"), paymentMethod != \"cash\" )",
                "amountOff(\"USD 5\")");
        assertThat(needs(basket().paymentMethod("card"))).containsExactly("paymentMethod == [gopay]");
        assertThat(needs(basket())).as("nothing lacks").isEmpty();
    }

    @Test
    void whatMayNotBeChosenIsToldAsItIsWritten() {
        rule("one", "PlatformBasket( market == \"US\", paymentMethod not in (\"cash\", \"cheque\") )", "amountOff(\"USD 9\")");
        rule("two", "PlatformBasket( market == \"US\", client != \"web\" )", "amountOff(\"USD 6\")");
        assertThat(needs(basket().paymentMethod("cheque").client(Client.WEB)))
                .containsExactly("client == [app]", "paymentMethod not in [cash, cheque]");
        assertThat(told(basket().paymentMethod("cheque")))
                .containsExactly("Do not pay by cash or cheque and save USD 3.00 more; you would pay USD 55.00.");
    }

    @Test
    void whatIsForNobodyWhoHasChosenIsNotTold() {
        rule("one", "PlatformBasket( market == \"US\", paymentMethod == \"\" )", "amountOff(\"USD 5\")");
        rule("two", "PlatformBasket( market == \"US\", paymentMethod != \"\", paymentMethod != \"card\" )", "amountOff(\"USD 5\")");
        assertThat(needs(basket().paymentMethod("card"))).isEmpty();
    }

    @Test
    void nothingIsToldWhereSomethingElseIsMissingToo() {
        rule("new", "PlatformBasket( market == \"US\", client == \"app\", newBuyer == true )", "amountOff(\"USD 5\")");
        rule("far", "PlatformBasket( market == \"GB\", client == \"app\" )", "amountOff(\"USD 5\")");
        rule("shop", "StoreBasket( store == \"elsewhere\", client == \"app\" )", "amountOff(\"USD 5\")");
        rule("code", "PlatformCoupon( code == \"SECRET\", client == \"app\" )", "amountOff(\"USD 5\")");
        rule("much", "PlatformBasket( market == \"US\", client == \"app\" )", "amountOff(\"USD 5\").whenSpending(\"USD 65\")");
        assertThat(told(basket())).isEmpty();
        assertThat(told(basket().code("secret"))).containsExactly("Order in the app and save USD 5.00; you would pay USD 59.00.");
    }

    /** In the app 8.00 more come off and 5.00 less. */
    @Test
    void whatIsLostByTheChoiceIsCounted() {
        rule("app", "PlatformBasket( market == \"US\", client == \"app\" )", "amountOff(\"USD 8\")");
        rule("web", "PlatformCoupon( code == \"WEB\", client == \"web\" )", "amountOff(\"USD 5\")");
        assertThat(told(basket().client(Client.WEB).code("WEB")))
                .containsExactly("Order in the app and save USD 3.00 more; you would pay USD 56.00.");
        assertThat(told(basket().client(Client.APP).code("WEB"))).as("5.00 instead of 8.00").isEmpty();
    }

    @Test
    void aPromotionWithoutAKeyIsFoundToo() {
        rule("all", "PlatformBasket( client == \"app\" )", "gift(\"cup\", \"A cup\")");
        assertThat(told(basket())).containsExactly("Order in the app and get A cup for nothing; you would pay USD 64.00.");
    }

    @Test
    void ofOneChoiceThePromotionWhoseCodeIsPresentedIsTold() {
        rule("app", "PlatformBasket( market == \"US\", client == \"app\" )", "amountOff(\"USD 8\")");
        rule("code", "PlatformCoupon( code == \"APP\", client in (\"app\") )", "amountOff(\"USD 5\")");
        assertThat(PromotionEngine.load(files).evaluate(basket().code("APP").build()).nearMisses())
                .extracting(NearMiss::id, miss -> miss.saves().toString())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("code", "USD 13.00"));
    }

    @Test
    void noMoreThanThreeAreToldHoweverManyAsk() {
        for (int i = 10; i < 60; i++) {
            rule("p" + i, "PlatformBasket( market == \"US\", paymentMethod == \"pay" + i + "\" )", "amountOff(\"USD 5\")");
        }
        assertThat(told(basket())).hasSize(3);
    }

    @Test
    void allWaysThatBringTheSameAreToldTogether() {
        rule("one", "PlatformBasket( market == \"US\", paymentMethod in (\"gopay\", \"ovo\", \"dana\") )", "amountOff(\"USD 5\")");
        rule("two", "PlatformBasket( market == \"US\", paymentMethod == \"ovo\", client != \"web\" )", "amountOff(\"USD 7\")");
        assertThat(needs(basket())).contains("paymentMethod == [gopay]", "paymentMethod == [ovo]", "paymentMethod == [dana]");
        assertThat(told(basket().client(Client.APP))).containsExactly(
                "Pay by ovo and save USD 7.00; you would pay USD 57.00.",
                "Pay by gopay or dana and save USD 5.00; you would pay USD 59.00.");
    }

    @Test
    void oneOfEachOfTwoChoicesIsTold() {
        attribute("day", "ofBasket().text(\"monday, saturday, sunday\")");
        rule("one", "PlatformBasket( paymentMethod in (\"gopay\", \"ovo\"), text(\"day\") in (\"saturday\", \"sunday\") )",
                "amountOff(\"USD 5\")");
        assertThat(told(basket())).containsExactly(
                "Pay by gopay or ovo, choose day saturday or sunday and save USD 5.00; you would pay USD 59.00.");
    }

    /** Those named second would fill what is tried. */
    @Test
    void theFirstChoiceOfEveryPromotionIsTriedBeforeTheSecondOfAny() {
        String many = IntStream.range(0, 40).mapToObj(i -> "\"pay" + i + "\"").collect(Collectors.joining(", "));
        rule("a", "PlatformBasket( market == \"US\", paymentMethod in (" + many + ") )", "amountOff(\"USD 5\")");
        rule("b", "PlatformBasket( market == \"US\", client == \"app\" )", "amountOff(\"USD 6\")");
        assertThat(told(basket())).hasSize(2).first().isEqualTo("Order in the app and save USD 6.00; you would pay USD 58.00.");
    }

    @Test
    void anAttributeIsToldOnlyWhereTheBuyerChoosesIt() {
        attribute("day", "ofBasket().text(\"monday, sunday\")");
        attribute("wrap", "ofBuyer().yesNo()");
        files.put("attributes/tier.drl", ATTRIBUTE.formatted("tier", "tier", "ofBuyer().text(\"silver, gold\")", "tier", ""));
        rule("day", "PlatformBasket( text(\"day\") != \"monday\", text(\"day\") != \"\" )", "amountOff(\"USD 5\")");
        rule("wrap", "PlatformBasket( market == \"US\", flag(\"wrap\") == true )", "amountOff(\"USD 6\")");
        rule("tier", "PlatformBasket( text(\"tier\") == \"gold\" )", "amountOff(\"USD 7\")");
        assertThat(needs(basket())).containsExactly("flag(\"wrap\") == [true]", "text(\"day\") == [sunday]");
        assertThat(told(basket())).containsExactly(
                "Choose wrap and save USD 6.00; you would pay USD 58.00.", "Choose day sunday and save USD 5.00; you would pay USD 59.00.");
    }

    @Test
    void whatIsChosenStandsBesideWhatElseIsTold() {
        attribute("wrap", "ofBuyer().yesNo()");
        attribute("day", "ofBuyer().text(\"monday, sunday\")");
        rule("wrap", "PlatformBasket( flag(\"wrap\") == false, text(\"day\") == \"sunday\", newBuyer == true )", "amountOff(\"USD 6\")");
        Buyer buyer = new Buyer("", true, 0, Set.of()).withAttributes(Attributes.NONE.with("wrap", true).with("day", "sunday"));
        assertThat(told(basket().buyer(buyer))).containsExactly("Do not choose wrap and save USD 6.00; you would pay USD 58.00.");
    }

    /** One more could not be told of the basket. */
    @Test
    void nothingIsToldWhereNoMoreAttributesCanBe() {
        attribute("day", "ofBasket().text(\"monday, sunday\")");
        rule("day", "PlatformBasket( text(\"day\") == \"sunday\" )", "amountOff(\"USD 6\")");
        Attributes full = Attributes.NONE;
        for (int i = 0; i < Attributes.MOST; i++) {
            attribute("a" + i, "ofBasket().yesNo()");
            full = full.with("a" + i, true);
        }
        assertThat(told(basket().attributes(full))).isEmpty();
    }
}
