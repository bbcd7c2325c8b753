package dev.plaindeal.stack;

import dev.plaindeal.model.Offer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One verdict for each promotion, store and code: a promotion is kept or refused, never both, whatever became of its single
 * statements. Of one that is refused the statement nearest to giving something speaks for it, else the first.
 *
 * @param refused the verdicts
 * @param besides refusals of other statements
 */
record Verdicts(List<Refusal> refused, List<Refusal> besides) {

    private static final Comparator<Refusal> NEAREST = Comparator.<Refusal>comparingLong(
                    refusal -> refusal.gap().map(gap -> gap.minor()).orElse(Long.MAX_VALUE))
            .thenComparingInt(refusal -> refusal.offer().map(Offer::part).orElse(0));

    private record Key(String promotion, String store, String code) {

        static Key of(Offer offer) {
            return new Key(offer.promotion(), offer.store(), offer.code());
        }
    }

    static Verdicts of(Stack kept, List<Refusal> statements) {
        List<Refusal> verdicts = new ArrayList<>();
        List<Refusal> besides = new ArrayList<>();
        Map<Key, List<Refusal>> byPromotion = new LinkedHashMap<>();
        for (Refusal refusal : statements) {
            Optional<Key> key = refusal.offer().map(Key::of);
            key.ifPresentOrElse(
                    known -> byPromotion.computeIfAbsent(known, first -> new ArrayList<>(1)).add(refusal),
                    () -> verdicts.add(refusal));
        }
        kept.kept().forEach(one -> byPromotion.computeIfPresent(Key.of(one.offer()), (key, all) -> {
            besides.addAll(all);
            return null;
        }));
        for (List<Refusal> ofOne : byPromotion.values()) {
            Refusal verdict = ofOne.size() == 1 ? ofOne.get(0) : ofOne.stream().min(NEAREST).orElseThrow();
            verdicts.add(verdict);
            ofOne.stream().filter(other -> other != verdict).forEach(besides::add);
        }
        verdicts.sort(Comparator.comparing(Refusal::promotion).thenComparing(Refusal::code));
        return new Verdicts(verdicts, besides);
    }
}
