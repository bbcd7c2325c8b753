package dev.plaindeal.offer;

import dev.plaindeal.basket.Line;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * What a promotion promises for this basket, before selection.
 *
 * @param promotion the promotion's id
 * @param part which of the promotion's offers, from 0
 * @param terms what it says
 * @param store whose lines it touches, empty for all stores
 * @param code the presented code it came from in normal form, empty when it is no coupon
 * @param lines ids of the lines it is narrowed to because others take more off the rest, empty when it is not narrowed
 */
public record Offer(String promotion, int part, OfferTerms terms, String store, String code, Set<String> lines) {

    /** By promotion, store, code and part: no two offers for a basket are alike in all four. */
    public static final Comparator<Offer> ORDER = Comparator.comparing(Offer::promotion)
            .thenComparing(Offer::store)
            .thenComparing(Offer::code)
            .thenComparingInt(Offer::part);

    /** Copies the ids. */
    public Offer {
        lines = Set.copyOf(lines);
    }

    /** Not narrowed. */
    public Offer(String promotion, int part, OfferTerms terms, String store, String code) {
        this(promotion, part, terms, store, code, Set.of());
    }

    /** A stable name for messages and order: the id, with the part behind it from the second on. */
    public String key() {
        return part == 0 ? promotion : promotion + "+" + part;
    }

    /** Whether both are statements of one promotion, for the same store and by the same code: one thing to the buyer. */
    public boolean isOneWith(Offer other) {
        return promotion.equals(other.promotion) && store.equals(other.store) && code.equals(other.code);
    }

    /** The same promise with other terms. */
    public Offer with(OfferTerms other) {
        return new Offer(promotion, part, other, store, code, lines);
    }

    /** The same for these lines alone; what has to be spent is still measured on all of its lines. */
    public Offer narrowedTo(Set<String> lineIds) {
        return new Offer(promotion, part, terms, store, code, lineIds);
    }

    /** Whether this line is one the offer may touch at all. */
    public boolean admits(Line line) {
        return (lines.isEmpty() || lines.contains(line.id())) && isFor(line);
    }

    /** Whether the line is one it is for, narrowed or not. */
    public boolean isFor(Line line) {
        return (store.isEmpty() || store.equals(line.store())) && terms.scope().admits(line);
    }

    /** Whether this store's shipping fee is one the offer may touch. */
    public boolean ships(String feeStore) {
        Scope.Names only = terms.scope().only();
        return (store.isEmpty() || store.equals(feeStore))
                && (only.stores().isEmpty() || only.stores().contains(feeStore))
                && !terms.scope().except().stores().contains(feeStore);
    }

    /** Whether the line counts towards a threshold over everything. */
    public boolean covers(Line line) {
        return store.isEmpty() || store.equals(line.store());
    }

    /** Whether the line counts towards everything the offer asks for. */
    public boolean counts(Line line) {
        Optional<Threshold> earns = terms.reward().earnedBy();
        if (terms.threshold().isEmpty()) {
            return earns.isPresent() ? counts(line, earns.get()) : isFor(line);
        }
        return terms.threshold().get().all().stream().allMatch(threshold -> counts(line, threshold))
                && (earns.isEmpty() || counts(line, earns.get()));
    }

    /** Whether the line counts towards this threshold of the offer. */
    public boolean counts(Line line, Threshold threshold) {
        return switch (threshold.reach()) {
            case SCOPE -> isFor(line);
            case EVERYTHING -> covers(line);
            case OTHERS -> covers(line) && !isFor(line);
            case NAMED -> covers(line) && threshold.counted().namesAny(line);
        };
    }
}
