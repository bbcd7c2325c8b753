package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.problem.Place;
import dev.plaindeal.pages.FixturesPage;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.verify.FixtureFolder;
import dev.plaindeal.verify.FixtureRun.Mode;
import dev.plaindeal.verify.FixtureRun;
import dev.plaindeal.verify.Golden;
import dev.plaindeal.verify.RunJUnit;
import dev.plaindeal.verify.RunJson;
import dev.plaindeal.verify.RunTally;
import dev.plaindeal.verify.RunText;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prices every fixture and compares its receipt. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Prices every basket of a folder and compares its receipt with the one beside it.",
        footer = {
            "",
            "Examples:",
            "  plaindeal test",
            "  plaindeal test --run codes/ --coverage",
            "  plaindeal test --update",
            "  plaindeal test --only simplicity --update",
            "  plaindeal test --format junit > report.xml",
            "",
            "A fixture is a basket and what it should get: NAME.basket.json, NAME.receipt.json with money, reasons and texts,",
            "and NAME.simplicity.json with how simple it looks, so that an edit of a weight rewrites no money. A receipt with",
            "both in one file is compared too; --update splits it. Folders whose name begins with _ are left out.",
            "A folder rules beside a fixture, or above it inside FIXTURES, is used in place of --rules.",
            "The field \"rules\" of a receipt is not compared: it changes with every edit of any rule file.",
            "",
            "A stack below stackAtLeast of the rules is refused; where only its range crosses it, that is a warning on standard error.",
            "",
            "Exit codes: 0 all receipts are as they should be, 1 some are not, 2 wrong usage."
        })
final class TestFixtures implements Callable<Integer> {

    private static final int EVERY = 50;

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "FIXTURES",
            description = "Folder of fixtures, or one basket of it. Default: fixtures/.")
    private Path fixtures = Path.of("fixtures");

    @Mixin
    private RulesFolder rules = new RulesFolder();

    @Option(names = "--run", paramLabel = "REGEX", description = "Only fixtures in whose path this is found.")
    private Optional<String> run = Optional.empty();

    @Option(names = "--update", description = "Write the receipts that are missing or differ, and list what changed.")
    private boolean update;

    @Option(names = "--only", paramLabel = "HALF", description = "Compare, and with --update write, one half of the receipts: money or simplicity.")
    private Optional<Half> only = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}. Default: text.")
    private TestFormat format = TestFormat.text;

    @Option(names = "--coverage", description = "List the promotions, tiers and reasons that no fixture reaches.")
    private boolean coverage;

    @Option(
            names = "--min-coverage",
            paramLabel = "N",
            description = "Fail when fewer than N percent of the promotions, the tiers or the reasons are reached.")
    private int least;

    @Spec
    private CommandSpec spec;

    /** Forms of output; lower case because the command line is. */
    enum TestFormat {
        /** For people. */
        text,
        /** For machines. */
        json,
        /** For continuous integration. */
        junit,
        /** For people with a browser. */
        html
    }

    /** Halves of a receipt; lower case because the command line is. */
    enum Half {
        /** What is paid and why. */
        money(Golden.MONEY),
        /** How simple it looks. */
        simplicity(Golden.SIMPLICITY);

        private final Golden golden;

        Half(Golden golden) {
            this.golden = golden;
        }
    }

    TestFixtures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (least < 0 || least > 100) {
            throw new ParameterException(spec.commandLine(), "--min-coverage is a percentage from 0 to 100");
        }
        Optional<Pattern> wanted = run.map(this::pattern);
        long begin = terminal.nanos().getAsLong();
        FixtureFolder all = FixtureFolder.read(fixtures);
        FixtureFolder chosen = wanted.map(all::matching).orElse(all);
        if (chosen.fixtures().isEmpty() && chosen.orphans().isEmpty()) {
            throw nothing();
        }
        Mode mode = update ? Mode.UPDATE : Mode.CHECK;
        Progress progress = new Progress(terminal, chosen.fixtures().size(), EVERY);
        FixtureRun result = FixtureRun.of(chosen, this::tested, mode, halves(), progress::done);
        progress.end();
        return told(result, mode, (terminal.nanos().getAsLong() - begin) / 1e9);
    }

    private Set<Golden> halves() {
        return only.map(half -> EnumSet.of(half.golden)).orElseGet(() -> EnumSet.allOf(Golden.class));
    }

    private PromotionEngine tested() {
        return RulesOption.told(PromotionEngine.load(rules.path()), terminal);
    }

    private Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (java.util.regex.PatternSyntaxException wrong) {
            throw new ParameterException(
                    spec.commandLine(), "--run is not a regular expression: " + wrong.getDescription());
        }
    }

    private ProblemException nothing() {
        return new ProblemException(List.of(Problem.error(
                "no-fixtures",
                Place.of(fixtures.toString()),
                run.map(regex -> "no fixture's path has " + regex + " in it").orElse("there is no basket in this folder"),
                "A fixture is a file whose name ends in .basket.json.")));
    }

    private int told(FixtureRun result, Mode mode, double seconds) {
        boolean low = result.coverage().percent() < least;
        result.warnings().stream().map(Problem::text).forEach(terminal.err()::println);
        switch (format) {
            case json -> terminal.out().println(RunJson.of(result));
            case html -> terminal.out().print(FixturesPage.of(result));
            case junit -> terminal.out().print(RunJUnit.of(result, seconds));
            case text -> text(result, mode, seconds, low);
        }
        if (low && format != TestFormat.text) {
            terminal.err().println(tooLow(result));
        }
        return low || RunTally.of(result).fails(mode) ? 1 : 0;
    }

    private void text(FixtureRun result, Mode mode, double seconds, boolean low) {
        terminal.out().print(RunText.of(result, mode));
        if (coverage || low) {
            terminal.out().print(RunText.unreached(result.coverage()));
        }
        terminal.out().println(RunText.summary(result, mode, seconds));
        if (low) {
            terminal.out().println(tooLow(result));
        }
        RunTally tally = RunTally.of(result);
        if (mode == Mode.CHECK && tally.different() + tally.noReceipt() > 0) {
            terminal.out().println("If that is as it should be: the same command with --update writes these receipts.");
        }
    }

    private String tooLow(FixtureRun result) {
        return "Coverage is " + result.coverage().percent() + " %, less than the " + least + " % asked for.";
    }
}
