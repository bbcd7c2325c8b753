package dev.plaindeal.stack;

import java.util.List;

/**
 * Every stack that no other beats on both saving and simplicity. Immutable and thread-safe.
 *
 * <p>Worked number: the article's basket has seven, from 20.00 off at a score of 14.0 to nothing off at 100.
 *
 * @param stacks largest saving first; the first is the best price that was found
 * @param isWhole whether every stack was seen; otherwise others may belong here, the search having run out of its budget
 */
public record FrontierStacks(List<OfferStack> stacks, boolean isWhole) {

    /** Copies the list. */
    public FrontierStacks {
        stacks = List.copyOf(stacks);
    }
}
