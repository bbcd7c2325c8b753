package dev.plaindeal.backtest.generate;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Money;
import dev.plaindeal.read.BasketJson;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/**
 * Makes up orders, in the order of time. Each is drawn by its own number alone, so that any part of them is the same whoever makes it.
 * Immutable and thread-safe.
 *
 * <p>Worked number: of 365 days and 24 equal hours, order 500,000 of a million is placed half-way, in the night of the second of July.
 */
public final class OrderGenerator {

    private static final int BLOCK = 2_000;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int HUNDRED = 100;
    /** Different things of a store. */
    static final int SKUS = 500;
    private static final int SECONDS = 3_600;
    private static final int HOURS = 24;
    private static final int MOST_PRIOR = 40;

    private final OrderProfile profile;
    private final long seed;
    private final long count;

    /**
     * So many orders.
     *
     * @param seed another gives other orders
     */
    public OrderGenerator(OrderProfile profile, long seed, long count) {
        this.profile = profile;
        this.seed = seed;
        this.count = count;
    }

    /**
     * Writes all of them as JSON lines.
     *
     * @param workers threads that make them; the bytes are the same for any number
     * @param progress hears how many are written
     */
    public void write(OutputStream out, int workers, LongConsumer progress) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        Deque<Future<byte[]>> pending = new ArrayDeque<>();
        try {
            long begun = 0;
            long written = 0;
            while (written < count) {
                while (begun < count && pending.size() < 2 * workers) {
                    long from = begun;
                    begun = Math.min(count, begun + BLOCK);
                    long to = begun;
                    pending.add(pool.submit(() -> block(from, to)));
                }
                out.write(result(pending.remove()));
                written = Math.min(count, written + BLOCK);
                progress.accept(written);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static byte[] result(Future<byte[]> block) {
        try {
            return block.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while orders were made", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private byte[] block(long from, long to) {
        StringBuilder text = new StringBuilder();
        for (long i = from; i < to; i++) {
            text.append(BasketJson.line(order(i))).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The order of this number, from 0. */
    Basket order(long number) {
        SplittableRandom random = new SplittableRandom(seed ^ (number + 1) * GOLDEN);
        Instant at = moment(number, random);
        MarketProfile market = profile.markets().from(random);
        Channel channel = market.channels().from(random);
        boolean isNew = random.nextInt(HUNDRED) < market.newBuyers();
        int prior = isNew ? 0 : random.nextInt(MOST_PRIOR);
        String buyer = market.buyers() == 0 ? "" : market.market().toLowerCase(Locale.ROOT) + "-" + random.nextLong(market.buyers());
        var basket = Basket.builder(String.format(Locale.ROOT, "order-%010d", number + 1), market.market(), market.currency().code(), at)
                .locale(market.locale())
                .channel(channel)
                .buyer(new Buyer(buyer, isNew, prior, Set.of()));
        List<Line> lines = lines(market, random);
        lines.forEach(basket::line);
        lines.stream().map(Line::store).distinct().forEach(
                store -> basket.shipping(store, new Money(market.shipping().from(random), market.currency()).text()));
        return basket.build().withCodes(codes(market, random));
    }

    private List<Line> lines(MarketProfile market, SplittableRandom random) {
        List<Line> lines = new ArrayList<>();
        long count = market.lines().from(random);
        for (int i = 1; i <= count; i++) {
            String store = market.stores().from(random);
            String category = market.categories().from(random);
            Money price = new Money(market.prices().from(random).price(random), market.currency());
            int thing = random.nextInt(SKUS);
            lines.add(line(i, store, category, thing, price, Math.toIntExact(market.quantities().from(random))));
        }
        return lines;
    }

    static Line line(int number, String store, String category, int thing, Money price, int quantity) {
        String sku = store + "-" + thing;
        return new Line(Integer.toString(number), sku, store, category, "", price, Optional.empty(), Optional.empty(), quantity);
    }

    private static List<String> codes(MarketProfile market, SplittableRandom random) {
        List<String> codes = new ArrayList<>();
        market.codes().forEach((code, percent) -> {
            if (random.nextInt(HUNDRED) < percent) {
                codes.add(code);
            }
        });
        return codes;
    }

    /**
     * Orders are spread over the time as the hours weigh, each somewhere in its own share of it. Worked out in whole numbers: of all the
     * weight of all the days, the share behind us says which day and hour it is.
     */
    private Instant moment(long number, SplittableRandom random) {
        long[] hours = profile.hours();
        long ofDay = 0;
        for (long hour : hours) {
            ofDay += hour;
        }
        long days = ChronoUnit.DAYS.between(profile.from(), profile.until());
        BigInteger share = BigInteger.valueOf(number).multiply(BigInteger.valueOf(SECONDS)).add(BigInteger.valueOf(random.nextInt(SECONDS)));
        BigInteger whole = BigInteger.valueOf(ofDay).multiply(BigInteger.valueOf(days)).multiply(BigInteger.valueOf(SECONDS));
        long behind = share.multiply(whole).divide(BigInteger.valueOf(count).multiply(BigInteger.valueOf(SECONDS))).longValueExact();
        long day = behind / (ofDay * SECONDS);
        long rest = behind % (ofDay * SECONDS);
        int hour = 0;
        while (hour < HOURS - 1 && rest >= hours[hour] * SECONDS) {
            rest -= hours[hour] * SECONDS;
            hour++;
        }
        long second = rest / Math.max(1, hours[hour]);
        return profile.from().plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(hour * (long) SECONDS + Math.min(second, SECONDS - 1));
    }
}
