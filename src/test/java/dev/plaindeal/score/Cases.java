package dev.plaindeal.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The worked examples, pairs and ties the score was given to keep; see SOURCE.md beside them. */
final class Cases {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Cases() {}

    static JsonNode file(String name) {
        try (InputStream in = Cases.class.getResourceAsStream("/simplicity/" + name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PresentedTerms terms(JsonNode node) {
        TermsReading reading = TermsReader.read(node.toString(), "case");
        if (!reading.isUsable()) {
            throw new AssertionError(reading.problems().toString());
        }
        return reading.terms().get(0);
    }
}
