package dev.plaindeal.draft;

import dev.plaindeal.policy.Layer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known so far of a new promotion. Immutable. */
public final class Answers {

    private final Map<Question, String> byQuestion;

    /** How much a question matters, given what is known. */
    public enum Need {
        /** Without it there is no promotion. */
        NEEDED,
        /** It may stay open. */
        OPTIONAL,
        /** It makes no sense here. */
        SENSELESS
    }

    private Answers(Map<Question, String> byQuestion) {
        this.byQuestion = byQuestion;
    }

    /** Nothing is known. */
    public static Answers none() {
        return new Answers(new EnumMap<>(Question.class));
    }

    /**
     * With one more answer, as it is understood: a number of a choice, {@code 10%}, {@code 12,5}, and amounts without their
     * currency where the market has only one.
     *
     * @throws IllegalArgumentException with a sentence for the author when it is no answer to this question
     */
    public Answers with(Question question, String answer) {
        String meant = Understood.of(question, answer, this);
        question.check(meant);
        Map<Question, String> more = new EnumMap<>(Question.class);
        more.putAll(byQuestion);
        more.put(question, meant);
        return new Answers(more);
    }

    /** The answer, or empty. */
    public Optional<String> to(Question question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    /** The questions that still have to be answered, in the order they are asked. */
    public List<Question> missing() {
        return Arrays.stream(Question.values())
                .filter(question -> to(question).isEmpty() && need(question) == Need.NEEDED)
                .toList();
    }

    /** How much this question matters now. Open until layer and kind are known, for those that hang on them. */
    public Need need(Question question) {
        return switch (question) {
            case LAYER, KIND, MARKET, ID -> Need.NEEDED;
            case STORE -> store();
            case CODE -> layer().filter(Answers::isCoupon).isPresent() ? Need.NEEDED : Need.SENSELESS;
            case PERCENT, AMOUNT, PRICE, ITEMS, SAVING, GIFT, GIFT_NAME, TIERS, ITEM_TIERS, BUY, GET ->
                kind().filter(kind -> kind.asks(question)).isPresent() ? Need.NEEDED : Need.SENSELESS;
            case THRESHOLD -> is(DraftKind.EVERY) ? Need.NEEDED : allowedBy(
                    DraftKind.PERCENT_OFF, DraftKind.AMOUNT_OFF, DraftKind.AMOUNT_OFF_EACH, DraftKind.CHEAPEST_OFF,
                    DraftKind.FREE_SHIPPING, DraftKind.SHIPPING_OFF, DraftKind.SHIPPING_FOR, DraftKind.GIFT);
            case TIMES -> is(DraftKind.EVERY) ? Need.NEEDED : allowedBy(DraftKind.BUY_GET, DraftKind.SET_PRICE, DraftKind.NTH_ITEM);
            case CAP -> allowedBy(DraftKind.PERCENT_OFF, DraftKind.TIERS);
            case CHANNEL, FROM, UNTIL -> Need.OPTIONAL;
            case ZONE -> to(Question.FROM).or(() -> to(Question.UNTIL)).isPresent() ? Need.NEEDED : Need.SENSELESS;
        };
    }

    private Need store() {
        Optional<Layer.Slot> slot = layer().map(Layer::slot);
        return slot.isEmpty() ? Need.OPTIONAL : switch (slot.get()) {
            case BASKET -> Need.SENSELESS;
            case STORE -> Need.NEEDED;
            case LINE, FEE -> Need.OPTIONAL;
        };
    }

    private static boolean isCoupon(Layer layer) {
        return layer == Layer.STORE_COUPON || layer == Layer.PLATFORM_COUPON;
    }

    private Need allowedBy(DraftKind... kinds) {
        return is(kinds) ? Need.OPTIONAL : Need.SENSELESS;
    }

    private boolean is(DraftKind... kinds) {
        return kind().filter(List.of(kinds)::contains).isPresent();
    }

    Optional<Layer> layer() {
        return to(Question.LAYER).flatMap(Layer::find);
    }

    Optional<DraftKind> kind() {
        return to(Question.KIND).flatMap(DraftKind::find);
    }

    List<String> markets() {
        return Question.each(to(Question.MARKET).orElseThrow());
    }

    String id() {
        return to(Question.ID).orElseThrow();
    }

    /**
     * Refuses answers that do not go together.
     *
     * @throws IllegalArgumentException with a sentence for the author
     */
    public void check() {
        for (Question question : Question.values()) {
            if (to(question).isPresent() && need(question) == Need.SENSELESS) {
                throw new IllegalArgumentException(question.flag() + " does not go with "
                        + (question == Question.ZONE ? "a promotion without dates" : "this layer and kind"));
            }
        }
        if (layer().isPresent() && kind().isPresent() && !kind().get().fits(layer().get())) {
            throw new IllegalArgumentException(
                    "the kind " + kind().get().key() + " does not go with the layer " + layer().get().key());
        }
    }
}
