package dev.plaindeal.receipt;

import dev.plaindeal.language.BuyerWords;
import dev.plaindeal.language.Frame;
import dev.plaindeal.language.MessageKey;
import dev.plaindeal.language.Messages;
import dev.plaindeal.language.Placeholder;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import dev.plaindeal.weights.ComparisonPrice;
import java.util.Map;
import java.util.Optional;

/**
 * The one sentence or two a buyer reads first. It names one net effect, never a sum of percentages, and always the
 * price to pay: showing it is what takes the harm out of stacked discounts (Wang, Xiao and Zhu 2020).
 *
 * <p>When something is announced against the list price, {@code saving + pay} is the list price with shipping. Against the lowest
 * price of 30 days the saving and the percentage are of goods alone, because that price stood on a tag, and no tag has shipping
 * on it; {@code pay} is with shipping all the same. What is to pay is said as it can be paid; the saving is measured before that
 * rounding. With {@link Frame#NONE} the saving and the percentage are zero. Immutable and
 * thread-safe.
 *
 * <p>Worked number: list 47.99, to pay 41.76 is a saving of 6.23 or 12.98 %. The percentage is rounded down to 12, and
 * 12 is a larger numeral than 6.23, so the frame is PERCENT: "Save 12%. You pay $41.76."
 *
 * @param text the sentence in the buyer's language, never blank
 * @param frame how the saving is presented
 * @param basis the price the saving is measured from
 * @param saving what is taken off, zero or more
 * @param percent the saving as a share of the basis, rounded down to a whole number
 * @param pay the price to pay
 * @param prior the lowest price of the goods in the 30 days before, where the saving is measured from it
 */
public record Headline(
        String text, Frame frame, BasePrice basis, Money saving, Percent percent, Money pay, Optional<Money> prior) {

    /** A saving that is measured from the list price, or from a prior price of saving and pay together. */
    public Headline(String text, Frame frame, BasePrice basis, Money saving, Percent percent, Money pay) {
        this(text, frame, basis, saving, percent, pay, Optional.empty());
    }

    /**
     * Makes the headline of one basket.
     *
     * <p>Where the law asks for the lowest price of 30 days, a prior price, when given, replaces the list price: the saving
     * is measured from it and the text names it (98/6/EC, Art. 6a). Not above the price to pay, it forbids the announcement.
     * Elsewhere it is ignored.
     *
     * @param list the list price of the goods, before any discount
     * @param pay the price to pay for the same goods
     * @param priorTotal the lowest price of the same goods in the 30 days before the offer
     * @param lawful what a reduction is announced against where the buyer shops
     * @param words the buyer's language, from {@link Messages#in}
     * @throws ArithmeticException when the prices are in different currencies
     * @throws IllegalArgumentException when a price is below zero
     */
    public static Headline of(Money list, Money pay, Optional<Money> priorTotal, ComparisonPrice lawful, BuyerWords words) {
        return of(new Prices(list, pay, pay, Money.zero(pay.currency()), priorTotal), lawful, words);
    }

    /** The same where shipping is to pay too. */
    static Headline of(Prices prices, ComparisonPrice lawful, BuyerWords words) {
        Reduction deal = Reduction.of(prices, lawful);
        Money payable = deal.pay().plus(prices.rounding());
        boolean fromPrior = deal.frame() != Frame.NONE && deal.basis() == BasePrice.PRIOR_PRICE;
        return new Headline(
                text(deal, payable, words),
                deal.frame(),
                deal.basis(),
                deal.saving(),
                deal.percent(),
                payable,
                fromPrior ? Optional.of(deal.base()) : Optional.empty());
    }

    /**
     * The same with what of the price is paid from balances of the buyer, and what is left to pay. Neither is a saving, so the
     * numbers stay as they are and only the text says it.
     */
    Headline paying(Money fromBalances, BuyerWords words) {
        String said = words.fill(MessageKey.HEADLINE_BALANCE, Map.of(
                Placeholder.HEADLINE, text,
                Placeholder.BALANCE, words.money(fromBalances),
                Placeholder.PAY, words.money(pay.minus(fromBalances))));
        return new Headline(said, frame, basis, saving, percent, pay, prior);
    }

    /** The perceived bargain of what this headline announces, 0 to 100; see {@link Bargain}. */
    public double bargain() {
        return Bargain.of(saving, prior.orElseGet(() -> saving.plus(pay)));
    }

    private static String text(Reduction deal, Money payable, BuyerWords words) {
        String sentence = words.fill(deal.frame().sentence(), Map.of(
                Placeholder.SAVING, words.money(deal.saving()),
                Placeholder.PERCENT, words.percent(deal.percent()),
                Placeholder.PAY, words.money(payable)));
        if (deal.frame() == Frame.NONE || deal.basis() == BasePrice.LIST) {
            return sentence;
        }
        return words.fill(
                MessageKey.HEADLINE_PRIOR, Map.of(Placeholder.HEADLINE, sentence, Placeholder.PRIOR, words.money(deal.base())));
    }
}
