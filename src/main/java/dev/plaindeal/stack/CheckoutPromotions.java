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

    /** What the buyer could choose otherwise, each with the promotions for which nothing else is missing. */
    Map<CheckoutChange, Set<String>> changes(List<Chance> chances) {
        Map<CheckoutChange, Set<String>> changes = new LinkedHashMap<>();
        int asked = 0;
        for (Chance chance : byKey.isEmpty() ? List.<Chance>of() : chances) {
            for (Promotion promotion : near(chance)) {
                if (asked++ == MOST_ASKED) {
                    return changes;
                }
                CheckoutChange.of(chance, promotion).ifPresent(change ->
                        changes.computeIfAbsent(change, c -> new LinkedHashSet<>()).add(promotion.id()));
            }
        }
        return changes;
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
