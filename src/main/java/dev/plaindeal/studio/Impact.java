package dev.plaindeal.studio;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Code;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.receipt.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * What an edit does to baskets: each is priced with the rules on disk once, and with the edited ones again at each edit, where that
 * can make a difference. A new question stops the one before. Safe from many threads.
 */
final class Impact implements AutoCloseable {

    private static final int CHUNK = 200;

    private final ExecutorService pool = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors()), Impact::thread);
    /** One at a time: what nobody waits for any more ends before the next begins. */
    private final ExecutorService warmer = Executors.newSingleThreadExecutor(Impact::thread);
    private final AtomicLong asked = new AtomicLong();
    private Optional<Priced> before = Optional.empty();
    private Optional<Priced> latest = Optional.empty();
    private Optional<PricingRun> running = Optional.empty();

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "plaindeal-studio-pricing");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What one basket costs; without a score where there is none.
     *
     * @param paid what the buyer pays, in minor units, as are the others
     * @param isPriced whether it could be priced at all
     * @param isBelow whether it scores below the floor of its market
     */
    record Cost(boolean isPriced, long paid, long store, long platform, double score, boolean isBelow) {
        static final Cost NONE = new Cost(false, 0, 0, 0, 0, false);
    }

    /** What is priced: baskets, with a state of the rules. */
    private record PricingTask(String rules, List<Basket> baskets) {}

    private record Priced(PricingTask of, List<Cost> costs) {}

    private record PricingRun(PricingTask of, AtomicInteger done, Future<List<Cost>> costs) {}

    /** An answer, or how far it is. */
    sealed interface ImpactAnswer {
        /**
         * The baskets are still priced with the rules on disk, which is done once.
         *
         * @param done how many are
         */
        record Warming(int done) implements ImpactAnswer {}

        /** A later question was asked meanwhile. */
        record Superseded() implements ImpactAnswer {}

        /**
         * Each basket twice.
         *
         * @param tried how many were priced again; the edit cannot change the others
         */
        record Compared(List<Cost> before, List<Cost> after, int tried) implements ImpactAnswer {}
    }

    /**
     * What an edit does.
     *
     * @param was the edited promotion on disk, empty where the file is new or no promotion
     * @param is the edited one
     */
    ImpactAnswer of(List<Basket> baskets, PromotionEngine disk, PromotionEngine edited, Optional<Promotion> was, Optional<Promotion> is) {
        long mine = asked.incrementAndGet();
        Optional<List<Cost>> known = before(baskets, disk);
        if (known.isEmpty()) {
            return new ImpactAnswer.Warming(warmed());
        }
        // A code that comes or goes changes how typed codes are read, everywhere.
        boolean ofOnePromotion = (was.isPresent() || is.isPresent()) && codes(was).equals(codes(is));
        int[] again = IntStream.range(0, baskets.size())
                .filter(i -> !ofOnePromotion || was.filter(one -> concerns(one, baskets.get(i))).isPresent()
                        || is.filter(one -> concerns(one, baskets.get(i))).isPresent())
                .toArray();
        Optional<List<Cost>> some = priced(edited, IntStream.of(again).mapToObj(baskets::get).toList(), () -> asked.get() != mine, new AtomicInteger());
        if (some.isEmpty()) {
            return new ImpactAnswer.Superseded();
        }
        List<Cost> after = new ArrayList<>(known.get());
        for (int i = 0; i < again.length; i++) {
            after.set(again[i], some.get().get(i));
        }
        remember(new Priced(new PricingTask(edited.rules(), baskets), List.copyOf(after)));
        return new ImpactAnswer.Compared(known.get(), after, again.length);
    }

    private static List<String> codes(Optional<Promotion> promotion) {
        return promotion.map(one -> one.mayBe("code")).orElse(List.of());
    }

    private synchronized void remember(Priced priced) {
        latest = Optional.of(priced);
    }

    private synchronized int warmed() {
        return running.map(pricing -> pricing.done().get()).orElse(0);
    }

    /** Prices with the rules on disk, once for each state of them; what was tried last and then saved is known already. */
    private synchronized Optional<List<Cost>> before(List<Basket> baskets, PromotionEngine disk) {
        PricingTask wanted = new PricingTask(disk.rules(), baskets);
        Optional<Priced> known = before.filter(one -> one.of().equals(wanted)).or(() -> latest.filter(one -> one.of().equals(wanted)));
        if (known.isPresent()) {
            before = known;
            return known.map(Priced::costs);
        }
        if (!isWarming(wanted)) {
            running = Optional.of(warming(wanted, disk));
        }
        PricingRun pricing = running.get();
        if (!pricing.costs().isDone()) {
            return Optional.empty();
        }
        running = Optional.empty();
        before = Optional.of(new Priced(wanted, finished(pricing.costs())));
        return before.map(Priced::costs);
    }

    private PricingRun warming(PricingTask wanted, PromotionEngine disk) {
        AtomicInteger done = new AtomicInteger();
        return new PricingRun(wanted, done, warmer.submit(() -> priced(disk, wanted.baskets(), () -> !isWarming(wanted), done).orElse(List.of())));
    }

    private synchronized boolean isWarming(PricingTask wanted) {
        return running.filter(pricing -> pricing.of().equals(wanted)).isPresent();
    }

    static <T> T finished(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", stopped);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Empty when nobody wants to know any more. */
    private Optional<List<Cost>> priced(PromotionEngine engine, List<Basket> baskets, BooleanSupplier unwanted, AtomicInteger done) {
        List<Future<List<Cost>>> chunks = new ArrayList<>();
        for (int from = 0; from < baskets.size(); from += CHUNK) {
            List<Basket> chunk = baskets.subList(from, Math.min(baskets.size(), from + CHUNK));
            chunks.add(pool.submit(() -> {
                List<Cost> costs = unwanted.getAsBoolean() ? List.<Cost>of() : chunk.stream().map(basket -> cost(engine, basket)).toList();
                done.addAndGet(chunk.size());
                return costs;
            }));
        }
        List<Cost> costs = new ArrayList<>(baskets.size());
        chunks.forEach(chunk -> costs.addAll(finished(chunk)));
        return costs.size() == baskets.size() ? Optional.of(costs) : Optional.empty();
    }

    private static Cost cost(PromotionEngine engine, Basket basket) {
        try {
            Receipt receipt = engine.evaluate(basket);
            double score = receipt.look().simplicity().score();
            boolean scored = receipt.look().simplicity().isScored();
            return new Cost(true, receipt.total().minor(), receipt.funders().store().minor(), receipt.funders().platform().minor(), score,
                    scored && score < engine.simplicityFloor(basket.market(), basket.channel()));
        } catch (RuntimeException | StackOverflowError unpriced) {
            // One basket never stops the others; that it has no price is told.
            return Cost.NONE;
        }
    }

    /** Whether a promotion can give this basket anything: its market, one of its stores and one of its codes are those it names, if any. */
    static boolean concerns(Promotion promotion, Basket basket) {
        return names(promotion, "market", List.of(basket.market()))
                && names(promotion, "channel", List.of(basket.channel().key()))
                && names(promotion, "store", basket.lines().stream().map(line -> line.store()).distinct().toList())
                && namesCode(promotion, basket.codes().stream().map(Code::normal).toList());
    }

    private static boolean names(Promotion promotion, String field, List<String> values) {
        List<String> named = promotion.mayBe(field);
        return named.isEmpty() || values.stream().anyMatch(named::contains);
    }

    /** Codes are the same with other letters of the same look, so only that there is one is asked. */
    private static boolean namesCode(Promotion promotion, List<String> codes) {
        return promotion.mayBe("code").isEmpty() || !codes.isEmpty();
    }

    @Override
    public void close() {
        pool.shutdownNow();
        warmer.shutdownNow();
    }
}
