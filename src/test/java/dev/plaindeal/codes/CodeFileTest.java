package dev.plaindeal.codes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Code;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A code file finds what is in it and nothing else, and says so when it is not as it was written. */
class CodeFileTest {

    private static final long SEED = 20261127;

    @TempDir
    private Path folder;

    private static Map<String, String> codes(int count) {
        Random random = new Random(SEED);
        Map<String, String> codes = new TreeMap<>();
        while (codes.size() < count) {
            String letters = random.nextInt(5) == 0 ? "\u00c9\ud83c\udf75\u8336-A" : "ABC23-";
            StringBuilder code = new StringBuilder();
            for (int i = 1 + random.nextInt(9); i > 0; i--) {
                int at = letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())));
                code.appendCodePoint(letters.codePointAt(at));
            }
            codes.put(Code.normal(code.toString()), "pool-" + random.nextInt(4));
        }
        return codes;
    }

    private Path file(Map<String, String> codes) throws IOException {
        String list = codes.entrySet().stream().map(one -> one.getKey() + "\t" + one.getValue()).collect(Collectors.joining("\n"));
        Path file = folder.resolve("codes.txt");
        Files.deleteIfExists(file);
        CodeLists.alone(done -> {}).inLotsOf(7)
                .merge(List.of(), List.of(new CodeLists.Listed("list", new ByteArrayInputStream(list.getBytes(UTF_8)))), Optional.empty(), file);
        return file;
    }

    private static String refusal(Path file) {
        try {
            CodeFile.open(file);
            return "";
        } catch (ProblemException refused) {
            return refused.problems().get(0).code();
        }
    }

    @Test
    void everyCodeIsFoundInItsPoolAndNothingBesideIt() throws IOException {
        for (int count : new int[] {0, 1, 2, 3, 500}) {
            Map<String, String> codes = codes(count);
            Path file = file(codes);
            for (int bits : new int[] {4, 7, 30}) {
                CodeFile opened = CodeFile.open(file, MappedFile.of(file, bits));
                assertThat(opened.codes()).isEqualTo(count);
                codes.forEach((code, pool) -> assertThat(opened.pool(code)).as(code).contains(pool));
                for (String code : codes(1_500).keySet()) {
                    assertThat(opened.pool(code)).isEqualTo(Optional.ofNullable(codes.get(code)));
                    assertThat(opened.pool(code + "!")).isEmpty();
                }
                assertThat(opened.pool("plaindeal-codes 1")).isEmpty();
                assertThat(opened.pool("\ud83c")).isEmpty();
            }
        }
    }

    @Test
    void aFileIsSortedByItsBytesAndAPersonCanReadIt() throws IOException {
        assertThat(Files.readString(file(Map.of("B", "x", "A-1", "y", "\u00c9", "x"))))
                .isEqualTo("plaindeal-codes 1 codes=000000000000003 bytes=000000000000015 crc32c=f99a997c\nA-1\ty\nB\tx\n\u00c9\tx\n");
    }

    @Test
    void aFileThatWasCutOffIsRefusedWhereverItWas() throws IOException {
        byte[] whole = Files.readAllBytes(file(codes(40)));
        Path cut = folder.resolve("cut");
        for (int length = 0; length < whole.length; length++) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThat(refusal(cut)).as("%d of %d bytes", length, whole.length)
                    .isEqualTo(length < CodesHeader.LENGTH ? "no-code-file" : "damaged-code-file");
            assertThat(CodeFileCheck.of(cut, done -> {}).problems()).isNotEmpty();
        }
        Files.write(cut, Arrays.copyOf(whole, whole.length + 1));
        assertThat(refusal(cut)).isEqualTo("damaged-code-file");
    }

    /** What opening does not see the check does. */
    @Test
    void everyChangedByteIsFoundByTheCheck() throws IOException {
        byte[] whole = Files.readAllBytes(file(codes(12)));
        Path changed = folder.resolve("changed");
        assertThat(CodeFileCheck.of(folder.resolve("codes.txt"), done -> {}).problems()).isEmpty();
        for (int at = 0; at < whole.length; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 1;
            Files.write(changed, bytes);
            assertThat(CodeFileCheck.of(changed, done -> {}).problems()).as("byte %d", at).isNotEmpty();
        }
    }

    @Test
    void linesInAnotherOrderAreRefused() throws IOException {
        Path file = file(codes(300));
        List<String> lines = Files.readAllLines(file);
        Collections.swap(lines, 100, 200);
        Files.writeString(file, String.join("\n", lines) + "\n");
        assertThat(refusal(file)).isEqualTo("not-sorted");
        assertThat(CodeFileCheck.of(file, done -> {}).problems()).extracting(Problem::code).contains("not-sorted");
        assertThat(CodeFileCheck.of(file, done -> {}).problems()).extracting(problem -> problem.place().line()).contains(102);
    }

    /** As a buyer's code is compared, or it would never be found. */
    @Test
    void aCodeInAnotherFormIsToldByTheCheck() throws IOException {
        Path file = file(Map.of("TEA", "x"));
        Files.writeString(file, Files.readString(file).replace("TEA\t", "Tea\t"));
        assertThat(CodeFileCheck.of(file, done -> {}).problems().get(0).message()).isEqualTo("the code is not in its normal form, TEA");
        assertThat(refusal(file)).isEqualTo("not-sorted");
    }

    @Test
    void whatIsNoCodeFileIsRefusedWithASentence() throws IOException {
        Path list = Files.writeString(folder.resolve("list"), "A\nB\n");
        assertThatThrownBy(() -> CodeFile.open(list)).isInstanceOf(ProblemException.class).hasMessageContaining("codes merge LIST");
        assertThatThrownBy(() -> CodeFile.open(folder)).hasMessageContaining("[not-a-file]");
        assertThatThrownBy(() -> CodeFile.open(folder.resolve("none"))).hasMessageContaining("[unreadable-file]");
    }

    /** A line that is damaged after opening is no answer. */
    @Test
    void aDamagedLineThatIsMetIsNoAnswer() throws IOException {
        Path file = file(codes(2_000));
        CodeFile opened = CodeFile.open(file);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = CodesHeader.LENGTH; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\t' ? (byte) '\n' : bytes[i];
        }
        Files.write(file, bytes);
        String code = codes(2_000).keySet().iterator().next();
        assertThatThrownBy(() -> opened.pool(code)).isInstanceOf(IllegalStateException.class);
    }
}
