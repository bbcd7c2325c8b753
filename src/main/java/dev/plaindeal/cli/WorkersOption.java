package dev.plaindeal.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many threads work at something. */
final class WorkersOption {

    private static final int MOST = 1_024;

    private int workers = Math.min(MOST, Runtime.getRuntime().availableProcessors());

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--workers", paramLabel = "N", description = "How many threads work at it, 1 to 1,024. Default: one for each core.")
    void take(int typed) {
        if (typed < 1 || typed > MOST) {
            throw new ParameterException(spec.commandLine(), "--workers is a number from 1 to " + MOST);
        }
        workers = typed;
    }

    int number() {
        return workers;
    }
}
