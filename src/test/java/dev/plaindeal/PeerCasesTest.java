package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.receipt.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Cases of other promotion engines, and cases of our own for what those engines can do: each is a rules folder a
 * marketer could have written, and must come out to the minor unit.
 */
class PeerCasesTest {

    private static final List<Path> FOLDERS = List.of(Path.of("fixtures/peers"), Path.of("fixtures/peers-own"));

    @TestFactory
    Stream<DynamicTest> comesOutTheSame() throws IOException {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.id(), () -> {
            Receipt receipt = one.receipt();
            one.check(receipt);
            one.checkReceipt(receipt);
        }));
    }

    @Test
    void everyFileBelongsToACase() throws IOException {
        List<PeerCase> cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(61);
        for (PeerCase one : cases) {
            try (Stream<Path> files = Files.walk(one.folder())) {
                assertThat(files.filter(Files::isRegularFile)).allMatch(one::owns, "belongs to the case");
            }
        }
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).allMatch(Files::isDirectory, "is the folder of a case");
            }
        }
    }

    private static List<PeerCase> cases() throws IOException {
        List<PeerCase> cases = new java.util.ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> found = Files.list(folder)) {
                found.filter(Files::isDirectory).sorted().map(PeerCase::new).forEach(cases::add);
            }
        }
        return cases;
    }
}
