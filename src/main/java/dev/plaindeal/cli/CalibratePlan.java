package dev.plaindeal.cli;

import dev.plaindeal.calibrate.CalibrationPlan;
import dev.plaindeal.calibrate.PlanJson;
import dev.plaindeal.calibrate.PlanMaker;
import dev.plaindeal.calibrate.QuestionnairePage;
import dev.plaindeal.text.Visible;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes what to ask people. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Picks the questions whose answers move the weights most, and writes a page that asks them.",
        footer = {
            "",
            "Examples:",
            "  plaindeal calibrate plan --market US --n 400 --out calibration",
            "  plaindeal calibrate plan --market ID --n 800 --seed 7 --out calibration-id",
            "",
            "Written are plan.json, which fit reads, and questionnaire.html, which is sent to people as it is: each opens it on",
            "a phone or computer, answers 20 choices, two of them again, one check and six timed prices, and sends back the",
            "file it gives. 400 choices take 20 people; 800 are better. With more people than forms they begin again.",
            "The same market, rules, number and seed give the same plan.",
            "",
            "Exit codes: 0 written, 1 nothing is, 2 wrong usage."
        })
final class CalibratePlan implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--market", required = true, paramLabel = "XX", description = "The buyers' market (ISO 3166).")
    private String market = "";

    @Option(names = "--n", paramLabel = "N", description = "How many choices are to be answered, rounded up to whole forms of 20. Default: 400.")
    private int choices = 400;

    @Option(names = "--seed", paramLabel = "SEED", description = "Another one gives other questions. Default: 1.")
    private long seed = 1;

    @Mixin
    private RulesFolder rules = new RulesFolder();

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write. Default: calibration.")
    private Path out = Path.of("calibration");

    @Spec
    private CommandSpec spec;

    CalibratePlan(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Arrays.asList(Locale.getISOCountries()).contains(market)) {
            throw new ParameterException(spec.commandLine(), "--market is an ISO 3166 code such as US, not " + Visible.line(market));
        }
        SimplicityFolder simplicity = SimplicityFolder.read(rules.path());
        CalibrationPlan plan = plan(simplicity);
        EmptyFolder folder = EmptyFolder.of(out);
        folder.add("plan.json", PlanJson.of(plan));
        folder.add("questionnaire.html", QuestionnairePage.of(plan));
        folder.write();
        terminal.out().println(String.format(
                Locale.ROOT,
                "%d choices in %d forms, %d cards. Written: %s and %s",
                plan.choices(),
                plan.forms().size(),
                plan.cards().size(),
                Visible.line(out.resolve("plan.json").toString()),
                Visible.line(out.resolve("questionnaire.html").toString())));
        terminal.out().println("Send questionnaire.html to people, collect the files it gives, and run: plaindeal calibrate fit "
                + Visible.line(out.resolve("plan.json").toString()) + " FILES");
        return 0;
    }

    private CalibrationPlan plan(SimplicityFolder simplicity) {
        try {
            return PlanMaker.plan(market, simplicity.market(market).reference(), simplicity.weights(market), choices, seed);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }
}
