package dev.plaindeal;

import dev.plaindeal.model.Basket;
import dev.plaindeal.read.BasketReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The pairs in {@code fixtures/}: {@code <case>.basket.json} and the receipt {@code evaluate --format json} prints for it,
 * {@code <case>.receipt.json} beside it. Where a folder {@code rules} stands beside the baskets it is used instead of the
 * project's own. Folders that begin with {@code _}, and the cases of other engines in {@code peers}, have tests of their own.
 */
final class Fixtures {

    static final Path ROOT = Path.of("fixtures");
    static final String BASKET = ".basket.json";
    static final String RECEIPT = ".receipt.json";

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Map<Path, PromotionEngine> ENGINES = new ConcurrentHashMap<>();

    private Fixtures() {}

    /** Names of all cases that have a file with this ending, below {@code fixtures/} and without the ending, sorted. */
    static List<String> cases(String ending) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(ending))
                    .filter(Predicate.not(Fixtures::isApart))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isApart(String name) {
        return name.startsWith("peers") || name.startsWith("_") || name.contains("/_");
    }

    static Basket basket(String name) {
        Path file = basketFile(name);
        return BasketReader.read(file.toString(), bytes(file), NOW).orThrow();
    }

    static Path basketFile(String name) {
        return ROOT.resolve(name + BASKET);
    }

    static Path receiptFile(String name) {
        return ROOT.resolve(name + RECEIPT);
    }

    /** The folder of rules the case is evaluated with. */
    static Path rules(String name) {
        Path own = basketFile(name).resolveSibling("rules");
        return Files.isDirectory(own) ? own : Path.of("rules");
    }

    /** Loaded once for each folder of rules. */
    static PromotionEngine engine(String name) {
        return ENGINES.computeIfAbsent(rules(name), PromotionEngine::load);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
