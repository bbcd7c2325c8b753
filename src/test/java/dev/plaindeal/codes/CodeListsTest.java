package dev.plaindeal.codes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.codes.CodeLists.Listed;
import dev.plaindeal.codes.CodeLists.Written;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many codes there are, the file that is written is sorted, whole and has each once; nothing else is left behind. */
class CodeListsTest {

    private static final long SEED = 20261127;

    @TempDir
    private Path folder;

    private Path at(String name) {
        return folder.resolve(name);
    }

    private static Listed list(String text) {
        return new Listed("list.txt", new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private List<String> lines(String name) throws IOException {
        assertThat(CodeFileCheck.of(at(name), done -> {}).problems()).isEmpty();
        List<String> lines = Files.readAllLines(at(name));
        return lines.subList(1, lines.size());
    }

    private void nothingElseIsLeft(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }

    @Test
    void manyLotsBecomeOneSortedFile() throws IOException {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            codes.add("C" + i);
        }
        List<String> shuffled = new ArrayList<>(codes);
        Collections.shuffle(shuffled, new Random(SEED));
        Written written = CodeLists.alone(done -> {}).inLotsOf(3)
                .merge(List.of(), List.of(list(String.join("\r\n", shuffled))), Optional.of("p"), at("out"));
        assertThat(written).isEqualTo(new Written(1_000, 0));
        Collections.sort(codes);
        assertThat(lines("out")).isEqualTo(codes.stream().map(code -> code + "\tp").toList());
        nothingElseIsLeft("out");
    }

    @Test
    void codesAreWrittenAsTheyCompareAndEachOnce() throws IOException {
        Written written = CodeLists.alone(done -> {})
                .merge(List.of(), List.of(list("b 1\n\nB1\n a2 \tq\n"), list("A2\tq\n")), Optional.of("p"), at("out"));
        assertThat(written).isEqualTo(new Written(2, 2));
        assertThat(lines("out")).containsExactly("A2\tq", "B1\tp");
    }

    @Test
    void filesAreAddedTo() throws IOException {
        CodeLists.alone(done -> {}).merge(List.of(), List.of(list("B\nD\n")), Optional.of("p"), at("one"));
        CodeLists.alone(done -> {}).merge(List.of(), List.of(list("A\nD\n")), Optional.of("p"), at("two"));
        CodeLists.with(at("one"), done -> {}).merge(List.of(at("two")), List.of(list("C\tq")), Optional.empty(), at("out"));
        assertThat(lines("out")).containsExactly("A\tp", "B\tp", "C\tq", "D\tp");
        assertThatThrownBy(() -> CodeLists.with(at("one"), done -> {})
                        .merge(List.of(), List.of(list("B\tq")), Optional.empty(), at("clash")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the code B would be in the pools p and q")
                .hasMessageContaining("[code-in-two-pools]");
    }

    @Test
    void whatIsWrongInAListIsToldByItsLine() {
        assertThatThrownBy(() -> CodeLists.alone(done -> {})
                        .merge(List.of(), List.of(list("A\tp\nB\nC\ttwo words\nA\u0410\tp\n")), Optional.empty(), at("out")))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problems())
                        .extracting(problem -> problem.place().text() + " " + problem.code())
                        .containsExactly("list.txt:2:1 no-pool", "list.txt:3:1 wrong-value", "list.txt:4:1 wrong-value"));
    }

    @Test
    void madeCodesAreAllOfOneFormAndFit() throws IOException {
        CodeLists.alone(done -> {}).inLotsOf(10).make(new CodeOrder("p", 500, 10, "TEA"), at("out"));
        assertThat(lines("out")).hasSize(500).allSatisfy(line -> {
            assertThat(line).matches("TEA-[2-9CDFHJKMNPQRTVWX]{10}\tp");
            assertThat(CodeSigns.fit(line.substring(0, line.indexOf('\t')))).isTrue();
        });
        nothingElseIsLeft("out");
        CodeLists.alone(done -> {}).make(new CodeOrder("p", 500, 10, "TEA"), at("other"));
        assertThat(lines("other")).as("drawn anew").doesNotContainAnyElementsOf(lines("out"));
    }

    /** As if chance had it that the same is drawn again and again. */
    private static RandomGenerator repeating(int times) {
        return new RandomGenerator() {
            private int asked;

            @Override
            public long nextLong() {
                throw new AssertionError("bytes alone are drawn");
            }

            @Override
            public void nextBytes(byte[] bytes) {
                new Random(SEED + asked++ / times).nextBytes(bytes);
            }
        };
    }

    @Test
    void whatIsDrawnTwiceIsDrawnAgain() throws IOException {
        CodeLists.alone(done -> {}).inLotsOf(100).make(new CodeOrder("p", 5_000, 12, ""), at("one"), repeating(3));
        assertThat(lines("one")).hasSize(5_000);
        CodeLists.with(at("one"), done -> {}).make(new CodeOrder("q", 5_000, 12, ""), at("both"), repeating(1));
        assertThat(lines("both")).hasSize(10_000).containsAll(lines("one"));
        assertThat(CodeFileCheck.of(at("both"), done -> {}).byPool()).containsEntry("p", 5_000L).containsEntry("q", 5_000L);
    }

    @Test
    void codesThatAreEasyToGuessAreNotMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeOrder("p", 10_000_000, 10, ""))
                .withMessage("one guess in 180,115 would hit one of these codes; make them at least 11 long");
        assertThat(new CodeOrder("p", 10_000_000, 11, "").guesses(10_000_000)).isEqualTo(4_142_651);
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeOrder("p", 10_000_000, 11, "").requireHardToGuessBeside(40_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeOrder("p", 0, 12, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeOrder("a pool", 1, 12, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeOrder("p", 1, 12, "tea")).withMessageEndingWith("TEA");
        assertThatIllegalArgumentException().isThrownBy(() -> new CodeOrder("p", 1, 200, ""));
    }

    @Test
    void aFileThatIsFullOfMistakesTellsTheFirstHundred() {
        assertThatThrownBy(() -> CodeLists.alone(done -> {}).merge(List.of(), List.of(list("A\n".repeat(1_000))), Optional.empty(), at("out")))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problems())
                        .hasSize(100).extracting(Problem::code).containsOnly("no-pool"));
    }
}
