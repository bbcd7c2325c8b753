package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where rules come from: the folder named, else {@code rules/} where there is one, else the rules packed in the jar. */
final class RulesOption {

    private static final Path USUAL = Path.of("rules");

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Folder of rule files. Default: rules/ where there is one, else the rules packed in the jar.")
    private Optional<Path> folder = Optional.empty();

    /** The rules loaded; that it is the packed ones is said on standard error, because they are somebody else's promotions. */
    PromotionEngine engine(Terminal terminal) {
        Optional<Path> own = folder.or(RulesOption::usual);
        if (own.isEmpty()) {
            terminal.err().println(Problem.warning(
                            "packed-rules",
                            Place.of(USUAL.toString()),
                            "there is no such folder here; the demo rules packed in the jar are used",
                            "Name your own with --rules DIR.")
                    .text());
        }
        return told(own.map(PromotionEngine::load).orElseGet(PromotionEngine::packed), terminal);
    }

    /** The user's own rules loaded, never those packed in the jar, whose files nobody can edit. */
    PromotionEngine own(Terminal terminal) {
        return told(PromotionEngine.load(path()), terminal);
    }

    /** The folder that is named, else the usual one, whether there is one or not. */
    Path path() {
        return folder.orElse(USUAL);
    }

    /** The same with a directory of codes, if one is named. */
    PromotionEngine engine(Terminal terminal, CodesOption codes) {
        return codes.in(engine(terminal));
    }

    /** The same engine; what it passes over is said on standard error. */
    static PromotionEngine told(PromotionEngine engine, Terminal terminal) {
        engine.missed().stream().map(Problem::text).forEach(terminal.err()::println);
        return engine;
    }

    /** Something of that name that is no folder, or a link to nowhere, is meant to be the rules all the same, and refused. */
    private static Optional<Path> usual() {
        return Files.exists(USUAL, LinkOption.NOFOLLOW_LINKS) ? Optional.of(USUAL) : Optional.empty();
    }
}
