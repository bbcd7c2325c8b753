package dev.plaindeal.studio;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.model.Chance;
import dev.plaindeal.model.ChanceField;
import dev.plaindeal.model.Chances;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.pages.StudioSections.Explained;
import dev.plaindeal.receipt.Receipt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Why promotions that a receipt does not even refuse did not come up: the first thing each asks for that this basket has not. */
final class UnmetConditions {

    private UnmetConditions() {}

    /** One sentence for each promotion the receipt says nothing of, by id. */
    static List<Explained> of(Collection<Promotion> promotions, Basket basket, Receipt receipt) {
        Set<String> told = told(receipt);
        List<Chance> chances = Chances.in(basket).all();
        return promotions.stream()
                .filter(promotion -> !told.contains(promotion.id()))
                .map(promotion -> new Explained(promotion.id(), why(promotion, chances)))
                .toList();
    }

    private static Set<String> told(Receipt receipt) {
        Set<String> told = new HashSet<>();
        receipt.applied().forEach(one -> told.add(one.id()));
        receipt.later().forEach(one -> told.add(one.id()));
        receipt.balances().forEach(one -> told.add(one.id()));
        receipt.rejected().forEach(one -> told.add(one.id()));
        return told;
    }

    private static String why(Promotion promotion, List<Chance> chances) {
        List<List<Condition>> unmet = chances.stream()
                .filter(chance -> chance.kind() == promotion.kind())
                .map(chance -> promotion.conditions().stream().filter(condition -> !chance.meets(condition)).toList())
                .sorted(Comparator.comparingInt(List::size))
                .toList();
        if (unmet.isEmpty()) {
            return "It asks for a code, and none is typed.";
        }
        if (unmet.get(0).isEmpty()) {
            return promotion.lines().isEmpty() ? "It gives nothing here." : "It asks for items that are not in the basket.";
        }
        return unmet.get(0).stream().map(UnmetConditions::words).collect(Collectors.joining("; ", "It asks for ", "."));
    }

    private static String words(Condition condition) {
        List<String> values = new ArrayList<>();
        condition.values().forEach(value -> values.add(String.valueOf(value)));
        return ChanceField.words(condition) + " " + condition.operator().text() + " " + String.join(", ", values);
    }
}
