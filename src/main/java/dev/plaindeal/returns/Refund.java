package dev.plaindeal.returns;

import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Payout;
import dev.plaindeal.receipt.Receipt.Funders;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is given back for one return.
 *
 * <p>Exact: {@code amount} is the sum of what lines and shipping give back, plus {@code carried} and
 * {@code rounding}, less what the gifts that are kept and no longer earned are worth; each line's {@code list}
 * is what buyer, platform and store get back of it. Where pricing again takes a discount from something kept, that line
 * gives back less than nothing.
 *
 * <p>Worked number: six at 50.00 with 10 % off from 300 cost 270.00. Five sent back are 225.00 by what was paid for them,
 * and 220.00 when the one kept is priced again, because it no longer reaches 300.
 *
 * @param basket the order
 * @param policy what a returned thing was worth
 * @param amount to the buyer; never negative, and with all refunds before never more than was paid
 * @param lines of the order, in its order, each one that is returned or whose price changes
 * @param shipping what of the fees is given back
 * @param funders what platform and stores no longer pay in all
 * @param carried not collected from the buyer now and set against later refunds; negative when it is set off
 * @param rounding what makes the refund an amount that can be paid, where the receipt was rounded: the rounding of what the buyer
 *     had less that of what is kept
 * @param kept what the buyer has paid for what is kept, after this refund; gifts that are paid for with it among that
 * @param gifts that were sent along and are to come back, or have to be looked at; each is asked back once
 * @param balances what of the refund goes back as units of the balances the order was paid with; these go back first, so that
 *     money comes back only once they are; of a unit that is not whole yet the rest waits for the next refund
 * @param money what of the refund goes back as money
 * @param later what was promised for later and is not given any more; no part of the money above
 */
public record Refund(
        String basket,
        ReturnPolicy policy,
        Money amount,
        List<Back> lines,
        Back shipping,
        Funders funders,
        Money carried,
        Money rounding,
        Money kept,
        List<GiftBack> gifts,
        List<BalanceBack> balances,
        Money money,
        List<PromiseBack> later) {

    /** Copies the lists. */
    public Refund {
        lines = List.copyOf(lines);
        gifts = List.copyOf(gifts);
        balances = List.copyOf(balances);
        later = List.copyOf(later);
    }

    /**
     * What one line, or shipping, gives back.
     *
     * @param line the line's id, empty for shipping
     * @param quantity how many units are returned now
     * @param list the list price that falls away
     * @param buyer what the buyer gets back of it
     * @param funders what platform and stores no longer pay of it
     */
    public record Back(String line, int quantity, Money list, Money buyer, Funders funders) {}

    /**
     * Units of a balance that go back to it.
     *
     * @param name the balance
     * @param units how many
     * @param amount what they were worth
     */
    public record BalanceBack(String name, long units, Money amount) {}

    /**
     * What of a promise for later goes with the things returned.
     *
     * @param promotion that promised it
     * @param store whose promotion that is, empty for one of the platform
     * @param code by which it came, empty when it came by itself
     * @param kind as what it was promised
     * @param amount what is withdrawn, more than nothing
     * @param points how many points that are; only where points were promised
     */
    public record PromiseBack(
            String promotion, String store, String code, Payout.Kind kind, Money amount, OptionalLong points) {}

    /**
     * A gift that was sent along with what is returned.
     *
     * @param promotion that gave it
     * @param store whose promotion that is, empty for one of the platform
     * @param sku what it is
     * @param name its name for people
     * @param quantity how many
     * @param state what to do about it
     * @param worth what is taken off this refund for it, because it is kept and no longer earned; only where the promotion says what
     *     it is worth
     */
    public record GiftBack(
            String promotion, String store, String sku, String name, int quantity, State state, Optional<Money> worth) {
        /** What is known of a gift after a return. */
        public enum State {
            /** What is kept does not earn it: it is to come back, or to be paid for; with a worth it is paid for by this refund. */
            NO_LONGER_EARNED("no-longer-earned"),
            /** What is kept does not earn it, and it came back. */
            CAME_BACK("came-back"),
            /** The rules were not asked: somebody has to look whether what is kept still earns it. */
            NOT_CHECKED("not-checked");

            private final String key;

            State(String key) {
                this.key = key;
            }

            /** The word for it in JSON. */
            public String key() {
                return key;
            }
        }
    }
}
