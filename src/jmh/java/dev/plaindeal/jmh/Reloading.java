package dev.plaindeal.jmh;

import dev.plaindeal.Reload;
import dev.plaindeal.watch.ReloadingEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes one file among so many, again and again, and says what each reload took, from the folder to the book published. */
public final class Reloading {

    private static final int ROUNDS = 20;

    private Reloading() {}

    /** The number of promotions, and the folder they are written to before. Half of the changes are of words alone. */
    public static void main(String[] args) {
        List<Deal> deals = new ArrayList<>(Catalog.live(Integer.parseInt(args[0])));
        Path folder = Path.of(args[1]);
        Loading.write(folder, deals);
        ReloadingEngine engine = ReloadingEngine.load(folder);
        for (int round = 1; round <= ROUNDS; round++) {
            System.out.printf(Locale.ROOT, "words %.3f%n", reload(engine, folder, coupon("TEA" + (round - 1), 300 + round)));
            System.out.printf(Locale.ROOT, "conditions %.3f%n", reload(engine, folder, coupon("TEA" + round, 300 + round)));
        }
    }

    /** One of the promotions with another code or amount. */
    private static Deal coupon(String code, long cents) {
        Deal known = Catalog.MATCHING.get(2);
        Deal.Found found = new Deal.Found(known.found().kind(), known.found().store(), code, known.found().market());
        return Deal.cents(known.id(), found, cents, known.from());
    }

    private static double reload(ReloadingEngine engine, Path folder, Deal changed) {
        Loading.write(folder, List.of(changed));
        double start = Usage.cpu();
        Reload reload = engine.reload();
        double seconds = Usage.cpu() - start;
        if (!(reload instanceof Reload.Published)) {
            throw new IllegalStateException("not published: " + reload);
        }
        return seconds;
    }
}
