package dev.plaindeal.basket;

import dev.plaindeal.money.Money;
import java.util.Optional;

/**
 * One sku and how many of it, at a unit price.
 *
 * @param id names the line in the receipt; unique in its basket
 * @param sku what is sold
 * @param store who sells it, by store id
 * @param category the kind of thing, empty when not told
 * @param brand its brand, empty when not told
 * @param unitPrice list price of one, never negative
 * @param priorPrice lowest price of one in the 30 days before, where a reduction is announced
 * @param minimumPrice price of one that no promotion may go below
 * @param quantity how many, 1 to {@value #MOST}
 */
public record Line(
        String id,
        String sku,
        String store,
        String category,
        String brand,
        Money unitPrice,
        Optional<Money> priorPrice,
        Optional<Money> minimumPrice,
        int quantity) {

    /** More of one thing than this is a slip of the keyboard, not a purchase. */
    public static final int MOST = 1_000_000;

    /** A line with only what pricing needs. */
    public static Line of(String id, String sku, String store, Money unitPrice, int quantity) {
        return new Line(id, sku, store, "", "", unitPrice, Optional.empty(), Optional.empty(), quantity);
    }

    /**
     * Refuses what no receipt could name or price.
     *
     * @throws IllegalArgumentException for a quantity out of range, a negative price, prices in two currencies, and an empty id,
     *     sku or store, or one that hides something
     */
    public Line {
        if (quantity < 1 || quantity > MOST) {
            throw new IllegalArgumentException("line " + id + ": quantity " + quantity + " is not between 1 and " + MOST);
        }
        Names.require("a line's id", id);
        Names.require("a line's sku", sku);
        Names.require("a line's store", store);
        Names.requireText("a line's category", category);
        Names.requireText("a line's brand", brand);
        requirePrice(id, unitPrice, unitPrice);
        priorPrice.ifPresent(price -> requirePrice(id, price, unitPrice));
        minimumPrice.ifPresent(price -> requirePrice(id, price, unitPrice));
    }

    private static void requirePrice(String id, Money price, Money unitPrice) {
        if (price.minor() < 0) {
            throw new IllegalArgumentException("line " + id + ": a price is never negative");
        }
        if (price.currency() != unitPrice.currency()) {
            throw new IllegalArgumentException("line " + id + ": its prices are in " + price.currency() + " and "
                    + unitPrice.currency());
        }
    }

    /** The same thing in another quantity. */
    public Line times(int other) {
        return new Line(id, sku, store, category, brand, unitPrice, priorPrice, minimumPrice, other);
    }

    /** List price of the whole line in minor units; {@link ArithmeticException} on overflow. */
    public long listPrice() {
        return Math.multiplyExact(unitPrice.minor(), (long) quantity);
    }

    /** The price in minor units that the whole line may not go below: 0 when nothing is declared. */
    public long minimum() {
        return minimumPrice.isEmpty()
                ? 0
                : Math.multiplyExact(Math.min(minimumPrice.get().minor(), unitPrice.minor()), (long) quantity);
    }

    /** Whether the seller already announces a reduction on it. */
    public boolean isReduced() {
        return priorPrice.isPresent() && priorPrice.get().minor() > unitPrice.minor();
    }
}
