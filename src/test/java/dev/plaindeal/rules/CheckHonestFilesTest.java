package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.check.CheckReport;
import dev.plaindeal.check.RuleCheck;
import dev.plaindeal.problem.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever people write, a check of it ends, and points into the file at a word. */
class CheckHonestFilesTest {

    private static final long SEED = 20_261_102;

    @Test
    void everyFindingPointsAtAWord(@TempDir Path folder) throws IOException {
        for (Map.Entry<String, String> file : new HonestFiles(SEED).files(400).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        CheckReport report = RuleCheck.of(folder, Optional.of(Instant.parse("2026-12-01T00:00:00Z")));
        assertThat(report.promotions()).isEqualTo(400);
        assertThat(report.problems()).as("seed " + SEED).hasSizeGreaterThan(100);
        assertThat(report.problems()).extracting(problem -> problem.code()).doesNotContain("no-sense", "not-expected");
        assertThat(report.problems()).allSatisfy(problem -> assertThat(isWord(problem.place())).as(problem.text()).isTrue());
    }

    private static boolean isWord(Place place) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(place.file()));
        String line = lines.get(place.line() - 1);
        return line.equals(place.source().stripTrailing()) || line.equals(place.source())
                ? " .,()".indexOf(line.charAt(place.column() - 1)) < 0
                : false;
    }
}
