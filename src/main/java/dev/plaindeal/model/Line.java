package dev.plaindeal.model;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.offer.PriceBound;
import dev.plaindeal.offer.PriceField;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A line of the basket, as rules may ask for it behind their first pattern: {@code exists Line( category == "tea" )}.
 *
 * <p>Named as baskets name it, beside {@link dev.plaindeal.basket.Line}, which holds what pricing needs. Immutable.
 */
public final class Line {

    private final dev.plaindeal.basket.Line line;

    Line(dev.plaindeal.basket.Line line) {
        this.line = line;
    }

    /** The line's id, by which two lines are told apart. */
    public String getId() {
        return line.id();
    }

    /** What is sold. */
    public String getSku() {
        return line.sku();
    }

    /** Who sells it, by store id. */
    public String getStore() {
        return line.store();
    }

    /** The main kind of thing it is, empty when not told. */
    public String getCategory() {
        return line.category();
    }

    /** Every kind of thing it is. */
    public Collection<String> getCategories() {
        return line.categories();
    }

    /** Its brand, empty when not told: two lines without one are of the same brand. */
    public String getBrand() {
        return line.brand();
    }

    /** What else the host says of it. */
    public Collection<String> getTags() {
        return line.tags();
    }

    /** How many of it. */
    public int getQuantity() {
        return line.quantity();
    }

    /** What the host tells of the line under a name of its own; empty when no text is told. */
    public String text(String attribute) {
        return line.attributes().text(attribute);
    }

    /** The same of a number; null when none is told, which Drools takes to be other than any, and neither below nor above. */
    public @Nullable Integer number(String attribute) {
        return line.attributes().number(attribute).orElse(null);
    }

    /** The same of a yes or no; no when it is not told. */
    public boolean flag(String attribute) {
        return line.attributes().flag(attribute);
    }

    /**
     * Whether one of it costs at least this much by its list price: {@code pricedFrom("USD 50") == true}. Not for what the whole
     * line costs, nor after any offer. In a basket of a currency in which no amount is given the answer is no, and to
     * {@link #pricedTo} as well; nothing is converted.
     *
     * @param amount as words take it, for instance {@code USD 50} or {@code USD 50, GBP 40}
     * @throws IllegalArgumentException with a sentence for the author when the text is anything else
     */
    public boolean pricedFrom(String amount) {
        return isPriced(new PriceField(PriceBound.FROM, Amounts.of(amount)));
    }

    /** Whether one of it costs at most this much, in all else as {@link #pricedFrom}. */
    public boolean pricedTo(String amount) {
        return isPriced(new PriceField(PriceBound.TO, Amounts.of(amount)));
    }

    /** The same of an amount that is read already. */
    public boolean isPriced(PriceField asked) {
        return asked.holds(line.unitPrice());
    }

    /** Whether the seller already announces a reduction on it. */
    public boolean isReduced() {
        return line.isReduced();
    }
}
