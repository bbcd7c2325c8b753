package dev.plaindeal.backtest.simplify;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.backtest.Backtest;
import dev.plaindeal.backtest.BacktestReport;
import dev.plaindeal.backtest.BookSide;
import dev.plaindeal.backtest.Breakdown;
import dev.plaindeal.backtest.CurrencySums;
import dev.plaindeal.backtest.OrderFile;
import dev.plaindeal.backtest.RowSums;
import dev.plaindeal.backtest.RuleBooks;
import dev.plaindeal.backtest.RunProgress;
import dev.plaindeal.backtest.SumKind;
import dev.plaindeal.offer.Promotion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks for promotions that score lowest and matter most, and for the percentage that, coming off by itself in the same market and paid by
 * the same party, costs that party the same on orders of the past. All orders are priced again for each percentage tried, so that whom the
 * change lets in, and which other promotions it pushes aside, is in the cost.
 *
 * <p>Looked at are coupons and thresholds of one market that the platform pays for, or a store for its own, today. Immutable and thread-safe.
 */
public final class Simplifier {

    /** A promotion that scores less is hard. */
    private static final long HARD_TENTHS = 700;
    private static final int MOST_HUNDREDTHS = 10_000;
    /** Steps of a percentage in hundredths, from those easiest to say to those hardest. */
    private static final int[] STEPS = {500, 100, 50, 10, 1};

    private final Map<String, String> rules;
    private final List<OrderFile> orders;
    private final Instant now;
    private final int workers;
    private final RunProgress progress;
    private final PromotionEngine engine;

    /**
     * With these rules and orders.
     *
     * @param textByPath rule files by path below the rules folder, as {@link PromotionEngine#load(Map)} takes them
     * @param progress hears how far it is each time the orders are priced; from the thread that asked
     */
    public Simplifier(Map<String, String> textByPath, List<OrderFile> orders, Instant now, int workers, RunProgress progress) {
        this.rules = Map.copyOf(textByPath);
        this.orders = List.copyOf(orders);
        this.now = now;
        this.workers = workers;
        this.progress = progress;
        this.engine = PromotionEngine.load(rules);
    }

    /** A hard promotion of one currency. */
    private record Hard(Promotion promotion, String market, String currency, SumKind funder, BigInteger weight) {}

    /**
     * What the rules as they are do to the orders. It is the same on both sides, and says which lines are bad and stand in no replacement.
     */
    public BacktestReport today() {
        return backtest(engine);
    }

    /**
     * Replacements of the promotions that matter most, those first; one for which no percentage costs the same is left out.
     *
     * @param most how many promotions are tried
     */
    public List<Replacement> replacements(int most) {
        return replacements(today(), most);
    }

    /**
     * The same without pricing today's orders once more.
     *
     * @param today what {@link #today} said
     */
    public List<Replacement> replacements(BacktestReport today, int most) {
        List<Hard> hard = new ArrayList<>();
        today.byCurrency().forEach((currency, sums) -> sums.by(Breakdown.PROMOTION).forEach((id, row) -> hard(currency, id, row).ifPresent(hard::add)));
        hard.sort(Comparator.comparing(Hard::weight).reversed().thenComparing(one -> one.promotion().id()));
        return hard.stream().limit(most).map(this::replacement).flatMap(Optional::stream).toList();
    }

    private Optional<Hard> hard(String currency, String id, RowSums row) {
        Promotion promotion = engine.promotions().get(id);
        List<String> markets = promotion.mayBe("market");
        BigInteger scored = row.get(BookSide.BEFORE, SumKind.SCORED);
        BigInteger missing = scored.multiply(BigInteger.valueOf(1_000)).subtract(row.get(BookSide.BEFORE, SumKind.SCORE));
        boolean isHard = row.get(BookSide.BEFORE, SumKind.SCORE).compareTo(scored.multiply(BigInteger.valueOf(HARD_TENTHS))) < 0;
        boolean isPlain = markets.size() == 1 && row.get(BookSide.BEFORE, SumKind.LATER).signum() == 0 && row.get(BookSide.BEFORE, SumKind.SAVING).signum() > 0;
        Optional<SumKind> funder = funder(row);
        boolean isUsual = funder.equals(Optional.of(promotion.kind().ofStore() ? SumKind.STORES : SumKind.PLATFORM));
        return isHard && isPlain && isUsual && isCouponOrThreshold(promotion)
                ? Optional.of(new Hard(promotion, markets.get(0), currency, funder.get(), missing))
                : Optional.empty();
    }

    private static boolean isCouponOrThreshold(Promotion promotion) {
        return switch (promotion.kind()) {
            case PLATFORM_COUPON, PLATFORM_BASKET -> true;
            case STORE_COUPON, STORE_BASKET -> promotion.mustBe("store").isPresent();
            case PLATFORM_ITEMS, STORE_ITEMS, PLATFORM_SHIPPING, STORE_SHIPPING -> false;
        };
    }

    /** Who pays alone, empty where both do. */
    private static Optional<SumKind> funder(RowSums row) {
        boolean platform = row.get(BookSide.BEFORE, SumKind.PLATFORM).signum() != 0;
        boolean stores = row.get(BookSide.BEFORE, SumKind.STORES).signum() != 0;
        return platform == stores ? Optional.empty() : Optional.of(platform ? SumKind.PLATFORM : SumKind.STORES);
    }

    /** The cost rises with the percentage: the first of the finest steps that costs as much, then the roundest near it that will do. */
    private Optional<Replacement> replacement(Hard hard) {
        int low = 0;
        int high = MOST_HUNDREDTHS;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            Replacement tried = tried(hard, middle);
            if (tried.cost(BookSide.AFTER).compareTo(tried.cost(BookSide.BEFORE)) < 0) {
                low = middle;
            } else {
                high = middle;
            }
            if (tried.isWithinHalfPercent()) {
                return Optional.of(rounder(hard, middle).orElse(tried));
            }
        }
        return Optional.of(tried(hard, high)).filter(Replacement::isWithinHalfPercent);
    }

    private Optional<Replacement> rounder(Hard hard, int found) {
        for (int step : STEPS) {
            int round = (found + step / 2) / step * step;
            if (round > 0 && round != found && found % step != 0 && Math.abs(round - found) * 100 <= found) {
                Optional<Replacement> rounded = Optional.of(tried(hard, round)).filter(Replacement::isWithinHalfPercent);
                if (rounded.isPresent()) {
                    return rounded;
                }
            }
        }
        return Optional.empty();
    }

    private Replacement tried(Hard hard, int hundredths) {
        String id = hard.promotion().id() + "-by-itself";
        String old = rules.keySet().stream().filter(path -> path.endsWith("/" + hard.promotion().id() + ".drl")).findFirst().orElseThrow();
        String path = old.substring(0, old.lastIndexOf('/') + 1) + id + ".drl";
        String percent = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
        String words = "percentOff(" + (percent.indexOf('.') < 0 ? percent : '"' + percent + '"') + ")";
        Map<String, String> changed = new TreeMap<>(rules);
        changed.remove(old);
        changed.put(path, text(hard, id, percent, words));
        BacktestReport report = backtest(PromotionEngine.load(changed));
        CurrencySums sums = report.byCurrency().get(hard.currency());
        RowSums row = hard.promotion().kind().ofStore()
                ? sums.by(Breakdown.STORE).get(hard.promotion().mustBe("store").orElseThrow())
                : sums.by(Breakdown.MARKET).get(hard.market());
        return new Replacement(hard.promotion().id(), hard.market(), hard.currency(), words, path, changed, report, row, hard.funder());
    }

    private static String text(Hard hard, String id, String percent, String words) {
        boolean ofStore = hard.promotion().kind().ofStore();
        String chance = ofStore ? "StoreBasket( store == \"" + hard.promotion().mustBe("store").orElseThrow() + "\", " : "PlatformBasket( ";
        return String.format(Locale.ROOT, """
                // %s %% off everything%s in %s, by itself. Paid by the %s. In the place of %s.
                package promotions
                import dev.plaindeal.model.*

                rule "%s"
                when
                    $basket : %smarket == "%s" )
                then
                    $basket.%s;
                end
                """, percent, ofStore ? " of the store" : "", hard.market(), ofStore ? "store" : "platform",
                hard.promotion().id(), id, chance, hard.market(), words);
    }

    private BacktestReport backtest(PromotionEngine after) {
        return Backtest.of(new RuleBooks(engine, after), now).withWorkers(workers).withProgress(progress).run(orders);
    }
}
