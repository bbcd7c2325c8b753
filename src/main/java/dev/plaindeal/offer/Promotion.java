package dev.plaindeal.offer;

import java.util.List;
import java.util.Optional;

/**
 * A campaign as announced: what its rule file says, whatever the basket.
 *
 * @param id file name, rule name and promotion id are one
 * @param kind the chance it matches
 * @param conditions what it asks of the chance
 * @param lines what else it asks of the basket, in the order written
 * @param offers what it promises, one entry per statement, in the order written
 * @param says the sentence at the top of the file, empty when there is none
 */
public record Promotion(
        String id, ChanceKind kind, List<Condition> conditions, List<LinePattern> lines, List<OfferTerms> offers, String says) {

    /** A promotion that asks nothing else of the basket. */
    public Promotion(String id, ChanceKind kind, List<Condition> conditions, List<OfferTerms> offers, String says) {
        this(id, kind, conditions, List.of(), offers, says);
    }

    /** Copies the lists. */
    public Promotion {
        conditions = List.copyOf(conditions);
        lines = List.copyOf(lines);
        offers = List.copyOf(offers);
    }

    /** The single string this field must equal, if the rule says so: its code or its store, for instance. */
    public Optional<String> mustBe(String field) {
        for (Condition condition : conditions) {
            if (condition.operator() == Condition.Operator.IS && condition.field().equals(field)) {
                return Optional.of(String.valueOf(condition.values().get(0)));
            }
        }
        return Optional.empty();
    }

    /** Every string this field may be, where the rule names them: its codes or its stores, for instance. */
    public List<String> mayBe(String field) {
        for (Condition condition : conditions) {
            boolean names = condition.operator() == Condition.Operator.IS || condition.operator() == Condition.Operator.IN;
            if (names && condition.field().equals(field)) {
                return condition.values().stream().map(String::valueOf).toList();
            }
        }
        return List.of();
    }

    /** Whether any of its offers is public. */
    public boolean isAnnounced() {
        for (OfferTerms terms : offers) {
            if (terms.combining().announced()) {
                return true;
            }
        }
        return false;
    }
}
