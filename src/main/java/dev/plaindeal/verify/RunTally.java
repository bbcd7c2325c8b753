package dev.plaindeal.verify;

import dev.plaindeal.verify.FixtureRun.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * How many fixtures came out how.
 *
 * @param same receipts that are as they should be
 * @param different receipts that say something else
 * @param noReceipt baskets without a receipt
 * @param noBasket receipts without a basket
 * @param refused fixtures that cannot be used
 */
public record RunTally(long same, long different, long noReceipt, long noBasket, long refused) {

    /** Counts a run. */
    public static RunTally of(FixtureRun run) {
        return new RunTally(
                count(run, Verdict.Same.class),
                count(run, Verdict.Different.class),
                count(run, Verdict.NoReceipt.class),
                count(run, Verdict.NoBasket.class),
                count(run, Verdict.Refused.class));
    }

    private static long count(FixtureRun run, Class<? extends Verdict> kind) {
        return run.verdicts().stream().filter(kind::isInstance).count();
    }

    /** Baskets in all. */
    public long baskets() {
        return same + different + noReceipt + refused;
    }

    /** Whether somebody has to do something. */
    public boolean fails(Mode mode) {
        boolean stale = mode == Mode.CHECK && different + noReceipt > 0;
        return stale || noBasket + refused > 0;
    }

    String text(Mode mode) {
        List<String> parts = new ArrayList<>();
        parts.add(same + " OK");
        add(parts, different, mode == Mode.UPDATE ? "changed" : "different");
        add(parts, noReceipt, mode == Mode.UPDATE ? "written" : "without a receipt");
        add(parts, refused, "refused");
        if (noBasket > 0) {
            parts.add(RunText.counted(noBasket, "receipt") + " without a basket");
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, long number, String what) {
        if (number > 0) {
            parts.add(number + " " + what);
        }
    }
}
