package dev.plaindeal.calibrate;

import dev.plaindeal.score.PresentedTerms;
import dev.plaindeal.score.TermsReader;
import dev.plaindeal.score.TermsReading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a plan as {@link PlanJson} wrote it. For one thread. */
public final class PlanReader {

    private final Set<String> cards = new HashSet<>();
    private final Set<String> items = new HashSet<>();

    private PlanReader() {}

    /**
     * Reads a JSON text.
     *
     * @param file what to call it in problems
     * @throws dev.plaindeal.problem.ProblemException with every problem
     */
    public static CalibrationPlan read(String json, String file) {
        FileFields whole = FileFields.read(json, file);
        PlanReader reader = new PlanReader();
        String id = whole.text("plan");
        String market = whole.text("market");
        long seed = whole.whole("seed");
        List<Card> cards = new ArrayList<>();
        whole.objects("cards").forEach(fields -> reader.card(fields).ifPresent(cards::add));
        List<QuestionForm> forms = whole.objects("forms").stream().map(reader::form).toList();
        whole.requireNoProblem();
        return new CalibrationPlan(id, market, seed, cards, forms);
    }

    private Optional<Card> card(FileFields fields) {
        String id = fields.text("id");
        if (!cards.add(id)) {
            fields.refuse("id", "there are two cards " + id, "");
        }
        TermsReading reading = TermsReader.read(fields.json("terms"), fields.file());
        fields.note("terms", reading.problems());
        return reading.terms().stream().findFirst().map(terms -> card(id, terms, fields));
    }

    private static Card card(String id, PresentedTerms terms, FileFields fields) {
        Optional<BigDecimal> pay = fields.has("pay") ? amount(fields) : Optional.empty();
        return new Card(id, terms, pay);
    }

    private static Optional<BigDecimal> amount(FileFields fields) {
        String text = fields.text("pay");
        if (!text.matches(AnswersReader.PRICE)) {
            fields.refuse("pay", "pay is an amount here, not " + text, "");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    private QuestionForm form(FileFields fields) {
        return new QuestionForm(fields.count("form"), fields.objects("items").stream().map(this::item).toList());
    }

    private PlannedItem item(FileFields fields) {
        String id = fields.text("id");
        if (!items.add(id)) {
            fields.refuse("id", "there are two items " + id, "");
        }
        String ask = fields.text("ask");
        return switch (ask) {
            case "choice" -> new PlannedItem.PairChoice(id, card(fields, "a"), card(fields, "b"));
            case "repeat" -> new PlannedItem.RepeatedChoice(id, of(fields), card(fields, "a"), card(fields, "b"));
            case "attention" -> new PlannedItem.AttentionCheck(id, card(fields, "a"), card(fields, "b"), easier(fields));
            case "price" -> new PlannedItem.TimedPrice(id, card(fields, "card"));
            default -> {
                fields.refuse("ask", "ask is one of choice, repeat, attention, price", "");
                yield new PlannedItem.TimedPrice(id, "");
            }
        };
    }

    private String card(FileFields fields, String field) {
        String id = fields.text(field);
        if (!id.isEmpty() && !cards.contains(id)) {
            fields.refuse(field, "there is no card " + id, "");
        }
        return id;
    }

    private String of(FileFields fields) {
        String id = fields.text("of");
        if (!id.isEmpty() && !items.contains(id)) {
            fields.refuse("of", "there is no item " + id + " before it", "");
        }
        return id;
    }

    private static Side easier(FileFields fields) {
        Optional<Side> side = Side.of(fields.text("easier"));
        if (side.isEmpty()) {
            fields.refuse("easier", "easier is a or b", "");
        }
        return side.orElse(Side.A);
    }
}
