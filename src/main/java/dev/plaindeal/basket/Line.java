package dev.plaindeal.basket;

import dev.plaindeal.money.Money;
import dev.plaindeal.text.Blanks;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One sku and how many of it, at a unit price.
 *
 * @param id names the line in the receipt; unique in its basket
 * @param sku what is sold
 * @param store who sells it, by store id
 * @param categories the kinds of thing it is, each once, the main one first; none when not told
 * @param brand its brand, empty when not told
 * @param tags what else the host says of it, for instance {@code gift-idea}
 * @param unitPrice list price of one, never negative
 * @param priorPrice lowest price of one in the 30 days before, where a reduction is announced
 * @param minimumPrice price of one that no promotion may go below
 * @param quantity how many, 1 to {@value #MOST}
 * @param attributes what else the host tells of the line
 */
public record Line(
        String id,
        String sku,
        String store,
        List<String> categories,
        String brand,
        Set<String> tags,
        Money unitPrice,
        Optional<Money> priorPrice,
        Optional<Money> minimumPrice,
        int quantity,
        Attributes attributes) {

    /** More of one thing than this is a slip of the keyboard, not a purchase. */
    public static final int MOST = 1_000_000;

    /** More categories of one thing than this are a slip, and more tags too. */
    public static final int MOST_NAMES = 50;

    /** A line with only what pricing needs. */
    public static Line of(String id, String sku, String store, Money unitPrice, int quantity) {
        return new Line(id, sku, store, "", "", unitPrice, Optional.empty(), Optional.empty(), quantity);
    }

    /**
     * A line of one category at most and without tags.
     *
     * @param category the kind of thing, empty when not told
     * @throws IllegalArgumentException as the constructor with all there is to say does
     */
    public Line(
            String id,
            String sku,
            String store,
            String category,
            String brand,
            Money unitPrice,
            Optional<Money> priorPrice,
            Optional<Money> minimumPrice,
            int quantity) {
        this(id, sku, store, Blanks.isOnly(category) ? List.of() : List.of(category), brand, Set.of(), unitPrice, priorPrice,
                minimumPrice, quantity, Attributes.NONE);
    }

    /**
     * Copies the categories and tags, and refuses what no receipt could name or price.
     *
     * @throws IllegalArgumentException for a quantity out of range, a negative price, prices in two currencies, an empty id,
     *     sku, store, category or tag, one that hides something, a category given twice, or more than {@value #MOST_NAMES}
     *     categories or tags
     */
    public Line {
        if (quantity < 1 || quantity > MOST) {
            throw new IllegalArgumentException("line " + id + ": quantity " + quantity + " is not between 1 and " + MOST);
        }
        NameChecks.require("a line's id", id);
        NameChecks.require("a line's sku", sku);
        NameChecks.require("a line's store", store);
        NameChecks.requireText("a line's brand", brand);
        Objects.requireNonNull(attributes, "attributes");
        categories = List.copyOf(categories);
        tags = Set.copyOf(tags);
        requireNames(id, "categories", "a line's category", categories);
        requireNames(id, "tags", "a line's tag", tags);
        requireOnce(id, categories);
        requirePrice(id, unitPrice, unitPrice);
        priorPrice.ifPresent(price -> requirePrice(id, price, unitPrice));
        minimumPrice.ifPresent(price -> requirePrice(id, price, unitPrice));
    }

    private static void requireNames(String id, String what, String one, Collection<String> names) {
        if (names.size() > MOST_NAMES) {
            throw new IllegalArgumentException(
                    "line " + id + ": " + names.size() + " " + what + " are more than " + MOST_NAMES);
        }
        for (String name : names) {
            NameChecks.requireText(one, name);
            if (Blanks.isOnly(name)) {
                throw new IllegalArgumentException(one + " is empty");
            }
        }
    }

    private static void requireOnce(String id, List<String> categories) {
        for (int i = 1; i < categories.size(); i++) {
            if (categories.indexOf(categories.get(i)) < i) {
                throw new IllegalArgumentException("line " + id + ": the category " + categories.get(i) + " is given twice");
            }
        }
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
        return new Line(id, sku, store, categories, brand, tags, unitPrice, priorPrice, minimumPrice, other, attributes);
    }

    /** One more of the same kind of thing at this price, of which nothing else is announced. */
    public Line like(String otherId, Money price) {
        return new Line(otherId, sku, store, categories, brand, tags, price, Optional.empty(), Optional.empty(), 1, attributes);
    }

    /** The same line with other things told by the host's own names. */
    public Line withAttributes(Attributes others) {
        return new Line(id, sku, store, categories, brand, tags, unitPrice, priorPrice, minimumPrice, quantity, others);
    }

    /** Its main category, empty when none is told. */
    public String category() {
        return categories.isEmpty() ? "" : categories.get(0);
    }

    /** Whether any of its categories is one of these. */
    public boolean isOfAny(Set<String> wanted) {
        return holdsAny(wanted, categories);
    }

    /** Whether any of its tags is one of these. */
    public boolean hasTagOf(Set<String> wanted) {
        return holdsAny(wanted, tags);
    }

    private static boolean holdsAny(Set<String> wanted, Collection<String> names) {
        if (!wanted.isEmpty()) {
            for (String name : names) {
                if (wanted.contains(name)) {
                    return true;
                }
            }
        }
        return false;
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
