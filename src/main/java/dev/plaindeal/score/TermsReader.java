package dev.plaindeal.score;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plaindeal.json.StrictJson;
import dev.plaindeal.money.Currency;
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

    private static final StrictJson JSON = new StrictJson(StreamReadConstraints.builder()
            .maxNestingDepth(20)
            .maxNumberLength(40)
            .maxStringLength(10_000)
            .build());

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
            root = JSON.read(json);
        } catch (StrictJson.NotJson broken) {
            return new TermsReading(List.of(), List.of(broken(broken, file)));
        }
        TermsObject whole = TermsObject.root(root, file);
        List<PresentedTerms> terms = new ArrayList<>();
        if (root.isArray()) {
            readAll(whole, root.size(), terms);
        } else {
            one(whole, terms);
        }
        List<Problem> problems = whole.problems();
        return new TermsReading(problems.isEmpty() ? terms : List.of(), problems);
    }

    private static Problem broken(StrictJson.NotJson broken, String file) {
        return Problem.error("terms-not-json", broken.in(file), broken.sentence(), "");
    }

    private static void readAll(TermsObject whole, int size, List<PresentedTerms> terms) {
        if (size == 0 || size > MOST_TERMS) {
            whole.refuse("", "1 to " + MOST_TERMS + " terms can be scored at once, not " + size, "");
            return;
        }
        for (int i = 0; i < size; i++) {
            one(whole.item(i), terms);
        }
    }

    private static void one(TermsObject fields, List<PresentedTerms> terms) {
        int before = fields.problems().size();
        fields.known("context", "layers");
        List<PresentedContext> context = new ArrayList<>();
        fields.object("context").ifPresent(object -> ContextReader.read(object).ifPresent(context::add));
        Currency currency = context.isEmpty() ? ContextReader.UNLESS_NAMED : context.get(0).currency();
        List<LayerTerms> layers = new ArrayList<>();
        for (TermsObject layer : fields.objects("layers", 1, MOST_LAYERS)) {
            LayerReader.read(layer, currency).ifPresent(layers::add);
        }
        if (fields.problems().size() == before) {
            terms.add(new PresentedTerms(context.get(0), layers));
        }
    }
}
