package dev.plaindeal.cli;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.score.ScoreRange;
import dev.plaindeal.score.Sureness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How simple promotions look now and looked then, those that lost most first.
 *
 * @param entries one for each promotion in each market it is or was for
 */
record ScoreTrend(List<TrendEntry> entries) {

    /** Scores are told with one decimal, so less is no change. */
    private static final double NOTICEABLE = 0.05;

    /** What there is to say of the change of one score. */
    private enum Course {
        SIMPLER("simpler"),
        HARDER("harder"),
        SAME("as before"),
        NEW("new"),
        GONE("gone");

        private final String words;

        Course(String words) {
            this.words = words;
        }
    }

    /** A promotion in a market, then and now. */
    record TrendEntry(String id, String market, Optional<PromotionScore> then, Optional<PromotionScore> now) {

        double change() {
            return score(now) - score(then);
        }

        /** Then, now, by how much, where, what, and how sure that is. */
        String text() {
            return String.format(
                    Locale.ROOT,
                    "%5s %5s %7s  %-3s %-34s %s",
                    shown(then), shown(now), isInBoth() ? String.format(Locale.ROOT, "%+.1f", change()) : "", market, id, howSure()).stripTrailing();
        }

        private static double score(Optional<PromotionScore> of) {
            return of.map(one -> one.simplicity().score()).orElse(0.0);
        }

        private boolean isInBoth() {
            return then.isPresent() && now.isPresent();
        }

        private Course course() {
            if (!isInBoth()) {
                return then.isPresent() ? Course.GONE : Course.NEW;
            }
            return Math.abs(change()) < NOTICEABLE ? Course.SAME : change() > 0 ? Course.SIMPLER : Course.HARDER;
        }

        /** The score says which way it went, the draws how sure that is, be they fewer than half. */
        private String howSure() {
            return sureness().map(sure -> course() == Course.SIMPLER ? sure : new Sureness(1 - sure.share()))
                    .map(sure -> course().words + " " + sure.drawsOfFirst())
                    .orElse(course().words);
        }

        /** How sure it is that it is simpler now; empty where it is new, gone or as before. */
        private Optional<Sureness> sureness() {
            if (course() != Course.SIMPLER && course() != Course.HARDER) {
                return Optional.empty();
            }
            ScoreRange range = now.orElseThrow().simplicity().range();
            return Optional.of(new Sureness(range.simplerThan(then.orElseThrow().simplicity().range()).orElse(0.5)));
        }
    }

    private static final Comparator<TrendEntry> MOST_LOST_FIRST =
            Comparator.comparing(TrendEntry::course, Comparator.comparing(course -> course == Course.GONE || course == Course.NEW))
                    .thenComparingDouble(TrendEntry::change)
                    .thenComparing(TrendEntry::id)
                    .thenComparing(TrendEntry::market);

    static ScoreTrend of(List<PromotionScore> then, List<PromotionScore> now) {
        Map<String, PromotionScore> before = byPlace(then);
        Map<String, PromotionScore> after = byPlace(now);
        Map<String, PromotionScore> all = new TreeMap<>(before);
        all.putAll(after);
        List<TrendEntry> entries = new ArrayList<>();
        all.forEach((place, one) -> entries.add(new TrendEntry(
                one.id(), one.market(), Optional.ofNullable(before.get(place)), Optional.ofNullable(after.get(place)))));
        entries.sort(MOST_LOST_FIRST);
        return new ScoreTrend(List.copyOf(entries));
    }

    private static Map<String, PromotionScore> byPlace(List<PromotionScore> scores) {
        Map<String, PromotionScore> byPlace = new TreeMap<>();
        scores.forEach(score -> byPlace.put(score.id() + " " + score.market(), score));
        return byPlace;
    }

    String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%5s %5s %7s  %-3s %-34s %s\n", "then", "now", "change", "in", "promotion", "how sure"));
        changes().forEach(entry -> text.append(entry.text()).append('\n'));
        return text.append(summary()).append('\n').toString();
    }

    private static String shown(Optional<PromotionScore> score) {
        return score.map(one -> String.format(Locale.ROOT, "%.1f", one.simplicity().score())).orElse("-");
    }

    private String summary() {
        List<String> parts = new ArrayList<>();
        for (Course course : Course.values()) {
            parts.add(count(course) + " " + course.words);
        }
        List<TrendEntry> both = entries.stream().filter(TrendEntry::isInBoth).toList();
        String mean = both.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; on average %.1f -> %.1f",
                        both.stream().mapToDouble(entry -> TrendEntry.score(entry.then())).average().orElse(0),
                        both.stream().mapToDouble(entry -> TrendEntry.score(entry.now())).average().orElse(0));
        return String.join(", ", parts) + mean;
    }

    private long count(Course course) {
        return entries.stream().filter(entry -> entry.course() == course).count();
    }

    /** What changed at all, those that lost most first. */
    List<TrendEntry> changes() {
        return entries.stream().filter(entry -> entry.course() != Course.SAME).toList();
    }

    /** An array named {@code changes}, also of what stayed as it was. */
    void fields(JsonWriter out) {
        out.objects("changes", entries, ScoreTrend::entry);
    }

    /** An array named {@code changes}, of what did not stay as it was. */
    void changedFields(JsonWriter out) {
        out.objects("changes", changes(), ScoreTrend::entry);
    }

    private static void entry(JsonWriter out, TrendEntry entry) {
        out.text("id", entry.id());
        out.text("market", entry.market());
        out.text("course", entry.course().words);
        entry.then().ifPresent(score -> out.object("then", () -> side(out, score)));
        entry.now().ifPresent(score -> out.object("now", () -> side(out, score)));
        if (entry.isInBoth()) {
            out.rounded("change", entry.change(), 1);
        }
        entry.sureness().ifPresent(sure -> out.rounded("simplerIn", sure.share(), 2));
    }

    private static void side(JsonWriter out, PromotionScore score) {
        out.rounded("score", score.simplicity().score(), 1);
        out.rounded("low", score.simplicity().range().low(), 1);
        out.rounded("high", score.simplicity().range().high(), 1);
    }
}
