package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import java.nio.file.Files;
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

    PromotionEngine engine() {
        return chosen().map(PromotionEngine::load).orElseGet(PromotionEngine::packed);
    }

    Optional<Path> chosen() {
        return folder.or(() -> Files.isDirectory(USUAL) ? Optional.of(USUAL) : Optional.empty());
    }
}
