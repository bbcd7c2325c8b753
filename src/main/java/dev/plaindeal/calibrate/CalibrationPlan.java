package dev.plaindeal.calibrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cards people are shown, and what they are asked of them.
 *
 * @param id names the plan in answers, so that those of another are told apart
 * @param market ISO 3166 code of the buyers
 * @param seed what it was drawn with
 * @param cards all that are shown
 * @param forms one for each person; with more people than forms they begin again
 */
public record CalibrationPlan(String id, String market, long seed, List<Card> cards, List<QuestionForm> forms) {

    /** Copies the lists. */
    public CalibrationPlan {
        cards = List.copyOf(cards);
        forms = List.copyOf(forms);
    }

    /** How many choices there are to be fitted, repeats and attention checks not counted. */
    public long choices() {
        return forms.stream().flatMap(form -> form.items().stream()).filter(PlannedItem.PairChoice.class::isInstance).count();
    }

    /** What is asked, by the name it has in answers. */
    Map<String, PlannedItem> items() {
        Map<String, PlannedItem> items = new LinkedHashMap<>();
        forms.forEach(form -> form.items().forEach(item -> items.put(item.id(), item)));
        return items;
    }

    /** The cards by id. */
    Map<String, Card> cardsById() {
        Map<String, Card> byId = new LinkedHashMap<>();
        cards.forEach(card -> byId.put(card.id(), card));
        return byId;
    }
}
