package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.compare.Comparison.Named;
import dev.plaindeal.compare.Comparison;
import dev.plaindeal.compare.ComparisonJson;
import dev.plaindeal.compare.ComparisonText;
import dev.plaindeal.problem.Place;
import dev.plaindeal.pages.ComparisonPage;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.verify.Fixture;
import dev.plaindeal.verify.FixtureFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what an edit of rules does to baskets. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Prices baskets with two sets of rules and shows what changed.",
        footer = {
            "",
            "Examples:",
            "  plaindeal compare --before-rev HEAD",
            "  plaindeal compare --before-rev main fixtures/article",
            "  plaindeal compare --before-rev HEAD --format html > changes.html",
            "  plaindeal compare --before old-rules --after rules basket.json --format json",
            "",
            "A basket became harder to understand when its score fell by more than 1 or its band got worse.",
            "Fixtures that bring rules of their own are left out.",
            "",
            "Exit codes: 0 nothing changed, 1 something changed or a problem was found, 2 wrong usage."
        })
final class Compare implements Callable<Integer> {

    private static final int EVERY = 50;

    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "BASKET", description = "Basket files, or folders of them. Default: fixtures/.")
    private List<String> baskets = List.of("fixtures");

    @Option(names = "--before", paramLabel = "DIR", description = "Folder of the rules as they were.")
    private Optional<Path> before = Optional.empty();

    @Option(names = "--before-rev", paramLabel = "REV", description = "Git revision that has the rules as they were.")
    private Optional<String> revision = Optional.empty();

    @Option(names = "--after", paramLabel = "DIR", description = "Folder of the rules as they are. Default: rules/.")
    private Path after = Path.of("rules");

    @Mixin
    private CodesOption codes = new CodesOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}. Default: text.")
    private ReportFormat format = ReportFormat.text;

    @Spec
    private CommandSpec spec;

    Compare(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (before.isPresent() == revision.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "Say what to compare with: either --before DIR or --before-rev REV.");
        }
        PromotionEngine now = RulesOption.told(PromotionEngine.load(after), terminal);
        PromotionEngine then = RulesOption.told(
                before.map(PromotionEngine::load).orElseGet(() -> new GitRevision(after, revision.orElseThrow()).load()),
                terminal);
        List<Problem> problems = new ArrayList<>();
        List<Named> named = named(problems);
        Progress progress = new Progress(terminal, named.size(), EVERY);
        Comparison comparison = Comparison.of(codes.in(then), codes.in(now), named, progress::done).besides(problems);
        progress.end();
        comparison.problems().stream().map(Problem::text).forEach(terminal.err()::println);
        terminal.out().print(switch (format) {
            case text -> ComparisonText.of(comparison);
            case json -> ComparisonJson.of(comparison) + "\n";
            case html -> ComparisonPage.of(comparison);
        });
        return comparison.changed().isEmpty() && comparison.problems().isEmpty() ? 0 : 1;
    }

    /** Baskets that cannot be read go to the problems and do not stop the others. */
    private List<Named> named(List<Problem> problems) {
        List<Named> named = new ArrayList<>();
        for (String file : baskets.stream().flatMap(Compare::files).toList()) {
            try (BasketInput input = BasketInput.open(file, terminal)) {
                input.forEachRemaining(reading -> {
                    problems.addAll(reading.problems().stream().filter(Problem::isError).toList());
                    reading.basket().ifPresent(basket -> named.add(new Named(basket.id(), basket)));
                });
            }
        }
        if (named.isEmpty() && !problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        if (named.isEmpty()) {
            throw new ProblemException(List.of(Problem.error(
                    "no-baskets",
                    Place.of(String.join(" ", baskets)),
                    "there is no basket to compare",
                    "A basket is a file whose name ends in .basket.json.")));
        }
        return named;
    }

    private static Stream<String> files(String name) {
        if (!Files.isDirectory(Path.of(name))) {
            return Stream.of(name);
        }
        return FixtureFolder.read(Path.of(name)).fixtures().stream()
                .filter(fixture -> fixture.rules().isEmpty())
                .map(Fixture::basket)
                .map(Path::toString);
    }
}
