package dev.plaindeal.returns;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small orders in euros, their rules, and ways to send them back, for the tests of returns. */
final class Orders {

    static final Currency EUR = Currency.of("EUR");

    private Orders() {}

    static Map.Entry<String, String> rule(String id, String pattern, String offer) {
        return Map.entry("promotions/" + id + ".drl", """
                // A promotion for returns.
                package promotions
                import dev.plaindeal.model.*

                rule "%s"
                when
                    %s
                then
                    %s
                end
                """.formatted(id, pattern, offer));
    }

    static Basket basket(List<Line> lines, Map<String, Money> fees, List<String> codes) {
        return new Basket(
                "order", "DE", EUR, "de-DE", Channel.SHELF, RandomDeals.AT, Buyer.unknown(),
                lines.stream().map(Line::store).distinct().map(Store::local).toList(),
                lines, fees, "", codes, Remaining.UNTOUCHED);
    }

    static Line line(String id, String store, long cents, int quantity) {
        return Line.of(id, "sku-" + id, store, new Money(cents, EUR), quantity);
    }

    /** All units, shuffled, in lots of 1 to {@code most}. */
    static List<Map<String, Integer>> steps(Map<String, Integer> quantities, int most, Random random) {
        List<String> units = new ArrayList<>();
        quantities.forEach((line, quantity) -> units.addAll(Collections.nCopies(quantity, line)));
        Collections.shuffle(units, random);
        List<Map<String, Integer>> steps = new ArrayList<>();
        while (!units.isEmpty()) {
            Map<String, Integer> step = new LinkedHashMap<>();
            for (int n = 1 + random.nextInt(most); n > 0 && !units.isEmpty(); n--) {
                step.merge(units.remove(units.size() - 1), 1, Integer::sum);
            }
            steps.add(step);
        }
        return steps;
    }
}
