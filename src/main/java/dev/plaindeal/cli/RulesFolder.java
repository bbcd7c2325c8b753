package dev.plaindeal.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The rules a command is about: its user's own, never those packed in the jar, or a wrong folder would pass as a good one. */
final class RulesFolder {

    @Option(names = "--rules", paramLabel = "DIR", description = "Folder of rule files. Default: rules/.")
    private Path folder = Path.of("rules");

    Path path() {
        return folder;
    }
}
