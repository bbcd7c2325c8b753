package dev.plaindeal.cli;

import dev.plaindeal.calibrate.Calibration;
import dev.plaindeal.calibrate.CalibrationPlan;
import dev.plaindeal.calibrate.CalibrationReport;
import dev.plaindeal.calibrate.PlanReader;
import dev.plaindeal.calibrate.ReportJson;
import dev.plaindeal.calibrate.ReportText;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.text.Visible;
import dev.plaindeal.verify.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what answers say of the weights. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Fits the weights to people's answers, and tells what they could move and what not.",
        footer = {
            "",
            "Examples:",
            "  plaindeal calibrate fit calibration/plan.json answers/",
            "  plaindeal calibrate fit calibration/plan.json ana.csv ben.csv --out calibration/report.json",
            "",
            "Answers are the files that the questionnaire gave; of a folder every file ending in .csv. One that cannot be",
            "read stops all, with its place. Who answers like a coin is left out and named. A weight the answers say",
            "nothing of stays what the rules say.",
            "",
            "Exit codes: 0 fitted, 1 something is wrong with the files, 2 wrong usage."
        })
final class CalibrateFit implements Callable<Integer> {

    private static final String ENDING = ".csv";

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "PLAN", description = "The plan.json that was answered.")
    private String plan = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "ANSWERS", description = "Files of answers, or folders of them.")
    private List<Path> answers = List.of();

    @Mixin
    private RulesFolder rules = new RulesFolder();

    @Option(names = "--out", paramLabel = "FILE", description = "Also write the report as JSON, for calibrate write.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    private OutputFormat format = OutputFormat.text;

    CalibrateFit(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CalibrationPlan asked = PlanReader.read(Inputs.text(plan, terminal), Inputs.shown(plan));
        SimplicityFolder simplicity = SimplicityFolder.read(rules.path());
        CalibrationReport report = Calibration.fit(asked, simplicity.weights(asked.market()), texts());
        if (report.people().choices() == 0) {
            throw new ProblemException(List.of(Problem.error("nobody-fitted", Place.of(Inputs.shown(plan)),
                    "of " + report.people().answered() + " who answered nobody's choices can be fitted",
                    "Left out, as their answers are those of a coin: " + String.join(", ", report.people().careless()))));
        }
        String json = ReportJson.of(report);
        out.ifPresent(file -> WholeFile.write(file, json));
        terminal.out().print(switch (format) {
            case text -> ReportText.of(report);
            case json -> json;
        });
        out.ifPresent(file -> terminal.err().println("Written: " + Visible.line(file.toString())));
        return 0;
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files()) {
            try {
                texts.put(file.toString(), Inputs.text(file.toString(), terminal));
            } catch (ProblemException unreadable) {
                problems.addAll(unreadable.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems.stream().sorted().toList());
        }
        return texts;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path one : answers) {
            if (Files.isDirectory(one)) {
                files.addAll(inFolder(one));
            } else {
                files.add(one);
            }
        }
        return files.stream().distinct().toList();
    }

    private static List<Path> inFolder(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> found = entries.filter(entry -> entry.getFileName().toString().endsWith(ENDING)).sorted().toList();
            if (found.isEmpty()) {
                throw problem(folder, "no file here ends in " + ENDING);
            }
            return found;
        } catch (IOException unreadable) {
            throw problem(folder, "this folder cannot be read: " + Failure.reason(unreadable));
        }
    }

    private static ProblemException problem(Path folder, String message) {
        return new ProblemException(List.of(Problem.error("no-answers", Place.of(folder.toString()), message, "Name the files of answers.")));
    }
}
