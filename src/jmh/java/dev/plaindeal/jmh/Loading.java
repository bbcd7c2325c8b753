package dev.plaindeal.jmh;

import dev.plaindeal.PromotionEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Loads so many promotions from a folder in a fresh JVM, guard included, and says what that took. */
public final class Loading {

    private static final double MEGA = 1 << 20;

    private Loading() {}

    /** The number of promotions, and the folder they are written to before. */
    public static void main(String[] args) {
        Path folder = Path.of(args[1]);
        write(folder, Catalog.live(Integer.parseInt(args[0])));
        double before = Usage.memory();
        double start = Usage.cpu();
        PromotionEngine engine = PromotionEngine.load(folder);
        double seconds = Usage.cpu() - start;
        engine.evaluate(LiveBenchmark.BASKET);
        System.out.printf(Locale.ROOT, "%.3f %.1f %d%n", seconds, (Usage.memory() - before) / MEGA, engine.promotions().size());
    }

    static void write(Path folder, List<Deal> deals) {
        RuleText.of(deals).forEach((path, text) -> write(folder.resolve(path), text));
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
