package dev.plaindeal.tax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.tax.PaidParts.ThirdParty;
import dev.plaindeal.tax.TaxFacts.GoodsFacts;
import dev.plaindeal.tax.TaxFacts.StoreFacts;

/** What holds for the tax facts of every receipt. */
public final class TaxSums {

    private TaxSums() {}

    /** Every sum against the receipt, which has them from elsewhere. */
    public static void check(Receipt receipt) {
        TaxFacts facts = TaxFacts.of(receipt);
        Money nothing = Money.zero(receipt.currency());
        assertThat(facts.totals().buyer().plus(facts.rounding().orElse(nothing))).isEqualTo(receipt.total());
        assertThat(facts.totals().platform()).isEqualTo(receipt.funders().platform());
        assertThat(facts.totals().store()).isEqualTo(receipt.funders().store());
        for (int i = 0; i < facts.lines().size(); i++) {
            whole(facts.lines().get(i).parts());
            assertThat(facts.lines().get(i).parts().buyer()).isEqualTo(receipt.lines().get(i).net());
        }
        for (int i = 0; i < facts.stores().size(); i++) {
            PaidParts parts = facts.stores().get(i).parts();
            whole(parts);
            assertThat(parts.buyer()).isEqualTo(receipt.stores().get(i).total());
            assertThat(parts.platform()).isEqualTo(receipt.stores().get(i).funders().platform());
        }
        for (ThirdParty doctrine : ThirdParty.values()) {
            Money parts = nothing;
            for (GoodsFacts line : facts.lines()) {
                parts = parts.plus(line.parts().base(doctrine));
            }
            for (StoreFacts fee : facts.shipping()) {
                parts = parts.plus(fee.parts().base(doctrine));
            }
            assertThat(parts).as("%s", doctrine).isEqualTo(facts.totals().base(doctrine));
        }
    }

    private static void whole(PaidParts parts) {
        assertThat(parts.buyer().plus(parts.store()).plus(parts.platform())).isEqualTo(parts.list());
    }
}
