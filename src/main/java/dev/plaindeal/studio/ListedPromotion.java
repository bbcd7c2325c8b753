package dev.plaindeal.studio;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.offer.Dates;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.receipt.PromotionScore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A promotion as the list shows it.
 *
 * @param path its file below the rules folder
 * @param promotion what it says; empty where the file cannot be used
 * @param lowest its lowest score of all markets, empty where it has none or none is known yet
 * @param warnings how many there are about it
 */
record ListedPromotion(String path, Optional<Promotion> promotion, Optional<PromotionScore> lowest, long warnings) {

    /** When it holds, as seen at one moment. */
    enum Season {
        NOW, SOON, OVER
    }

    static ListedPromotion of(String path, Optional<Promotion> promotion, List<PromotionScore> scores, long warnings) {
        Optional<PromotionScore> lowest = promotion.flatMap(one -> scores.stream()
                .filter(score -> score.id().equals(one.id()))
                .min(Comparator.comparingDouble(score -> score.simplicity().score())));
        return new ListedPromotion(path, promotion, lowest, warnings);
    }

    void write(JsonWriter out, Instant now) {
        out.text("path", path);
        out.text("name", name(path));
        out.text("says", promotion.map(Promotion::says).orElse(""));
        out.texts("markets", promotion.map(one -> one.mayBe("market")).orElse(List.of()));
        out.texts("codes", promotion.map(one -> one.mayBe("code")).orElse(List.of()));
        out.text("layer", promotion.filter(one -> !one.offers().isEmpty()).map(one -> one.offers().get(0).layer().key()).orElse(""));
        out.text("season", promotion.map(one -> season(one, now).name().toLowerCase(java.util.Locale.ROOT)).orElse("broken"));
        out.text("dates", promotion.map(ListedPromotion::dates).orElse(""));
        lowest.ifPresent(score -> {
            out.rounded("score", score.simplicity().score(), 1);
            out.rounded("floor", score.floor(), 1);
        });
        out.whole("warnings", warnings);
    }

    /** The promotion that a file of this path has to hold. */
    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.drl$", "");
    }

    /** Over when all it promises is, soon when nothing of it has begun. */
    private static Season season(Promotion promotion, Instant now) {
        List<Dates> dates = promotion.offers().stream().map(terms -> terms.dates()).toList();
        if (dates.stream().allMatch(one -> one.overAt(now))) {
            return Season.OVER;
        }
        return dates.stream().noneMatch(one -> one.begunAt(now)) ? Season.SOON : Season.NOW;
    }

    private static String dates(Promotion promotion) {
        Dates first = promotion.offers().isEmpty() ? Dates.ALWAYS : promotion.offers().get(0).dates();
        String from = first.from().map(moment -> "from " + day(moment)).orElse("");
        String until = first.until().map(moment -> "until " + day(moment)).orElse("");
        return (from + " " + until).strip();
    }

    private static String day(Dates.Moment moment) {
        return moment.local().toLocalDate() + (moment.local().toLocalTime().toSecondOfDay() == 0 ? "" : " " + moment.local().toLocalTime());
    }
}
