package dev.plaindeal.returns;

import static dev.plaindeal.returns.Orders.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.returns.Refund.Back;
import dev.plaindeal.returns.Refund.GiftBack.State;
import dev.plaindeal.returns.Refund.GiftBack;
import java.util.List;
import java.util.Optional;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Refunds as people and machines read them, whole. */
class RefundTextTest {

    private static final Back NO_SHIPPING = back("", 0, 0, 0, 0, 0);

    private static Money eur(long cents) {
        return new Money(cents, EUR);
    }

    private static Back back(String line, int quantity, long list, long buyer, long platform, long store) {
        return new Back(line, quantity, eur(list), eur(buyer), new Funders(eur(platform), eur(store)));
    }

    private static Refund refund(ReturnPolicy policy, Back shipping, long carried, List<GiftBack> gifts) {
        return new Refund(
                "order", policy, eur(1_234), List.of(back("1", 2, 2_000, 1_800, 150, 50), back("2", 0, 0, -66, 40, 26)), shipping,
                new Funders(eur(190), eur(76)), eur(carried), eur(0), eur(8_766), gifts, List.of(), eur(1_234), List.of());
    }

    @Test
    void aRefundForPeople() {
        assertThat(RefundText.of(refund(ReturnPolicy.KEEP_PAID_SHARE, NO_SHIPPING, 0, List.of()))).isEqualTo("""
                order  what was paid for the things returned
                  line 1 (2 returned)                                  EUR 18.00
                  line 2 (kept, priced again)                          EUR -0.66
                Refund                                                 EUR 12.34
                Kept                                                   EUR 87.66
                Of the discounts the platform has EUR 1.90 back, the stores EUR 0.76.
                """);
    }

    @Test
    void shippingWhatIsCarriedAndGiftsAreToldWhereThereAreSome() {
        List<GiftBack> gifts = List.of(
                new GiftBack("cup", "", "c-1", "Cup", 1, State.NO_LONGER_EARNED, Optional.empty()),
                new GiftBack("tote", "north", "t-1", "Tote", 2, State.NOT_CHECKED, Optional.empty()));
        assertThat(RefundText.of(refund(ReturnPolicy.RE_EVALUATE, back("", 0, 0, -500, 0, 500), 0, gifts)))
                .contains("what is kept is priced again\n")
                .contains("  shipping                                             EUR -5.00\n")
                .doesNotContain("not asked for")
                .endsWith("""
                        Gift of cup: 1 x Cup (c-1). It is no longer earned: it is to come back, or to be paid for.
                        Gift of tote: 2 x Tote (t-1, store north). Look whether what is kept still earns it; pricing again tells.
                        """);
        assertThat(RefundText.of(refund(ReturnPolicy.RE_EVALUATE, back("", 0, 500, 0, 500, 0), 2_900, List.of())))
                .contains("  shipping                                              EUR 0.00\n")
                .contains("  not asked for                                        EUR 29.00\n");
        assertThat(RefundText.of(refund(ReturnPolicy.RE_EVALUATE, NO_SHIPPING, -2_900, List.of())))
                .contains("  not asked for before                                EUR -29.00\n")
                .doesNotContain("shipping");
    }

    @Test
    void aRefundForMachines() {
        String shown = "{'format':1,'basket':'order','policy':'keep','currency':'EUR','refund':'12.34','lines':["
                + "{'line':'1','quantity':2,'list':'20.00','refund':'18.00','funders':{'platform':'1.50','store':'0.50'}},"
                + "{'line':'2','quantity':0,'list':'0.00','refund':'-0.66','funders':{'platform':'0.40','store':'0.26'}}],"
                + "'shipping':{'list':'5.00','refund':'4.00','funders':{'platform':'1.00','store':'0.00'}},"
                + "'funders':{'platform':'1.90','store':'0.76'},";
        Back shipping = back("", 0, 500, 400, 100, 0);
        assertThat(RefundJson.line(refund(ReturnPolicy.KEEP_PAID_SHARE, shipping, 0, List.of())).replace('"', '\''))
                .isEqualTo(shown + "'kept':'87.66'}");
        List<GiftBack> gifts = List.of(
                new GiftBack("cup", "", "c-1", "Cup", 1, State.NO_LONGER_EARNED, Optional.empty()),
                new GiftBack("tote", "north", "t-1", "Tote", 2, State.NOT_CHECKED, Optional.empty()));
        assertThat(RefundJson.line(refund(ReturnPolicy.KEEP_PAID_SHARE, shipping, 2_900, gifts)).replace('"', '\''))
                .isEqualTo(shown + "'carried':'29.00','kept':'87.66','gifts':["
                        + "{'id':'cup','sku':'c-1','name':'Cup','quantity':1,'state':'no-longer-earned'},"
                        + "{'id':'tote','store':'north','sku':'t-1','name':'Tote','quantity':2,'state':'not-checked'}]}");
    }

    @Test
    void policiesAreFoundByTheirWord() {
        assertThat(ReturnPolicy.find("keep")).contains(ReturnPolicy.KEEP_PAID_SHARE);
        assertThat(ReturnPolicy.find("re-evaluate")).contains(ReturnPolicy.RE_EVALUATE);
        assertThat(ReturnPolicy.find("generous")).isEqualTo(Optional.empty());
    }
}
