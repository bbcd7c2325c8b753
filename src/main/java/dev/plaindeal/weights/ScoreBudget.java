package dev.plaindeal.weights;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How simple promotions and stacks have to be, as rules say it of one promotion in one market and channel.
 *
 * @param promotionAtLeast the least score of the promotion alone, 0 to 100; empty where no rule says one
 * @param stackAtLeast the least score of a whole stack; empty where no rule says one
 * @param allowance what is allowed all the same
 */
public record ScoreBudget(OptionalInt promotionAtLeast, OptionalInt stackAtLeast, Optional<Allowance> allowance) {

    /** No rule says anything. */
    public static final ScoreBudget NONE = new ScoreBudget(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

    /**
     * An exception for one promotion, which has a reason and comes to an end.
     *
     * @param atLeast the least score that is allowed
     * @param reason why; empty where the rule does not say it, which is a slip
     * @param until the moment it is over; empty where the rule does not say it, which is a slip
     */
    public record Allowance(int atLeast, String reason, Optional<Instant> until) {

        /** Whether it says why and until when. */
        public boolean isWhole() {
            return !reason.isEmpty() && until.isPresent();
        }

        /** Whether it is over by this moment. */
        public boolean isOver(Instant at) {
            return until.isPresent() && !at.isBefore(until.get());
        }
    }
}
