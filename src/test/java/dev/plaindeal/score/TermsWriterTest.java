package dev.plaindeal.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written is read as it was. */
class TermsWriterTest {

    private static List<PresentedTerms> all() {
        List<PresentedTerms> all = new ArrayList<>();
        for (var pair : Cases.file("pairs.json")) {
            all.addAll(read(pair.path("simpler").toString()));
            all.addAll(read(pair.path("harder").toString()));
        }
        for (var example : Cases.file("examples.json")) {
            all.addAll(read(example.path("terms").toString()));
        }
        return all;
    }

    private static List<PresentedTerms> read(String json) {
        TermsReading reading = TermsReader.read(json, "terms.json");
        assertThat(reading.problems()).isEmpty();
        return reading.terms();
    }

    @Test
    void everyCaseOfTheProjectComesBackAsItWas() {
        List<PresentedTerms> all = all();
        assertThat(all).hasSizeGreaterThan(100);
        for (PresentedTerms terms : all) {
            assertThat(read(JsonWriter.line(out -> TermsWriter.fields(out, terms)))).containsExactly(terms);
        }
    }

    @Test
    void whatIsAsUsualIsLeftOut() {
        PresentedTerms terms = new PresentedTerms(
                PresentedContext.of("47.99", "USD"), List.of(LayerTerms.of(LayerKind.PERCENT, "17").build()));
        assertThat(JsonWriter.line(out -> TermsWriter.fields(out, terms)))
                .isEqualTo("{\"context\":{\"price\":\"47.99\",\"currency\":\"USD\"},\"layers\":[{\"kind\":\"percent\",\"value\":\"17\"}]}");
    }
}
