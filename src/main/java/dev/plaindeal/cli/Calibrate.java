package dev.plaindeal.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** Fits the weights of the simplicity score to one's own buyers. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Fits the weights of the simplicity score to answers of your own buyers.",
        footer = {
            "",
            "plan writes a questionnaire: one page that works on a phone without a network, in twelve languages. Each",
            "person answers about 29 questions and sends back the file that the page gives. fit reads these files",
            "and tells what they say of the weights; write puts the fitted weights into a copy of the rules.",
            "",
            "Examples:",
            "  plaindeal calibrate plan --market US --n 400 --out calibration",
            "  plaindeal calibrate fit calibration/plan.json answers/ --out calibration/report.json",
            "  plaindeal calibrate write calibration/report.json --out calibrated",
            "  plaindeal check --rules calibrated"
        })
final class Calibrate implements Runnable {

    @Spec
    private CommandSpec spec;

    private Calibrate() {}

    static CommandLine command(Terminal terminal) {
        return new CommandLine(new Calibrate())
                .addSubcommand(new CalibratePlan(terminal))
                .addSubcommand(new CalibrateFit(terminal))
                .addSubcommand(new CalibrateWrite(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which: plan, fit or write; --help shows examples.");
    }
}
