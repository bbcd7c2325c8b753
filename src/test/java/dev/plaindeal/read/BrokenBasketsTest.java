package dev.plaindeal.read;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every broken basket beside the text its reader gets to see. {@code -Dupdate=true} writes the texts anew; the change is
 * then reviewed like code.
 */
class BrokenBasketsTest {

    static final Path FOLDER = Path.of("fixtures/_broken");
    private static final String BASKET = ".basket.json";
    private static final String PROBLEMS = ".problems.txt";
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    static List<String> cases() throws IOException {
        return stems(BASKET);
    }

    private static List<String> stems(String ending) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    static byte[] basket(String name) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(name + BASKET));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrong(String name) throws IOException {
        List<BasketReading> readings = BasketReader.readAll(name + BASKET, basket(name), NOW);
        String text = readings.stream()
                .flatMap(reading -> reading.problems().stream())
                .map(problem -> problem.text() + "\n")
                .collect(joining());

        assertThat(text).isNotEmpty();
        Path golden = FOLDER.resolve(name + PROBLEMS);
        if (Boolean.getBoolean("update")) {
            Files.writeString(golden, text);
        }
        assertThat(golden).exists();
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sortsByPlaceAndHasABasketUnlessAnErrorStandsAgainstIt(String name) throws IOException {
        for (BasketReading reading : BasketReader.readAll(name, basket(name), NOW)) {
            assertThat(reading.problems()).isSorted();
            assertThat(reading.basket().isEmpty()).isEqualTo(reading.problems().stream().anyMatch(Problem::isError));
        }
    }

    @Test
    void coversManyCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void leavesNoTextWithoutItsBasket() throws IOException {
        for (String name : stems(PROBLEMS)) {
            assertThat(Stream.of(BASKET, ".drl").map(ending -> FOLDER.resolve(name + ending)))
                    .as("a broken basket or rule file beside %s%s", name, PROBLEMS)
                    .anyMatch(Files::exists);
        }
    }
}
