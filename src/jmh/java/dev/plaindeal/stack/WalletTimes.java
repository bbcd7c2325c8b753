package dev.plaindeal.stack;

import dev.plaindeal.policy.Strategy;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What the best stack of a full wallet costs: random wallets of 20 to 100 offers, half of which keep one offer in a layer and half
 * two. Each is planned some times in turn after as many for warming up, and its middle time counts.
 */
public final class WalletTimes {

    private static final long SEED = 7_000;
    private static final int WALLETS = 80;
    private static final int[] SIZES = {20, 40, 60, 100};
    private static final int ROUNDS = 5;

    private WalletTimes() {}

    /** A table of milliseconds of CPU for each size, and of how many were proven. */
    public static String measured() {
        StringBuilder table = new StringBuilder(String.format(
                "%n| offers in the wallet (seed %d) | min ms | median | max | proven | largest couldSave, of the price |%n|---|---|---|---|---|---|%n", SEED));
        for (int size = 0; size < SIZES.length; size++) {
            table.append(row(size));
        }
        return table.toString();
    }

    private static String row(int size) {
        List<Double> times = new ArrayList<>();
        int proven = 0;
        double open = 0;
        for (int i = size; i < WALLETS; i += SIZES.length) {
            Wallets wallet = Wallets.of(SEED + i, SIZES[size], 1 + i / SIZES.length % 2);
            Plan plan = planned(wallet);
            long price = wallet.goods().listTotal() - plan.stack().saved();
            proven += plan.couldSave() == 0 ? 1 : 0;
            open = Math.max(open, 100.0 * plan.couldSave() / price);
            times.add(middle(wallet));
        }
        Collections.sort(times);
        return String.format(
                Locale.ROOT, "| %d | %.1f | %.1f | %.1f | %d of %d | %.2f %% |%n",
                SIZES[size], times.get(0), times.get(times.size() / 2), times.get(times.size() - 1), proven, times.size(), open);
    }

    private static double middle(Wallets wallet) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long start = cpu();
            planned(wallet);
            if (round >= ROUNDS) {
                times.add((cpu() - start) / 1e6);
            }
        }
        Collections.sort(times);
        return times.get(ROUNDS / 2);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Plan planned(Wallets wallet) {
        return Planner.plan(wallet.goods(), wallet.offers(), wallet.policy(), Strategy.BEST_PRICE, Judge.INDIFFERENT, nobody -> false);
    }
}
