package dev.plaindeal.verify;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fixtures of a folder: every {@code *.basket.json} with the halves of its receipt beside it, {@code *.receipt.json} and
 * {@code *.simplicity.json}, by name. Folders whose name begins with {@code _} or a point, and folders named {@code rules},
 * are left out.
 *
 * <p>A folder {@code rules} beside a fixture, or in a folder above it up to the fixtures folder itself, is used in place
 * of the rules that are tested; the nearest one counts. So it is with a code file {@code code-directory.txt}, see
 * {@link dev.plaindeal.codes.CodeFile}.
 *
 * @param fixtures sorted by name
 * @param orphans receipts and halves of one without a basket, sorted
 */
public record FixtureFolder(List<Fixture> fixtures, List<Path> orphans) {

    private static final String BASKET = Fixture.BASKET;
    private static final String RULES = "rules";
    private static final String CODES = "code-directory.txt";

    /** Copies the lists. */
    public FixtureFolder {
        fixtures = List.copyOf(fixtures);
        orphans = List.copyOf(orphans);
    }

    /**
     * Looks through a folder; or takes one basket file.
     *
     * @throws ProblemException when there is no such folder, or it cannot be read
     */
    public static FixtureFolder read(Path root) {
        if (Files.isRegularFile(root) && root.getFileName().toString().endsWith(BASKET)) {
            Path folder = Optional.ofNullable(root.getParent()).orElse(Path.of(""));
            return new FixtureFolder(List.of(fixture(folder, root)), List.of());
        }
        if (!Files.isDirectory(root)) {
            throw problem("no-folder", root, "there is no such folder", "Name the folder that holds the baskets.");
        }
        try {
            return walk(root);
        } catch (IOException unreadable) {
            throw problem("unreadable-file", root, "the fixtures cannot be read", "Check who may read them.");
        }
    }

    /** Only the fixtures in whose name this pattern is found; receipts without a basket likewise. */
    public FixtureFolder matching(Pattern pattern) {
        return new FixtureFolder(
                fixtures.stream().filter(f -> pattern.matcher(f.name()).find()).toList(),
                orphans.stream().filter(path -> pattern.matcher(slashed(path)).find()).toList());
    }

    private static FixtureFolder walk(Path root) throws IOException {
        TreeMap<String, Fixture> fixtures = new TreeMap<>();
        List<Path> receipts = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean aside = !folder.equals(root) && isAside(folder.getFileName().toString());
                return aside ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(BASKET)) {
                    Fixture fixture = fixture(root, file);
                    fixtures.put(fixture.name(), fixture);
                } else if (isGolden(name)) {
                    receipts.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        fixtures.values().forEach(fixture -> goldens().map(golden -> golden.of(fixture)).forEach(receipts::remove));
        return new FixtureFolder(List.copyOf(fixtures.values()), receipts.stream().sorted().toList());
    }

    private static Stream<Golden> goldens() {
        return Stream.of(Golden.values());
    }

    private static boolean isGolden(String name) {
        return goldens().anyMatch(golden -> name.endsWith(golden.ending()));
    }

    private static boolean isAside(String name) {
        return name.startsWith("_") || name.startsWith(".") || name.equals(RULES);
    }

    private static Fixture fixture(Path root, Path basket) {
        String path = slashed(root.relativize(basket));
        return new Fixture(path.substring(0, path.length() - BASKET.length()), basket, rules(root, basket), codes(root, basket));
    }

    private static Optional<Path> rules(Path root, Path basket) {
        return nearest(root, basket, RULES, folder -> Files.isDirectory(folder.resolve("promotions")));
    }

    private static Optional<Path> codes(Path root, Path basket) {
        return nearest(root, basket, CODES, Files::exists);
    }

    private static Optional<Path> nearest(Path root, Path basket, String name, Predicate<Path> is) {
        Path one = basket.resolveSibling(name);
        int up = root.relativize(basket).getNameCount();
        for (int i = 0; i < up; i++) {
            if (is.test(one)) {
                return Optional.of(one);
            }
            Path above = Optional.ofNullable(one.getParent()).map(Path::getParent).orElse(Path.of(""));
            one = above.resolve(name);
        }
        return Optional.empty();
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static ProblemException problem(String code, Path at, String message, String hint) {
        return new ProblemException(List.of(Problem.error(code, Place.of(at.toString()), message, hint)));
    }
}
