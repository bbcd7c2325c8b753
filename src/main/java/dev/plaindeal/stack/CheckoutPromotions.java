package dev.plaindeal.stack;

import dev.plaindeal.model.Chance;
import dev.plaindeal.model.ChanceField;
import dev.plaindeal.offer.Promotion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The promotions of a rule book that ask for something the buyer can still choose. Immutable.
 *
 * <p>They are found by the code, store or market they name, as Drools finds them, so that a basket looks only at those that
 * could be for it.
 */
public final class CheckoutPromotions {

    /** What promotions are found by, the fewest first. */
    private static final List<ChanceField> KEYS = List.of(ChanceField.CODE, ChanceField.STORE, ChanceField.MARKET);

    /** Promotions that are looked at for one basket; nobody is told of more. */
    private static final int MOST_ASKED = 1 << 14;

    /** A promotion that could be for this chance. */
    private record Near(Chance chance, Promotion promotion) {}

    private record NamedBy(ChanceField field, String value) {
        static final NamedBy NOTHING = new NamedBy(ChanceField.MARKET, "");
    }

    private final Map<NamedBy, List<Promotion>> byKey = new HashMap<>();

    private CheckoutPromotions() {}

    /** Those among these promotions. */
    public static CheckoutPromotions of(Collection<Promotion> promotions) {
        CheckoutPromotions all = new CheckoutPromotions();
        promotions.stream()
                .filter(promotion -> promotion.conditions().stream().anyMatch(asked -> CheckoutChoice.of(asked).isPresent()))
                .forEach(promotion -> keys(promotion).forEach(key -> all.byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(promotion)));
        return all;
    }

    private static List<NamedBy> keys(Promotion promotion) {
        for (ChanceField field : KEYS) {
            List<String> values = promotion.mayBe(field.key());
            if (!values.isEmpty()) {
                return values.stream().distinct().map(value -> new NamedBy(field, value)).toList();
            }
        }
        return List.of(NamedBy.NOTHING);
    }

    /**
     * What the buyer could choose otherwise, each with the promotions for which nothing else is missing; the first choice of every
     * promotion before the second of any.
     */
    Map<CheckoutChange, Set<String>> changes(List<Chance> chances) {
        Map<CheckoutChange, Set<String>> changes = new LinkedHashMap<>();
        Map<CheckoutChange, Set<String>> further = new LinkedHashMap<>();
        near(chances).forEach(near -> {
            List<CheckoutChange> own = CheckoutChange.of(near.chance(), near.promotion());
            own.stream().limit(1).forEach(change -> add(changes, change, near.promotion().id()));
            own.stream().skip(1).forEach(change -> add(further, change, near.promotion().id()));
        });
        further.forEach((change, promotions) -> promotions.forEach(id -> add(changes, change, id)));
        return changes;
    }

    private static void add(Map<CheckoutChange, Set<String>> changes, CheckoutChange change, String promotion) {
        changes.computeIfAbsent(change, c -> new LinkedHashSet<>()).add(promotion);
    }

    private Stream<Near> near(List<Chance> chances) {
        return (byKey.isEmpty() ? List.<Chance>of() : chances)
                .stream()
                .flatMap(chance -> near(chance).stream().map(promotion -> new Near(chance, promotion)))
                .limit(MOST_ASKED);
    }

    private List<Promotion> near(Chance chance) {
        List<Promotion> near = new ArrayList<>(byKey.getOrDefault(NamedBy.NOTHING, List.of()));
        for (ChanceField field : KEYS) {
            field.value(chance).ifPresent(value ->
                    near.addAll(byKey.getOrDefault(new NamedBy(field, String.valueOf(value)), List.of())));
        }
        near.removeIf(promotion -> promotion.kind() != chance.kind());
        return near;
    }
}
