package dev.plaindeal.cli;

import dev.plaindeal.calibrate.FittedWeight;
import dev.plaindeal.calibrate.WeightWriter;
import dev.plaindeal.calibrate.WeightsToWrite;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.text.Visible;
import dev.plaindeal.weights.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes fitted weights into a copy of the rules. */
@Command(
        name = "write",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes fitted weights into a copy of the rules, each with its interval and where it comes from.",
        footer = {
            "",
            "Examples:",
            "  plaindeal calibrate write calibration/report.json --out calibrated",
            "  plaindeal check --rules calibrated",
            "  diff -r rules/simplicity calibrated/simplicity",
            "",
            "The rules themselves are left alone: look at the copy, then put its simplicity/ in place of yours. A weight the",
            "answers say nothing of keeps its number, and a comment says so.",
            "",
            "Exit codes: 0 written, 1 nothing is, 2 wrong usage."
        })
final class CalibrateWrite implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "REPORT", description = "The report that calibrate fit --out wrote.")
    private String report = "";

    @Mixin
    private RulesFolder rules = new RulesFolder();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the copy goes. Default: calibrated.")
    private Path out = Path.of("calibrated");

    CalibrateWrite(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        WeightsToWrite weights = WeightsToWrite.read(Inputs.text(report, terminal), Inputs.shown(report));
        SimplicityFolder before = SimplicityFolder.read(rules.path());
        Map<String, String> written = WeightWriter.write(weights, before.texts(), before.shown());
        requireFitted(weights, before.with(written, out.toString()).weights(weights.market()));
        EmptyFolder folder = EmptyFolder.of(out);
        before.others().forEach(folder::add);
        written.forEach(folder::add);
        folder.write();
        long moved = weights.weights().stream().filter(weight -> weight.source() == FittedWeight.WeightSource.ANSWERS).count();
        terminal.out().println(moved + " of " + weights.weights().size() + " weights written into " + Visible.line(out.toString())
                + "; the others stay what they were, and say so.");
        return 0;
    }

    /** Whatever the rules look like, what was written is what they say now. */
    private void requireFitted(WeightsToWrite weights, Weights now) {
        List<Problem> problems = weights.weights().stream()
                .filter(weight -> !FittedWeight.isSame(now.seconds(weight.step()), weight.fitted()))
                .map(weight -> Problem.error("weight-not-alone", Place.of(out.toString()), "another rule says how long step " + weight.step()
                        + " takes in " + weights.market(), "Give the step a rule of its own, and fit again. Nothing was written."))
                .toList();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }
}
