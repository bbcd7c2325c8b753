package dev.plaindeal.stack;

import dev.plaindeal.price.Ledger;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * What stacks gain at most that begin with some offers of one part, before the options of all parts are known: so options that
 * cannot matter beside the best stack known are not listed, and where too many are left the whole is bounded all the same.
 *
 * <p>What comes off early is no longer there for late offers. With {@code late(left)} for what these save at most where so much is
 * left, a stack that takes {@code e} early gains {@code e + late(list - e)} at most. That is tabled for every {@value #PACES}th of the
 * list price, each pace with its largest {@code e} and its largest {@code left}, so it is never too little, whatever shape {@code late} has.
 *
 * <p>Worked number: of 100.00, where parts take 60.00 at most and a late 10 % what is left: 64.00, and not 70.00.
 */
final class PartBounds {

    private static final int PACES = 128;
    /** Steps of a search of one part; what it leaves open is in its bound. */
    private static final int ALONE = 1 << 12;

    private final Candidates candidates;
    private final UpperBound outlook;
    private final EarlyOffers early;
    private final TakenSlots takenSlots;
    private final Ledger open;
    private final List<int[]> parts;
    private final long[] list;
    private final long[] most;
    private final long whole;
    /** By paces of the list price: what is gained at most where no more than that comes off early. */
    private final long[] gained = new long[PACES + 1];

    PartBounds(Candidates candidates, List<int[]> parts, LateOffers late, Fees fees, TakenSlots takenSlots) {
        this.candidates = candidates;
        this.outlook = new UpperBound(candidates);
        this.early = new EarlyOffers(candidates, late.first());
        this.takenSlots = takenSlots;
        this.open = candidates.open();
        this.parts = parts;
        this.list = parts.stream().mapToLong(part -> list(candidates, part)).toArray();
        this.most = new long[parts.size()];
        this.whole = open.goodsTotal();
        for (int part = 0; part < most.length; part++) {
            most[part] = candidates.groups() == 0 && parts.get(part).length > 1 ? alone(parts.get(part)) : rest(part, 0, open, 0);
        }
        fill(IntStream.range(late.first(), candidates.size()).toArray(), late, fees.most());
    }

    /** List price of all lines that an offer of the part is for, in minor units. */
    private long list(Candidates candidates, int[] part) {
        long[] prices = open.linePrices();
        boolean[] met = new boolean[prices.length];
        for (int index : part) {
            boolean[] admitted = candidates.get(index).admitted();
            for (int line = 0; line < met.length; line++) {
                met[line] |= admitted[line];
            }
        }
        return IntStream.range(0, met.length).filter(line -> met[line]).mapToLong(line -> prices[line]).sum();
    }

    /** What a part gains at most by itself. */
    private long alone(int[] part) {
        Candidates some = candidates.only(Arrays.stream(part).mapToObj(candidates::get).toList());
        SearchGoals.BestPrice goal = new SearchGoals.BestPrice(some.goods(), any -> 0);
        Search search = new Search(some, goal, ALONE);
        search.run();
        return Math.max(goal.best.gain(), search.couldSave());
    }

    private void fill(int[] places, LateOffers late, long feesMost) {
        long best = 0;
        for (int pace = 0; pace <= PACES; pace++) {
            long least = pace == 0 ? 0 : upTo(pace - 1);
            long left = whole - least;
            long bySlots = outlook.most(places, 0, place -> UpperBound.most(candidates.get(place), open, left), takenSlots);
            best = Math.max(best, upTo(pace) + Math.min(bySlots, late.mostWhere(left) + feesMost));
            gained[pace] = best;
        }
    }

    /** What comes off at the end of a pace. */
    private long upTo(int pace) {
        return whole * pace / PACES;
    }

    /** What offers of a part from this place of it on save at most once its others saved so much. */
    long rest(int part, int from, Ledger ledger, long saved) {
        long left = Math.max(0, list[part] - saved);
        long[] leftOf = early.left(ledger);
        IntToLongFunction most =
                place -> Math.min(UpperBound.most(candidates.get(place), ledger, left), early.most(place, ledger, leftOf));
        return outlook.most(parts.get(part), from, most, takenSlots);
    }

    /** Every option of the part is known, and gains so much at most. */
    void settle(int part, long gain) {
        most[part] = gain;
    }

    /** What a stack gains at most whose offers of this part save so much. */
    long beside(int part, long saved) {
        return gained(saved + Arrays.stream(most).sum() - most[part]);
    }

    /** What any stack gains at most. */
    long all() {
        return gained(Arrays.stream(most).sum());
    }

    private long gained(long early) {
        int pace = 0;
        while (pace < PACES && upTo(pace) < early) {
            pace++;
        }
        return Math.min(gained[pace], early + gained[0]) + outlook.worth(0);
    }
}
