package dev.plaindeal.price;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Layer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A basket laid out for arithmetic: one number per line and per shipping fee, in minor units. Immutable by convention:
 * nobody writes to its arrays after construction.
 */
public final class PricedBasket {

    final Basket basket;
    final Currency currency;
    final Line[] lines;
    final long[] list;
    final long[] least;
    final String[] feeStores;
    final long[] fees;
    private final long listTotal;
    /** Place of each line where equal lines have to be put in turn, see {@link #inTurn}; worked out when a tie asks. */
    private int @Nullable [] turns;
    final IntUnaryOperator turn = this::turnOf;
    /** No unit of any line, and their price of nothing; told apart by identity. */
    final int[] none;
    final long[] nothing;

    /** What decides between lines of one price, store and article. */
    private static final Comparator<Line> BY_ALL_ELSE = Comparator.comparing(Line::unitPrice)
            .thenComparingInt(Line::quantity)
            .thenComparing(line -> line.priorPrice().map(Money::minor).orElse(0L))
            .thenComparing(line -> line.minimumPrice().map(Money::minor).orElse(0L))
            .thenComparing(line -> String.join("\n", line.categories()))
            .thenComparing(line -> String.join("\n", new TreeSet<>(line.tags())));

    private PricedBasket(Basket basket) {
        this.basket = basket;
        this.currency = basket.currency();
        this.lines = basket.lines().toArray(new Line[0]);
        this.list = new long[lines.length];
        this.least = new long[lines.length];
        for (int i = 0; i < lines.length; i++) {
            list[i] = lines[i].listPrice();
            least[i] = lines[i].minimum();
        }
        this.none = new int[lines.length];
        this.nothing = new long[lines.length];
        this.feeStores = basket.shipping().keySet().toArray(new String[0]);
        this.fees = new long[feeStores.length];
        int place = 0;
        for (Money fee : basket.shipping().values()) {
            fees[place++] = fee.minor();
        }
        this.listTotal = Ledger.sum(list) + Ledger.sum(fees);
    }

    private PricedBasket(PricedBasket all, int[] places) {
        this.basket = all.basket;
        this.currency = all.currency;
        this.lines = Arrays.stream(places).mapToObj(place -> all.lines[place]).toArray(Line[]::new);
        this.list = Ledger.only(all.list, places);
        this.least = Ledger.only(all.least, places);
        this.none = new int[places.length];
        this.nothing = new long[places.length];
        this.feeStores = all.feeStores;
        this.fees = all.fees;
        this.listTotal = Ledger.sum(list) + Ledger.sum(fees);
    }

    /** The turn of a line among lines that tie; of lines alike in everything the earlier one comes first. */
    private int turnOf(int line) {
        int[] known = turns;
        if (known == null) {
            known = new int[lines.length];
            Integer[] places = new Integer[lines.length];
            Arrays.setAll(places, i -> i);
            Arrays.sort(places, this::inTurn);
            for (int i = 0; i < places.length; i++) {
                known[places[i]] = i;
            }
            turns = known;
        }
        return known[line];
    }

    /**
     * Who comes first where nothing about the money decides: the dearer line, then by what it is, never where it stands in
     * the basket, so that the order of lines is nothing a buyer pays for. Lines alike in all of this are alike to every rule.
     *
     * <p>Written out as far as it nearly always goes: in a basket of 200 lines a chain of comparators took half of an evaluation.
     */
    private int inTurn(int one, int other) {
        int order = Long.compare(list[other], list[one]);
        return order != 0 ? order : byWhatItIs(lines[one], lines[other]);
    }

    private static int byWhatItIs(Line one, Line other) {
        int order = one.store().compareTo(other.store());
        order = order != 0 ? order : one.category().compareTo(other.category());
        order = order != 0 ? order : one.brand().compareTo(other.brand());
        order = order != 0 ? order : one.sku().compareTo(other.sku());
        return order != 0 ? order : BY_ALL_ELSE.compare(one, other);
    }

    /** Some lines of it, as if there were no other. */
    PricedBasket only(int[] places) {
        return new PricedBasket(this, places);
    }

    /** Which of the lines the offer may touch at all. */
    public boolean[] admitted(Offer offer) {
        return which(offer::admits);
    }

    boolean[] which(Predicate<Line> asked) {
        boolean[] which = new boolean[lines.length];
        for (int i = 0; i < which.length; i++) {
            which[i] = asked.test(lines[i]);
        }
        return which;
    }

    /** Lays the basket out. */
    public static PricedBasket of(Basket basket) {
        return new PricedBasket(basket);
    }

    /** The basket laid out here. */
    public Basket basket() {
        return basket;
    }

    /** The list prices of all lines and the fees before any discount, in minor units. */
    public long listTotal() {
        return listTotal;
    }

    /** How many lines there are. */
    public int size() {
        return lines.length;
    }

    /** The line at this place. */
    public Line line(int index) {
        return lines[index];
    }

    /** The store whose shipping fee stands at this place. */
    public String feeStore(int index) {
        return feeStores[index];
    }

    /** The running prices before any promotion, with the layers in their usual order. */
    public Ledger open() {
        return open(List.of(Layer.values()));
    }

    /** The running prices before any promotion, with the layers in this order; each layer once. */
    public Ledger open(List<Layer> order) {
        return Ledger.open(this, order);
    }
}
