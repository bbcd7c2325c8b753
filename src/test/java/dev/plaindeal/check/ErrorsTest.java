package dev.plaindeal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.RuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short look that a reload takes finds every error that the long one finds, and no other. */
class ErrorsTest {

    private static final Path FIXTURES = Path.of("fixtures", "_check");

    static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(FIXTURES)) {
            return all.map(one -> one.resolve("rules")).filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Problem> ofRules(CheckReport report) {
        return report.errors().stream().filter(error -> !error.place().file().contains("/messages/")).toList();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void areTheSame(Path rules) {
        assertThat(RuleCheck.errors(RuleFiles.folder(rules))).isEqualTo(ofRules(RuleCheck.of(rules, Optional.empty())));
    }

    @Test
    void areFoundInManyOfTheFolders() throws IOException {
        long some = folders().stream().filter(rules -> !RuleCheck.errors(RuleFiles.folder(rules)).isEmpty()).count();
        assertThat(some).isGreaterThan(10);
    }
}
