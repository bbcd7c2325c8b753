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
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.ProblemException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks for promotions that score lowest and matter most, and for the percentage or amount that, coming off by itself in the same market and
 * paid by the same party, costs that party the same on orders of the past. All orders are priced again for each one tried, so that whom the
 * change lets in, and which other promotions it pushes aside, is in the cost. For whom, on which goods, when, out of which budget and how
 * often the old one holds, the new one holds too.
 *
 * <p>Looked at are coupons and thresholds of one market that one party pays for alone today. Immutable and thread-safe.
 */
public final class Simplifier {

    /** A promotion that scores less is hard. */
    private static final long HARD_TENTHS = 700;
    /** What is tried first, of a percentage. */
    private static final long FIRST_HUNDREDTHS = 500;
    /** What is tried first of an amount is the old saving, for so many times as many orders. */
    private static final long FEW = 4;
    private static final int MOST_TRIES = 40;
    private static final long TEN = 10;
    private static final long HALF_OF_TEN = 5;
    private static final long HUNDRED = 100;

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
    private record Hard(Promotion promotion, String market, String currency, SumKind funder, RowSums row, BigInteger weight) {

        BigInteger saving() {
            return row.get(BookSide.BEFORE, SumKind.SAVING);
        }

        BigInteger orders() {
            return row.get(BookSide.BEFORE, SumKind.ORDERS).max(BigInteger.ONE);
        }
    }

    /**
     * What the rules as they are do to the orders. It is the same on both sides, and says which lines are bad and stand in no replacement.
     */
    public BacktestReport today() {
        return backtest(engine);
    }

    /**
     * Replacements of the promotions that matter most, those first; one for which none costs the same is left out. One for which what costs
     * the same is no {@link Replacement#isSimpler simpler} is among them, to be told and not to be taken.
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
        return isHard && isPlain && funder.isPresent() && isCouponOrThreshold(promotion)
                ? Optional.of(new Hard(promotion, markets.get(0), currency, funder.get(), row, missing))
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

    /** Of a percentage and of one amount the one that is simpler on the orders; of two that are as simple the percentage. */
    private Optional<Replacement> replacement(Hard hard) {
        String old = rules.keySet().stream().filter(path -> path.endsWith("/" + hard.promotion().id() + ".drl")).findFirst().orElseThrow();
        Optional<PlainRule> plain = PlainRule.of(old, rules.get(old));
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        InItsPlace trial = new InItsPlace(hard, old, plain.get());
        long each = Math.max(1, hard.saving().divide(hard.orders()).longValueExact() / FEW);
        return Stream.of(new FlatSaving.PercentOfAll(FIRST_HUNDREDTHS), new FlatSaving.OneAmount(Currency.of(hard.currency()), each))
                .map(saving -> found(trial, saving))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Replacement::isSimpler)
                        .thenComparing(Simplifier::simplicityOfOrders)
                        .thenComparing(one -> one.words().startsWith("percentOff")));
    }

    /** Tenths of points of an order in its currency, mean. */
    private static BigDecimal simplicityOfOrders(Replacement one) {
        RowSums all = one.report().byCurrency().get(one.currency()).all();
        BigInteger scored = all.get(BookSide.AFTER, SumKind.SCORED);
        return scored.signum() == 0 ? BigDecimal.ZERO
                : new BigDecimal(all.get(BookSide.AFTER, SumKind.SCORE)).divide(new BigDecimal(scored), 1, RoundingMode.HALF_UP);
    }

    /** The cost rises with the saving: where it costs as much is looked for between one that costs less and one that costs more. */
    private Optional<Replacement> found(InItsPlace trial, FlatSaving first) {
        long low = 0;
        long high = first.most() + 1;
        BigInteger lowCost = BigInteger.ZERO;
        BigInteger highCost = BigInteger.ZERO;
        long steps = first.steps();
        for (int tries = 1; high - low > 1 && tries <= MOST_TRIES; tries++) {
            Optional<Replacement> tried = trial.of(first.of(steps));
            if (tried.isEmpty()) {
                return tried;
            }
            if (tried.get().isWithinHalfPercent()) {
                return rounder(trial, first.of(steps)).or(() -> tried);
            }
            BigInteger cost = tried.get().cost(BookSide.AFTER);
            BigInteger wanted = tried.get().cost(BookSide.BEFORE);
            if (cost.compareTo(wanted) < 0) {
                low = steps;
                lowCost = cost;
            } else {
                high = steps;
                highCost = cost;
            }
            boolean between = low > 0 && high <= first.most() && tries % 3 != 0;
            steps = between ? interpolated(low, high, lowCost, highCost, wanted)
                    : high > first.most() ? Math.min(first.most(), low * 2) : low + (high - low) / 2;
        }
        return Optional.empty();
    }

    private static long interpolated(long low, long high, BigInteger lowCost, BigInteger highCost, BigInteger wanted) {
        BigInteger more = wanted.subtract(lowCost).multiply(BigInteger.valueOf(high - low));
        long steps = low + more.divide(highCost.subtract(lowCost).max(BigInteger.ONE)).longValueExact();
        return Math.max(low + 1, Math.min(high - 1, steps));
    }

    /** The roundest near it that will do: of 50, 10, 5, 1 and so on. */
    private Optional<Replacement> rounder(InItsPlace trial, FlatSaving found) {
        for (long power = power(found.steps()); power > 0; power /= TEN) {
            for (long step : new long[] {HALF_OF_TEN * power, power}) {
                long round = (found.steps() + step / 2) / step * step;
                if (round > 0 && round != found.steps() && Math.abs(round - found.steps()) * HUNDRED <= found.steps()) {
                    Optional<Replacement> rounded = trial.of(found.of(round)).filter(Replacement::isWithinHalfPercent);
                    if (rounded.isPresent()) {
                        return rounded;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static long power(long number) {
        long power = 1;
        while (power <= number / TEN) {
            power *= TEN;
        }
        return power;
    }

    /** One promotion, for which savings are tried. */
    private final class InItsPlace {

        private final Hard hard;
        private final String old;
        private final PlainRule plain;
        private final String id;

        InItsPlace(Hard hard, String old, PlainRule plain) {
            this.hard = hard;
            this.old = old;
            this.plain = plain;
            this.id = hard.promotion().id() + "-by-itself";
        }

        /** Empty where rules with it could not be used, for instance because a word does not go with it. */
        Optional<Replacement> of(FlatSaving saving) {
            String path = old.substring(0, old.lastIndexOf('/') + 1) + id + ".drl";
            Map<String, String> changed = new TreeMap<>();
            rules.forEach((file, text) -> changed.put(file, Renaming.in(file, text, hard.promotion().id(), id)));
            changed.remove(old);
            changed.put(path, plain.text(id, saving, says(saving)));
            try {
                return Optional.of(replacement(saving, path, changed));
            } catch (ProblemException senseless) {
                return Optional.empty();
            }
        }

        private String says(FlatSaving saving) {
            boolean ofStore = hard.promotion().kind().ofStore();
            return saving.says() + " off" + (ofStore ? " at " + hard.promotion().mustBe("store").orElseThrow() : "") + " in " + hard.market()
                    + ", by itself. Paid by the " + (hard.funder() == SumKind.STORES ? "store" : "platform") + ". In the place of "
                    + hard.promotion().id() + ".";
        }

        private Replacement replacement(FlatSaving saving, String path, Map<String, String> changed) {
            BacktestReport report = backtest(PromotionEngine.load(changed));
            CurrencySums sums = report.byCurrency().get(hard.currency());
            RowSums row = hard.promotion().kind().ofStore()
                    ? sums.by(Breakdown.STORE).get(hard.promotion().mustBe("store").orElseThrow())
                    : sums.by(Breakdown.MARKET).get(hard.market());
            return new Replacement(hard.promotion().id(), hard.market(), hard.currency(), saving.words(), path, changed, report, row, hard.funder());
        }
    }

    private BacktestReport backtest(PromotionEngine after) {
        return Backtest.of(new RuleBooks(engine, after), now).withWorkers(workers).withProgress(progress).run(orders);
    }
}
