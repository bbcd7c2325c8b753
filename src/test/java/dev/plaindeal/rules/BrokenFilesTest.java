package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.grammar.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people read when a rule file is broken: {@code fixtures/_broken/x.drl} gives {@code x.problems.txt}, letter for
 * letter. Run with {@code -Dupdate=true} to write the texts anew, then read the difference.
 */
class BrokenFilesTest {

    private static final Path FIXTURES = Path.of("fixtures", "_broken");
    private static final String EXPECTED = ".problems.txt";

    static List<String> cases() throws IOException {
        return List.copyOf(names(RuleFiles.ENDING));
    }

    private static Set<String> names(String ending) throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void everyBrokenFileHasItsText() throws IOException {
        Set<String> texts = names(EXPECTED);
        assertThat(cases()).hasSizeGreaterThan(60).allSatisfy(name -> assertThat(texts).contains(name));
        texts.removeAll(names(RuleFiles.ENDING));
        texts.removeAll(names(".basket.json"));
        assertThat(texts).as("texts that belong to no broken file").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsBroken(String name, @TempDir Path folder) throws IOException {
        List<Problem> problems = problems(name, folder);
        String text = problems.stream()
                .map(Problem::text)
                .map(line -> line.replace(folder.toString(), "rules") + "\n")
                .collect(Collectors.joining());
        Path expected = FIXTURES.resolve(name + EXPECTED);
        if (Boolean.getBoolean("update")) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
    }

    private static List<Problem> problems(String name, Path folder) throws IOException {
        Path file = folder.resolve(folder(name)).resolve(name + RuleFiles.ENDING);
        Files.createDirectories(folder.resolve(RuleFolder.PROMOTIONS));
        Files.createDirectories(file.getParent());
        Files.copy(FIXTURES.resolve(name + RuleFiles.ENDING), file);
        RuleFiles files = RuleFiles.folder(folder);
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> RuleBook.load(files));
        assertThat(refused).as(name + " is taken although it is broken").isNotNull();
        return refused.problems();
    }

    private static String folder(String name) {
        return Stream.of(RuleFolder.STACKING, RuleFolder.SIMPLICITY, RuleFolder.ATTRIBUTES)
                .filter(folder -> name.startsWith(folder + "-"))
                .findFirst()
                .orElse(RuleFolder.PROMOTIONS);
    }
}
