package dev.plaindeal.price;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The running price of every line and fee at one point of the stack. Immutable: applying an offer makes a new one, so a
 * search can go back to where it was.
 */
public final class Ledger {

    private static final int LAYERS = Layer.values().length;

    final PricedBasket goods;
    /** Running price of each line, minor units. */
    final long[] lines;
    /** Running fee of each store, minor units. */
    final long[] fees;
    /** Units of each line that a deal of the current layer has used up. */
    private final int[] claimed;
    /** What is left to pay for those units, so that the price of the others is known. */
    private final long[] claimedPrice;
    /** What each layer found when it began, by ordinal; null for a layer not begun yet. */
    private final long[][] entering;
    /** Fees when the current layer began. */
    private final long[] feesEntering;
    private final int layer;
    /** The order of the layers: place by ordinal. */
    private final int[] rank;
    /** Lines that the shop shows at a reduced price, whether or not that price is kept here. */
    private final boolean[] onSale;
    /** What has been taken off the lines so far, the last first. */
    private final @Nullable Past past;

    /** One offer's part of what has been taken off the lines. */
    private record Past(Offer offer, int layer, long[] off, @Nullable Past before) {}

    private Ledger(
            PricedBasket goods,
            long[] lines,
            long[] fees,
            int[] claimed,
            long[] claimedPrice,
            long[][] entering,
            long[] feesEntering,
            int layer,
            int[] rank,
            boolean[] onSale,
            @Nullable Past past) {
        this.goods = goods;
        this.lines = lines;
        this.fees = fees;
        this.claimed = claimed;
        this.claimedPrice = claimedPrice;
        this.entering = entering;
        this.feesEntering = feesEntering;
        this.layer = layer;
        this.rank = rank;
        this.onSale = onSale;
        this.past = past;
    }

    static Ledger open(PricedBasket goods, List<Layer> order) {
        int[] rank = new int[LAYERS];
        for (int i = 0; i < order.size(); i++) {
            rank[order.get(i).ordinal()] = i;
        }
        return open(goods, rank, NOBODY);
    }

    private static Ledger open(PricedBasket goods, int[] rank, boolean[] onSale) {
        return new Ledger(
                goods, goods.list, goods.fees, goods.none, goods.nothing, new long[LAYERS][], goods.fees, -1, rank, onSale, null);
    }

    /**
     * The same with these lines shown at a reduced price by the shop itself: they are reduced to every later layer, even where
     * a stack leaves that price out because the buyer would pay less without it.
     *
     * @param lines by place; empty for none
     */
    public Ledger onSale(boolean[] lines) {
        return new Ledger(
                goods, this.lines, fees, claimed, claimedPrice, entering, feesEntering, layer, rank, lines, past);
    }

    /**
     * The same once everything has come off: each layer that asks finds the prices as they are now, with every unit free, and a line
     * is reduced by whatever came off it.
     */
    public Ledger closed() {
        long[][] marks = new long[LAYERS][];
        Arrays.fill(marks, lines);
        return new Ledger(goods, lines, fees, goods.none, goods.nothing, marks, fees, -1, rank, onSale, past);
    }

    /** The prices before any promotion again, with the layers in the same order. */
    public Ledger reopened() {
        return open(goods, rank, onSale);
    }

    /**
     * The same prices as this layer finds them; the layer's claims on units start anew. Layers passed over on the way
     * found the same prices, so that a percentage of the price before one of them is not taken of a later price.
     */
    Ledger entering(Layer next) {
        if (next.ordinal() == layer) {
            return this;
        }
        long[][] marks = entering.clone();
        for (int passed = 0; passed < LAYERS; passed++) {
            if (marks[passed] == null && rank[passed] <= rank[next.ordinal()]) {
                marks[passed] = lines;
            }
        }
        return new Ledger(
                goods, lines, fees, goods.none, goods.nothing, marks, fees, next.ordinal(), rank, onSale, past);
    }

    /** These of the numbers. */
    static long[] only(long[] all, int[] places) {
        long[] some = new long[places.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = all[places[i]];
        }
        return some;
    }

    /** Some lines of it, as if there were no other. */
    Ledger only(int[] places) {
        int[] used = new int[places.length];
        boolean[] sale = onSale.length == 0 ? NOBODY : new boolean[places.length];
        for (int i = 0; i < used.length; i++) {
            used[i] = claimed[places[i]];
            if (sale.length > 0) {
                sale[i] = onSale[places[i]];
            }
        }
        long[][] marks = new long[LAYERS][];
        for (int i = 0; i < LAYERS; i++) {
            marks[i] = entering[i] == null ? null : only(entering[i], places);
        }
        return new Ledger(
                goods.only(places),
                only(lines, places),
                fees,
                used,
                only(claimedPrice, places),
                marks,
                feesEntering,
                layer,
                rank,
                sale,
                null);
    }

    /** After this much is taken off each line and fee by an offer, with these units used up. */
    Ledger less(long[] offLines, long[] offFees, int[] used, Offer by) {
        int[] taken = claimed;
        long[] takenPrice = claimedPrice;
        if (offLines.length > 0) {
            taken = used == NONE_USED ? claimed : plus(claimed, used);
            takenPrice = claimedPrices(offLines, used);
        }
        return new Ledger(
                goods,
                minus(lines, offLines),
                minus(fees, offFees),
                taken,
                takenPrice,
                entering,
                feesEntering,
                layer,
                rank,
                onSale,
                offLines.length == 0 ? past : new Past(by, layer, offLines, past));
    }

    /** A deal takes off the units it uses up; anything else off all units of a line alike. */
    private long[] claimedPrices(long[] off, int[] used) {
        if (used == NONE_USED && claimedPrice == goods.nothing) {
            return claimedPrice;
        }
        long[] prices = claimedPrice.clone();
        for (int i = 0; i < prices.length; i++) {
            if (used != NONE_USED) {
                prices[i] += Math.max(0, priceOfFree(i, used[i]) - off[i]);
            } else if (prices[i] > 0) {
                long[] parts = {prices[i], freePrice(i)};
                prices[i] -= Math.min(prices[i], Allocator.share(off[i], parts, Conventions.Spare.LARGEST_REMAINDER)[0]);
            }
        }
        return prices;
    }

    /** What is left to pay for so many of the free units of a line, the cheaper ones first. */
    long priceOfFree(int line, int units) {
        if (units == 0) {
            return 0;
        }
        int free = free(line);
        long each = freePrice(line) / free;
        long dearer = freePrice(line) % free;
        return each * units + Math.max(0, units - (free - dearer));
    }

    private static int[] plus(int[] some, int[] more) {
        int[] sum = some.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
        return sum;
    }

    /** No unit used up; told apart by identity. */
    static final int[] NONE_USED = new int[0];

    private static long[] minus(long[] from, long[] off) {
        if (off.length == 0) {
            return from;
        }
        long[] rest = new long[from.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = from[i] - off[i];
        }
        return rest;
    }

    /** The prices of all lines that a basis means; the final price is not known here and is handed in. */
    long[] prices(Basis basis, long[] finals) {
        return switch (basis.at()) {
            case LIST -> goods.list;
            case SO_FAR -> lines;
            case RUNNING -> layer < 0 ? lines : entering[layer];
            case BEFORE_LAYER -> before(basis.layer().orElseThrow());
            case FINAL -> finals;
        };
    }

    /**
     * What other statements of the offer's own promotion have taken off each line by the price that a basis means, or
     * empty where none has: what a promotion takes never stands in the way of what the same promotion asks.
     */
    long[] takenByItsOwn(Offer offer, Basis basis) {
        long[] taken = NOTHING_TAKEN;
        for (Past one = past; one != null; one = one.before) {
            if (one.offer.isOneWith(offer) && isIn(basis, one.layer)) {
                taken = taken.length == 0 ? one.off.clone() : plus(taken, one.off);
            }
        }
        return taken;
    }

    /** Whether a price that a basis means is one after what this layer took. The final price leaves own statements out itself. */
    private boolean isIn(Basis basis, int taking) {
        return switch (basis.at()) {
            case LIST, FINAL -> false;
            case SO_FAR -> true;
            case RUNNING -> taking != layer;
            case BEFORE_LAYER -> {
                int named = basis.layer().orElseThrow().ordinal();
                yield entering[named] == null || rank[taking] < rank[named];
            }
        };
    }

    private static long[] plus(long[] some, long[] more) {
        for (int i = 0; i < some.length; i++) {
            some[i] += more[i];
        }
        return some;
    }

    private static final long[] NOTHING_TAKEN = new long[0];
    private static final boolean[] NOBODY = new boolean[0];

    /** A layer that is still to come would find the prices as they are now. */
    private long[] before(Layer named) {
        long[] mark = entering[named.ordinal()];
        return mark == null ? lines : mark;
    }

    long[] fees(Basis basis) {
        return switch (basis.at()) {
            case LIST -> goods.fees;
            case SO_FAR -> fees;
            case RUNNING, BEFORE_LAYER, FINAL -> feesEntering;
        };
    }

    /** Units of a line that no deal of this layer has used up yet. */
    int free(int line) {
        return goods.lines[line].quantity() - claimed[line];
    }

    /** What is left to pay for those units. */
    long freePrice(int line) {
        return Math.max(0, lines[line] - claimedPrice[line]);
    }

    /** Whether an earlier layer, or the seller, has reduced this line. */
    boolean reduced(int line) {
        long[] now = layer < 0 ? lines : entering[layer];
        return now[line] < goods.list[line] || goods.lines[line].isReduced() || isOnSale(line);
    }

    /** An item price shown in the shop is a price the basket has, for layers that come after it. */
    private boolean isOnSale(int line) {
        return onSale.length > 0 && onSale[line] && layer >= 0 && rank[layer] > rank[Layer.ITEM_PRICE.ordinal()];
    }

    /** Whether a deal here uses up units that were free there, of the same goods. */
    public boolean claimsMoreThan(Ledger before) {
        return layer == before.layer ? !Arrays.equals(claimed, before.claimed) : sum(claimed) > 0;
    }

    /** Whether an offer of this layer was the last to take something off here. */
    public boolean isIn(Layer asked) {
        return layer == asked.ordinal();
    }

    /** Which of the lines the offer may touch at all. */
    public boolean[] admitted(Offer offer) {
        return goods.admitted(offer);
    }

    /** What is paid for the goods at this point, minor units. */
    public long goodsTotal() {
        return sum(lines);
    }

    /** What is paid for shipping at this point, minor units. */
    public long feesTotal() {
        return sum(fees);
    }

    /** What is paid for each shipping fee at this point; a copy. */
    public long[] feePrices() {
        return fees.clone();
    }

    /** Running price of each line at this point; a copy. */
    public long[] linePrices() {
        return lines.clone();
    }

    /** Of two numbers from 0 on; more than any basket costs is as much as the largest. */
    static long product(long one, long other) {
        return other != 0 && one > Basket.LARGEST_TOTAL / other ? Basket.LARGEST_TOTAL : one * other;
    }

    static long sum(int[] numbers) {
        long sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }

    static long sum(long[] numbers) {
        long sum = 0;
        for (long number : numbers) {
            sum += number;
        }
        return sum;
    }
}
