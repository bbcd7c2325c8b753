package dev.plaindeal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rule files of this project as text by path, for tests that change one of them in memory. */
final class RuleTexts {

    private RuleTexts() {}

    static Map<String, String> all() {
        Path rules = Path.of("rules");
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : files.filter(RuleTexts::isLoaded).toList()) {
                texts.put(rules.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return texts;
    }

    private static boolean isLoaded(Path file) {
        for (Path part : file) {
            if (part.toString().startsWith("_")) {
                return false;
            }
        }
        return file.toString().endsWith(".drl");
    }
}
