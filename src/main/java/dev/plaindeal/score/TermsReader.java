package dev.plaindeal.score;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plaindeal.money.Currency;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads structured terms: one object with {@code context} and {@code layers}, or an array of such objects.
 *
 * <p>Refuses what it does not know, and collects every problem instead of stopping at the first. The format is described
 * by {@code terms.schema.json}. Thread-safe.
 */
public final class TermsReader {

    private static final int MOST_TERMS = 10_000;
    private static final int MOST_LAYERS = 50;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxNumberLength(40)
                            .maxStringLength(10_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TermsReader() {}

    /**
     * Reads a JSON text.
     *
     * @param json one object or an array
     * @param file what to call it in problems
     */
    public static TermsReading read(String json, String file) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            return new TermsReading(List.of(), List.of(broken(broken, file)));
        }
        List<Problem> problems = new ArrayList<>();
        List<PresentedTerms> terms = new ArrayList<>();
        if (root.isArray()) {
            readAll(root, file, terms, problems);
        } else {
            one(new TermsObject(root, "", file, problems), terms);
        }
        return new TermsReading(problems.isEmpty() ? terms : List.of(), problems);
    }

    private static Problem broken(JsonProcessingException broken, String file) {
        int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
        int column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr();
        String sentence = broken.getOriginalMessage().startsWith("Duplicate field")
                ? "a field is given twice in one object"
                : "this is not JSON";
        return Problem.error(
                "terms-not-json", Place.of(file, Math.max(0, line), Math.max(0, column), ""), sentence, "");
    }

    private static void readAll(JsonNode root, String file, List<PresentedTerms> terms, List<Problem> problems) {
        if (root.isEmpty() || root.size() > MOST_TERMS) {
            new TermsObject(root, "", file, problems)
                    .refuse("", "1 to " + MOST_TERMS + " terms can be scored at once, not " + root.size(), "");
            return;
        }
        for (int i = 0; i < root.size(); i++) {
            one(new TermsObject(root.get(i), "/" + i, file, problems), terms);
        }
    }

    private static void one(TermsObject fields, List<PresentedTerms> terms) {
        int before = fields.problemCount();
        fields.known("context", "layers");
        List<PresentedContext> context = new ArrayList<>();
        fields.object("context").ifPresent(object -> ContextReader.read(object).ifPresent(context::add));
        Currency currency = context.isEmpty() ? ContextReader.UNLESS_NAMED : context.get(0).currency();
        List<LayerTerms> layers = new ArrayList<>();
        for (TermsObject layer : fields.objects("layers", 1, MOST_LAYERS)) {
            LayerReader.read(layer, currency).ifPresent(layers::add);
        }
        if (fields.problemCount() == before) {
            terms.add(new PresentedTerms(context.get(0), layers));
        }
    }
}
