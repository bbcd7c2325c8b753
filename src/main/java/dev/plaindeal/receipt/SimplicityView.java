package dev.plaindeal.receipt;

import dev.plaindeal.money.Money;
import dev.plaindeal.score.ScoreRange;
import dev.plaindeal.stack.LazyList;
import java.util.List;
import java.util.Optional;

/**
 * How hard a promotion or stack is to work out, as the receipt tells it.
 *
 * <p>The numbers are there at once; reasons and fixes are worked out when first looked at, and then kept.
 *
 * <p>What is priced cannot always be scored: a score takes numbers below a million million. Then {@link #isScored()} is
 * false, score and seconds are 0, and the one reason says why.
 *
 * @param score 0 to 100, unrounded; a score is above 0
 * @param seconds of work
 * @param band {@code plain}, {@code fine}, {@code explain or fix}, {@code do not show as it is} or {@code not scored}
 * @param reasons largest first; their seconds sum to {@code seconds}
 * @param fixes single edits that would raise the score, best first
 * @param ranges where the score lies when weights are known within a factor of two, worked out when first looked at: one, or none
 *     where it is not told, see {@link #range()}
 */
public record SimplicityView(
        double score, double seconds, String band, List<ReasonView> reasons, List<FixView> fixes, List<ScoreRange> ranges) {

    private static final String NOT_SCORED = "not scored";

    /** Copies the lists, except those still to be worked out. */
    public SimplicityView {
        reasons = LazyList.copy(reasons);
        fixes = LazyList.copy(fixes);
        ranges = LazyList.copy(ranges);
    }

    /** One whose range is not told. */
    public SimplicityView(double score, double seconds, String band, List<ReasonView> reasons, List<FixView> fixes) {
        this(score, seconds, band, reasons, fixes, List.of());
    }

    /** Where the score lies when every weight may be half or twice what is said; empty where it is not told. */
    public Optional<ScoreRange> range() {
        return ranges.stream().findFirst();
    }

    /** What can be said of the score: the band, where the whole range is in it, else between which it lies. */
    public String claim() {
        return range().map(ScoreRange::claim).orElse(band);
    }

    /**
     * One kind of work.
     *
     * @param code stable word
     * @param seconds of work
     * @param message a sentence
     */
    public record ReasonView(String code, double seconds, String message) {}

    /**
     * One edit.
     *
     * @param code stable word
     * @param kind {@code show}, {@code rule} or {@code give-up}; empty on receipts from before it was said
     * @param promotion the promotion it concerns, empty for the whole stack
     * @param message a sentence
     * @param score the score then
     * @param gains points gained
     * @param cost what each pays more on this basket then
     * @param holds {@code always} or {@code this basket}: for which the cost is so; empty on receipts from before it was said
     * @param opens {@code everyone} or {@code condition}: whom it lets in; empty for nobody new
     */
    public record FixView(
            String code,
            String kind,
            String promotion,
            String message,
            double score,
            double gains,
            FixCost cost,
            String holds,
            String opens) {

        /** How much more the buyer pays on this basket then; negative when it is cheaper. */
        public Money buyerPays() {
            return cost.buyer();
        }

        /** How much more the funders pay then; negative when it costs them less. */
        public Money fundersPay() {
            return cost.store().plus(cost.platform());
        }
    }

    /**
     * What an edit costs, negative where somebody pays less; the three sum to nothing.
     *
     * @param buyer how much more the buyer pays
     * @param store how much more the stores pay
     * @param platform how much more the platform pays
     */
    public record FixCost(Money buyer, Money store, Money platform) {}

    /**
     * In the place of a score that cannot be worked out.
     *
     * @param why a sentence
     */
    static SimplicityView unscored(String why) {
        return new SimplicityView(0, 0, NOT_SCORED, List.of(new ReasonView("NOT_SCORED", 0, why)), List.of());
    }

    /** Whether there is a score. */
    public boolean isScored() {
        return !band.equals(NOT_SCORED);
    }

    /** The same with these fixes. */
    SimplicityView with(List<FixView> others) {
        return new SimplicityView(score, seconds, band, reasons, others, ranges);
    }
}
