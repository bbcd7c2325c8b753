package dev.plaindeal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.verify.FixtureRun.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money and looks change for different reasons, and so do the files that hold them. */
class GoldensApartTest {

    @TempDir
    Path desk;

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private Map<String, String> texts(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(desk.resolve("fixtures"))) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(file -> file.toString().endsWith(ending)).toList()) {
                texts.put(file.toString(), Files.readString(file));
            }
            return texts;
        }
    }

    @Test
    void anEditOfAWeightRewritesNoMoney() throws IOException {
        copy(Path.of("rules"), desk.resolve("rules"));
        for (String folder : List.of("article", "codes", "layers", "limits")) {
            copy(Path.of("fixtures").resolve(folder), desk.resolve("fixtures").resolve(folder));
        }
        Path steps = desk.resolve("rules/simplicity/steps.drl");
        String edited = Files.readString(steps).replace(".takes(\"1.20\").says(\"reading\")", ".takes(\"1.21\").says(\"reading\")");
        assertThat(edited).isNotEqualTo(Files.readString(steps));
        Files.writeString(steps, edited);
        Map<String, String> money = texts(Golden.MONEY.ending());
        Map<String, String> looks = texts(Golden.SIMPLICITY.ending());

        FixtureRun run = FixtureRun.of(FixtureFolder.read(desk.resolve("fixtures")),
                () -> PromotionEngine.load(desk.resolve("rules")), Mode.UPDATE, EnumSet.allOf(Golden.class), done -> {});

        assertThat(texts(Golden.MONEY.ending())).hasSizeGreaterThan(40).isEqualTo(money);
        assertThat(RunTally.of(run).different()).isEqualTo(looks.size());
        texts(Golden.SIMPLICITY.ending()).forEach((file, text) -> assertThat(text).as(file).isNotEqualTo(looks.get(file)));
    }
}
