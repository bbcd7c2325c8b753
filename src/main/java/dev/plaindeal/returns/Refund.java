package dev.plaindeal.returns;

import dev.plaindeal.model.Money;
import dev.plaindeal.report.Receipt.Funders;
import java.util.List;

/**
 * What is given back for one return.
 *
 * <p>Exact: {@code amount} is the sum of what lines and shipping give back, plus {@code carried}; each line's {@code list}
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
 * @param kept what the buyer has paid for what is kept, after this refund
 */
public record Refund(
        String basket,
        ReturnPolicy policy,
        Money amount,
        List<Back> lines,
        Back shipping,
        Funders funders,
        Money carried,
        Money kept) {

    /** Copies the list. */
    public Refund {
        lines = List.copyOf(lines);
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
}
