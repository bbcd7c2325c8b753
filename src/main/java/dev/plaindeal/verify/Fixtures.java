package dev.plaindeal.verify;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.text.Visible;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs a folder of fixtures in a Java project's own tests, one test for each:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> fixtures() {
 *     return Fixtures.in(Path.of("fixtures"), Path.of("rules"));
 * }
 * }</pre>
 *
 * <p>The only class of Plaindeal that knows JUnit; the project that uses it brings JUnit Jupiter along.
 */
public final class Fixtures {

    private Fixtures() {}

    /**
     * A test for each fixture of a folder, in a container for each of its folders.
     *
     * @param fixtures the folder of fixtures; one with {@code rules} of its own is tested with those
     * @param rules the rules folder
     * @throws dev.plaindeal.problem.ProblemException when there is no such folder, or a rule file has a problem
     */
    public static Stream<DynamicNode> in(Path fixtures, Path rules) {
        return in(fixtures, PromotionEngine.load(rules));
    }

    /** The same for rules that are loaded already. */
    public static Stream<DynamicNode> in(Path fixtures, PromotionEngine rules) {
        FixtureFolder folder = FixtureFolder.read(fixtures);
        Map<Path, PromotionEngine> own = new ConcurrentHashMap<>();
        Map<String, List<DynamicTest>> byFolder = new TreeMap<>();
        folder.fixtures().forEach(fixture -> byFolder
                .computeIfAbsent(above(fixture.name()), name -> new ArrayList<>())
                .add(test(fixture, rules, own)));
        Stream<DynamicNode> containers = byFolder.entrySet().stream()
                .map(entry -> DynamicContainer.dynamicContainer(Visible.line(entry.getKey()), entry.getValue()));
        return Stream.concat(containers, folder.orphans().stream().map(Fixtures::orphan));
    }

    private static String above(String name) {
        return name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "fixtures";
    }

    private static DynamicTest test(Fixture fixture, PromotionEngine rules, Map<Path, PromotionEngine> own) {
        String name = Visible.line(fixture.name().substring(fixture.name().lastIndexOf('/') + 1));
        return DynamicTest.dynamicTest(name, fixture.basket().toUri(), () -> {
            PromotionEngine engine = fixture.rules()
                    .map(folder -> own.computeIfAbsent(folder, PromotionEngine::load))
                    .orElse(rules);
            failure(Examiner.examine(fixture, engine, EnumSet.allOf(Golden.class)).verdict()).ifPresent(Fixtures::fail);
        });
    }

    private static DynamicTest orphan(Path receipt) {
        return DynamicTest.dynamicTest(
                Visible.line(receipt.getFileName().toString()),
                receipt.toUri(),
                () -> fail("There is no basket for " + Visible.line(receipt.toString())));
    }

    private static void fail(String message) {
        throw new AssertionError(message);
    }

    private static Optional<String> failure(Verdict verdict) {
        if (verdict instanceof Verdict.Different different) {
            return Optional.of(Visible.line(different.fixture()) + "\n" + DiffText.of(different.differences()));
        }
        if (verdict instanceof Verdict.NoReceipt missing) {
            return Optional.of("T" + Visible.line(missing.sentence().substring(1)) + "; plaindeal test --update writes it.");
        }
        if (verdict instanceof Verdict.Refused refused) {
            return Optional.of(String.join("\n", refused.problems().stream().map(Problem::text).toList()));
        }
        return Optional.empty();
    }
}
