package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.backtest.Backtest;
import dev.plaindeal.backtest.BacktestCsv;
import dev.plaindeal.backtest.BacktestJson;
import dev.plaindeal.backtest.BacktestReport;
import dev.plaindeal.backtest.BacktestText;
import dev.plaindeal.backtest.CheckpointFile;
import dev.plaindeal.backtest.MostBad;
import dev.plaindeal.backtest.OrderFile;
import dev.plaindeal.backtest.RejectFile;
import dev.plaindeal.backtest.RuleBooks;
import dev.plaindeal.pages.BacktestPage;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what an edit of rules would have cost on orders of the past. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Prices orders of the past with two sets of rules and adds up what the change costs, whom, and how simple it looks.",
        footer = {
            "",
            "Examples:",
            "  plaindeal backtest --before HEAD --after rules orders.jsonl.gz",
            "  plaindeal backtest --before old-rules --after rules 2026/ --format json > report.json",
            "  plaindeal backtest --before main orders.jsonl --rejects bad.jsonl --max-bad 1%%",
            "  plaindeal backtest --before main orders.jsonl --checkpoint run.checkpoint",
            "  plaindeal backtest --before main orders.jsonl --limits",
            "  plaindeal backtest --before main orders.jsonl --format html > report.html",
            "",
            "Orders are baskets as evaluate reads them, one on each line, plain or packed by gzip. They are read once, as a",
            "stream, and priced on all cores; sums are exact, and the same for any number of workers.",
            "An order is touched when what it is given, promised or asked to pay differs. A promotion is nearly missed when",
            "it wants at most a fifth more than the goods cost, or one item more.",
            "With --limits orders are sorted by time and priced one after the other; a limit ends with the order that takes its",
            "last, or the first that asks for it in vain, and those behind it are counted with what they paid instead.",
            "A run that was stopped goes on when the same command is given again with the same --checkpoint.",
            "Bad lines do not stop the others; they are counted, shown with their place and written to --rejects as they are.",
            "",
            "Exit codes: 0 done, 1 there are bad lines (more than --max-bad, if given) or another problem, 2 wrong usage."
        })
final class BacktestRules implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "ORDERS", description = "Files of orders, or folders of them; - is standard input.")
    private List<String> orders = List.of();

    @Option(names = "--before", required = true, paramLabel = "DIR|REV",
            description = "The rules as they were: a folder, or else a git revision that has the folder of --after.")
    private String before = "";

    @Option(names = "--after", paramLabel = "DIR", description = "Folder of the rules as they would be. Default: rules/.")
    private Path after = Path.of("rules");

    @Mixin
    private CodesOption codes = new CodesOption();

    @Mixin
    private WorkersOption workers = new WorkersOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json, csv or html. Default: text.")
    private BacktestFormat format = BacktestFormat.text;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Where bad lines are written as they are; what it held is replaced.")
    private Optional<Path> rejects = Optional.empty();

    @Option(names = "--max-bad", paramLabel = "N|P%", converter = MostBadLines.class,
            description = "With more bad lines there is no report; with so many or fewer the exit code is 0.")
    private Optional<MostBad> mostBad = Optional.empty();

    @Option(names = "--limits", description = "Price in the order of time, and let budgets, uses, buyers' limits and codes run out on the way.")
    private boolean limits;

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "Where it is kept how far the run is; deleted at its end.")
    private Optional<Path> checkpoint = Optional.empty();

    @Spec
    private CommandSpec spec;

    /** Forms of output; lower case because the command line is. */
    enum BacktestFormat {
        /** For people. */
        text,
        /** For machines. */
        json,
        /** For spreadsheets. */
        csv,
        /** A page to look at. */
        html
    }

    BacktestRules(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        requireUsable();
        List<OrderFile> files = OrderInputs.named(orders, terminal);
        PromotionEngine now = RulesOption.told(PromotionEngine.load(after), terminal);
        PromotionEngine then = RulesOption.told(isFolder(before) ? PromotionEngine.load(Path.of(before)) : new GitRevision(after, before).load(), terminal);
        return told(run(new RuleBooks(codes.in(then), codes.in(now)), files));
    }

    private void requireUsable() throws IOException {
        if (checkpoint.isPresent() && OrderInputs.readOnce(orders).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--checkpoint wants files: standard input cannot be read again");
        }
        if (checkpoint.isPresent() && limits) {
            throw new ParameterException(spec.commandLine(), "--limits has no --checkpoint: what ran out on the way is counted from the first order on");
        }
        requireKept("--rejects", rejects);
        requireKept("--checkpoint", checkpoint);
        if (rejects.isPresent() && checkpoint.isPresent() && OrderInputs.include(checkpoint.get(), List.of(rejects.get().toString()))) {
            throw new ParameterException(spec.commandLine(), "--rejects and --checkpoint are two files");
        }
    }

    /** Before anything is opened, because what is opened to be written is emptied. */
    private void requireKept(String option, Optional<Path> output) throws IOException {
        if (output.isPresent() && OrderInputs.include(output.get(), orders)) {
            throw new ParameterException(spec.commandLine(), option + " would overwrite orders: " + output.get() + " is one of the files that are read. Name another.");
        }
    }

    private static boolean isFolder(String name) {
        try {
            return Files.isDirectory(Path.of(name));
        } catch (InvalidPathException revision) {
            return false;
        }
    }

    private BacktestReport run(RuleBooks books, List<OrderFile> files) throws IOException {
        OrderProgress progress = new OrderProgress(terminal);
        Backtest test = Backtest.of(books, terminal.now()).withWorkers(workers.number()).withProgress(progress).withSettings(codes.state());
        test = mostBad.isPresent() ? test.withMostBad(mostBad.get()) : test;
        test = checkpoint.isPresent() ? test.withCheckpoint(new CheckpointFile(checkpoint.get())) : test;
        try {
            return rejects.isPresent() ? runWithRejects(test, files, rejects.get()) : priced(test, files);
        } finally {
            progress.end();
        }
    }

    private BacktestReport runWithRejects(Backtest test, List<OrderFile> files, Path rejects) {
        try (RejectFile file = RejectFile.open(rejects)) {
            return priced(test.withRejects(file), files);
        } catch (IOException failed) {
            throw new ProblemException(List.of(Problem.error("not-written", Place.of(rejects.toString()),
                    "Bad lines cannot be written there: " + Failure.reason(failed), "")));
        }
    }

    private BacktestReport priced(Backtest test, List<OrderFile> files) {
        return limits ? test.runInTime(files) : test.run(files);
    }

    private int told(BacktestReport report) {
        OrderInputs.tellBad(report, terminal);
        terminal.out().print(switch (format) {
            case text -> BacktestText.of(report);
            case json -> BacktestJson.of(report) + "\n";
            case csv -> BacktestCsv.of(report);
            case html -> BacktestPage.of(report);
        });
        OrderInputs.requireAny(report, orders);
        return report.bad() == 0 || mostBad.isPresent() ? 0 : 1;
    }
}
