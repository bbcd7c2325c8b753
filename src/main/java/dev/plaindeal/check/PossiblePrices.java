package dev.plaindeal.check;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.PriceField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether one price can meet all that is asked of the price of a line. */
final class PossiblePrices {

    /** What is asked, and what the answer has to be. */
    private record AskedPrice(PriceField price, Condition condition) {}

    private PossiblePrices() {}

    /** Whether it asks for the price. */
    static boolean isPrice(Condition condition) {
        return PriceField.find(condition.field()).isPresent();
    }

    /** Whether some price meets all of these conditions, which ask for nothing else; true where there are none. */
    static boolean some(List<Condition> conditions) {
        List<AskedPrice> all = conditions.stream()
                .map(condition -> new AskedPrice(PriceField.find(condition.field()).orElseThrow(), condition))
                .toList();
        return candidates(all).stream().anyMatch(price -> all.stream().allMatch(asked -> meets(asked, price)));
    }

    private static boolean meets(AskedPrice asked, Optional<Money> price) {
        return asked.condition().meets(price.isPresent() && asked.price().holds(price.get()));
    }

    /** Nothing, and each amount and those beside it; an empty one is a price in a currency in which no amount is given. */
    private static List<Optional<Money>> candidates(List<AskedPrice> all) {
        List<Optional<Money>> prices = new ArrayList<>();
        prices.add(Optional.empty());
        for (AskedPrice asked : all) {
            asked.price().amounts().minorByCode().forEach((code, minor) -> {
                prices.add(Optional.of(Money.zero(Currency.of(code))));
                for (long near = Math.max(0, minor - 1); near <= minor + 1; near++) {
                    prices.add(Optional.of(new Money(near, Currency.of(code))));
                }
            });
        }
        return prices;
    }
}
