package dev.plaindeal.cli;

import dev.plaindeal.check.CheckGithub;
import dev.plaindeal.check.CheckJson;
import dev.plaindeal.check.CheckReport;
import dev.plaindeal.check.CheckText;
import dev.plaindeal.check.RuleCheck;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds all that is wrong with rule files. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Finds all that is wrong with rule files, and what reads well and yet cannot be meant.",
        footer = {
            "",
            "Examples:",
            "  plaindeal check",
            "  plaindeal check --rules rules --strict",
            "  plaindeal check --at 2026-12-01T00:00Z",
            "  plaindeal check --format github",
            "",
            "Errors keep rules from being used; warnings do not. --format github prints annotations that",
            "GitHub shows beside the line in a pull request.",
            "",
            "Exit codes: 0 nothing stops these rules, 1 errors (a score below its budget is one; with --strict also what it names, with --fail-on-warnings any warning), 2 wrong usage."
        })
final class CheckRules implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RulesFolder rules = new RulesFolder();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or github. Default: text.")
    private CheckFormat format = CheckFormat.text;

    @Option(names = "--strict", description = "Fail also on scores below what their market asks where no budget says otherwise, on allowances that are not needed, and on budgets that hold nothing.")
    private boolean strict;

    @Option(names = "--fail-on-warnings", description = "Every warning fails.")
    private boolean warningsFail;

    @Option(
            names = "--at",
            paramLabel = "MOMENT",
            converter = MomentName.class,
            description = "Judge dates by this moment, with its offset from UTC: offers that are over are warned of, allowances that are over are errors. Without it no date is judged.")
    private Optional<Instant> at = Optional.empty();

    /** Forms of output; lower case because the command line is. */
    enum CheckFormat {
        /** For people. */
        text,
        /** For machines. */
        json,
        /** For continuous integration. */
        github
    }

    CheckRules(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CheckReport report = RuleCheck.of(rules.path(), at);
        switch (format) {
            case text -> terminal.out().print(CheckText.of(report));
            case json -> terminal.out().print(CheckJson.of(report));
            case github -> terminal.out().own(CheckGithub.of(report));
        }
        boolean fails = !report.errors().isEmpty()
                || strict && !report.ofBudgets().isEmpty()
                || warningsFail && !report.warnings().isEmpty();
        return fails ? 1 : 0;
    }
}
