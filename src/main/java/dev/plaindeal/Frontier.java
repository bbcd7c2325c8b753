package dev.plaindeal;

import dev.plaindeal.money.Money;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a buyer could be offered: every stack of promotions that no other beats on both saving and simplicity. Immutable and
 * thread-safe.
 *
 * <p>Worked number: the article's basket has seven, from 20.00 off at a score of 14.0 to nothing off at 100.
 *
 * @param choices largest saving first; the first is the best price that was found
 * @param isWhole whether every stack was seen; otherwise others may belong here, the search having run out of steps
 */
public record Frontier(List<Choice> choices, boolean isWhole) {

    /** Copies the list. */
    public Frontier {
        choices = List.copyOf(choices);
    }

    /**
     * One of them.
     *
     * @param saves what it takes off goods and shipping
     * @param pay what is left to pay
     * @param score how simple it looks, above 0 to 100; empty where an amount is too large to be scored
     * @param promotions ids of those kept, first applied first
     */
    public record Choice(Money saves, Money pay, OptionalDouble score, List<String> promotions) {

        /** Copies the list. */
        public Choice {
            promotions = List.copyOf(promotions);
        }
    }
}
