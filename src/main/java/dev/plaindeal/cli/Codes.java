package dev.plaindeal.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** Makes and checks pools of codes. */
@Command(
        name = "codes",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes codes for pools, and files that say which pool a code belongs to.",
        footer = {
            "",
            "A rule that asks for codePool == \"birthday-2026\" is for every code of that pool. A code file is text,",
            "sorted, with a code, a tab and its pool on each line; it is looked up without being loaded.",
            "",
            "Examples:",
            "  plaindeal codes make --pool birthday-2026 --count 10000000 --out codes.txt",
            "  plaindeal codes merge our-codes.txt --pool newsletter --into codes.txt",
            "  plaindeal codes check codes.txt",
            "  plaindeal evaluate basket.json --code-directory codes.txt"
        })
final class Codes implements Runnable {

    @Spec
    private CommandSpec spec;

    private Codes() {}

    static CommandLine command(Terminal terminal) {
        return new CommandLine(new Codes())
                .addSubcommand(new MakeCodes(terminal))
                .addSubcommand(new MergeCodes(terminal))
                .addSubcommand(new CheckCodes(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which: make, merge or check; --help shows examples.");
    }
}
