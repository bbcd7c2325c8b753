package dev.plaindeal.calibrate;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.language.BuyerWords;
import dev.plaindeal.language.Messages;
import dev.plaindeal.score.LayerTerms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plan as one page that asks it: it needs no network, keeps what was answered on the device, and gives a file of answers at the
 * end. What is right and what is easier is not in it. In twelve languages; prices are written as each language writes them in the
 * plan's market.
 */
public final class QuestionnairePage {

    private static final String TEMPLATE = "questionnaire.html";
    private static final String DATA = "/*DATA*/";
    /** Stands before the lines of each further layer. */
    private static final String NEXT_LAYER = "+";
    /** How languages write money and days. */
    private static final Messages MESSAGES = Messages.packedForOthers();

    private final CalibrationPlan plan;
    private final Map<CardLine, Integer> lines = new LinkedHashMap<>();

    private QuestionnairePage(CalibrationPlan plan) {
        this.plan = plan;
    }

    /** The page. */
    public static String of(CalibrationPlan plan) {
        return template().replace(DATA, harmless(new QuestionnairePage(plan).data()));
    }

    private static String template() {
        try (InputStream in = QuestionnairePage.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException("no " + TEMPLATE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** No text can end the script it stands in. */
    private static String harmless(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    private String data() {
        List<CardOnPage> cards = plan.cards().stream().map(this::card).toList();
        int decimals = plan.cards().isEmpty() ? 0 : plan.cards().get(0).terms().context().currency().digits();
        return JsonWriter.line(out -> {
            out.text("plan", plan.id());
            out.whole("decimals", decimals);
            out.text("header", AnswersReader.HEADER);
            out.objects("cards", cards, QuestionnairePage::card);
            out.objects("forms", plan.forms(), QuestionnairePage::form);
            out.objects("languages", QuestionnaireTexts.TAGS, this::language);
        });
    }

    /** A card whose lines are numbers of lines. */
    private record CardOnPage(String id, List<String> lines) {}

    private CardOnPage card(Card card) {
        List<String> numbers = new ArrayList<>();
        numbers.add(number(CardLines.price(card)));
        for (LayerTerms layer : card.terms().layers()) {
            numbers.add(NEXT_LAYER);
            CardLines.layer(card, layer).forEach(line -> numbers.add(number(line)));
        }
        return new CardOnPage(card.id(), numbers);
    }

    private String number(CardLine line) {
        lines.putIfAbsent(line, lines.size());
        return String.valueOf(lines.get(line));
    }

    private static void card(JsonWriter out, CardOnPage card) {
        out.text("id", card.id());
        out.texts("lines", card.lines());
    }

    private static void form(JsonWriter out, QuestionForm form) {
        out.objects("items", form.items(), QuestionnairePage::item);
    }

    private static void item(JsonWriter out, PlannedItem item) {
        out.text("id", item.id());
        if (item instanceof PlannedItem.PairChoice choice) {
            pair(out, choice.a(), choice.b());
        } else if (item instanceof PlannedItem.RepeatedChoice again) {
            pair(out, again.a(), again.b());
        } else if (item instanceof PlannedItem.AttentionCheck check) {
            pair(out, check.a(), check.b());
        } else if (item instanceof PlannedItem.TimedPrice timed) {
            out.text("card", timed.card());
        }
    }

    private static void pair(JsonWriter out, String a, String b) {
        out.text("a", a);
        out.text("b", b);
    }

    private void language(JsonWriter out, String tag) {
        QuestionnaireTexts texts = QuestionnaireTexts.of(tag);
        BuyerWords words = MESSAGES.in(tag + "-" + plan.market());
        out.text("tag", tag);
        out.text("dir", texts.isRightToLeft() ? "rtl" : "ltr");
        out.object("says", () -> texts.ofPage().forEach(out::text));
        out.text("all", texts.fill("card.all", Map.of()));
        out.texts("lines", lines.keySet().stream().map(line -> line.in(texts, words)).toList());
    }
}
