package dev.plaindeal.offer;

import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Money;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which lines a promotion touches. An empty set of names includes everything; an exception always wins.
 *
 * @param only what is included
 * @param except what is excluded
 * @param reduced whether items already reduced take part
 * @param unitPriceFrom lowest list price of one that takes part, inclusive
 * @param unitPriceTo highest list price of one that takes part, inclusive
 * @param unitsPerLine how many of each line take part at most, 0 for all
 * @param counting whether lines count together or each for itself
 */
public record Scope(
        Names only,
        Names except,
        Reduced reduced,
        Optional<Amounts> unitPriceFrom,
        Optional<Amounts> unitPriceTo,
        int unitsPerLine,
        Counting counting) {

    /** Everything the chance to save covers. */
    public static final Scope ALL =
            new Scope(Names.NONE, Names.NONE, Reduced.INCLUDED, Optional.empty(), Optional.empty(), 0, Counting.TOGETHER);

    /**
     * What the spend, the items and the benefit are counted over.
     *
     * @param by what lines have in common that count together
     * @param attribute the name of the text attribute, for {@link By#ATTRIBUTE} only
     */
    public record Counting(By by, String attribute) {

        /** All lines in scope together. */
        public static final Counting TOGETHER = new Counting(By.EVERYTHING, "");
        /** Each line as if it were alone in the basket. */
        public static final Counting LINE_BY_LINE = new Counting(By.LINE, "");

        /** What lines have in common that count together. */
        public enum By {
            /** Nothing: all lines do. */
            EVERYTHING,
            /** Each line counts alone. */
            LINE,
            /** The sku. */
            SKU,
            /** The brand. */
            BRAND,
            /** The main category. */
            CATEGORY,
            /** The store. */
            STORE,
            /** A text attribute of lines. */
            ATTRIBUTE
        }

        /** Lines alike in this: {@code sku}, {@code brand}, {@code category}, {@code store}, or else a text attribute of lines. */
        public static Counting alike(String what) {
            return switch (what) {
                case "sku" -> new Counting(By.SKU, "");
                case "brand" -> new Counting(By.BRAND, "");
                case "category" -> new Counting(By.CATEGORY, "");
                case "store" -> new Counting(By.STORE, "");
                default -> new Counting(By.ATTRIBUTE, what);
            };
        }

        /** Whether not all lines count together. */
        public boolean isApart() {
            return by != By.EVERYTHING;
        }

        /** Whether each line counts alone. */
        public boolean isLineByLine() {
            return by == By.LINE;
        }

        /** What lines that count together have in common, in a word. */
        public String word() {
            return by == By.ATTRIBUTE ? attribute : by.name().toLowerCase(Locale.ROOT);
        }

        /** What the line is counted with; empty where it does not tell it, and so counts alone. */
        public String group(Line line) {
            return switch (by) {
                case EVERYTHING -> "all";
                case LINE -> "";
                case SKU -> line.sku();
                case BRAND -> line.brand();
                case CATEGORY -> line.category();
                case STORE -> line.store();
                case ATTRIBUTE -> line.attributes().text(attribute);
            };
        }
    }

    /** The same of everything it includes, without exceptions. */
    public Scope withoutExceptions() {
        return new Scope(only, Names.NONE, Reduced.INCLUDED, unitPriceFrom, unitPriceTo, unitsPerLine, counting);
    }

    /** Whether items that are already reduced take part. */
    public enum Reduced {
        /** They take part. */
        INCLUDED,
        /** Neither items with a higher prior price nor items that an earlier layer has reduced. */
        EXCLUDED
    }

    /**
     * Stores, categories, brands, skus and tags by name. A line of several categories goes by each of them, and so for tags.
     *
     * @param stores store ids
     * @param categories categories
     * @param brands brands
     * @param skus skus
     * @param tags tags
     */
    public record Names(
            Set<String> stores, Set<String> categories, Set<String> brands, Set<String> skus, Set<String> tags) {

        /** No name at all. */
        public static final Names NONE = new Names(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

        /** Copies the sets. */
        public Names {
            stores = Set.copyOf(stores);
            categories = Set.copyOf(categories);
            brands = Set.copyOf(brands);
            skus = Set.copyOf(skus);
            tags = Set.copyOf(tags);
        }

        /** Whether no name is given. */
        public boolean isEmpty() {
            return size() == 0;
        }

        /** How many names are given. */
        public int size() {
            return stores.size() + categories.size() + brands.size() + skus.size() + tags.size();
        }

        /** Whether the line goes by any of these names. */
        public boolean namesAny(Line line) {
            return stores.contains(line.store())
                    || line.isOfAny(categories)
                    || brands.contains(line.brand())
                    || skus.contains(line.sku())
                    || line.hasTagOf(tags);
        }

        boolean admits(Line line) {
            return (stores.isEmpty() || stores.contains(line.store()))
                    && (categories.isEmpty() || line.isOfAny(categories))
                    && (brands.isEmpty() || brands.contains(line.brand()))
                    && (skus.isEmpty() || skus.contains(line.sku()))
                    && (tags.isEmpty() || line.hasTagOf(tags));
        }
    }

    /** Whether names or prices leave some lines out. */
    public boolean isNarrow() {
        return !only.isEmpty() || !except.isEmpty() || unitPriceFrom.isPresent() || unitPriceTo.isPresent();
    }

    /** Whether this line takes part, as far as names and list price say; "already reduced" needs the running price. */
    public boolean admits(Line line) {
        if (this == ALL) {
            return true;
        }
        return only.admits(line) && !except.namesAny(line) && priceFits(line);
    }

    private boolean priceFits(Line line) {
        Money price = line.unitPrice();
        return unitPriceFrom.flatMap(a -> a.in(price.currency())).filter(low -> price.compareTo(low) < 0).isEmpty()
                && unitPriceTo.flatMap(a -> a.in(price.currency())).filter(high -> price.compareTo(high) > 0).isEmpty();
    }
}
