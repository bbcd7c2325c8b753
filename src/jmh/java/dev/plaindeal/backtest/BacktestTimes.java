package dev.plaindeal.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.EngineListener;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.backtest.generate.OrderGenerator;
import dev.plaindeal.backtest.generate.OrderProfile;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.rules.RuleFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backtest costs beside pricing: CPU of one thread for generated orders under two rule books, against a bare loop of
 * {@code evaluate} with baskets that are read already. All parts in turn in one JVM, and of each the middle of some rounds.
 */
public final class BacktestTimes {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final int ROUNDS = 9;
    private static final int WARM = 8;

    private final RuleBooks books;
    /** Of which nothing is shared, so that every order is priced twice. */
    private final RuleBooks unlike;
    private final byte[] orders;
    private final List<byte[]> lines;
    private final List<Basket> baskets;
    /** Keeps what is worked out from being left out. */
    private long seen;

    private BacktestTimes(RuleBooks books, RuleBooks unlike, byte[] orders) {
        this.books = books;
        this.unlike = unlike;
        this.orders = orders;
        this.lines = Arrays.stream(new String(orders, UTF_8).split("\n")).map(line -> line.getBytes(UTF_8)).toList();
        this.baskets = lines.stream().map(line -> BasketReader.readLine("orders", 1, line, NOW).orThrow()).toList();
    }

    /** Arguments: how many orders, 20,000 unless said; then the rule folder, {@code rules} unless said. */
    public static void main(String[] args) throws IOException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        System.out.print(measured(count, Path.of(args.length > 1 ? args[1] : "rules")));
    }

    /** A table of microseconds of CPU an order. */
    public static String measured(int count, Path rules) throws IOException {
        Map<String, String> after = new TreeMap<>();
        for (String path : RuleFiles.folder(rules).paths()) {
            after.put(path, Files.readString(rules.resolve(path)).replace("percentOff(10)", "percentOff(12)"));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new OrderGenerator(OrderProfile.packed(), 7, count).write(bytes, 1, made -> {});
        PromotionEngine then = PromotionEngine.load(rules);
        PromotionEngine now = PromotionEngine.load(after);
        PromotionEngine heard = now.heardBy(new EngineListener() {});
        return new BacktestTimes(new RuleBooks(then, now), new RuleBooks(then, heard), bytes.toByteArray()).table();
    }

    private String table() {
        Runnable[] parts = {this::bare, this::read, this::priced, () -> whole(books), () -> whole(unlike)};
        String[] names = {"evaluate, twice, of baskets that are read", "reading alone", "pricing and adding up baskets that are read",
            "a backtest with one worker", "the same where all rules differ"};
        double[][] micros = new double[parts.length][ROUNDS];
        for (int round = -WARM; round < ROUNDS; round++) {
            for (int part = 0; part < parts.length; part++) {
                double took = took(parts[part]);
                if (round >= 0) {
                    micros[part][round] = took;
                }
            }
        }
        StringBuilder table = new StringBuilder("| CPU µs an order | min | median | max | bare loop / this |\n|---|---|---|---|---|\n");
        for (double[] one : micros) {
            Arrays.sort(one);
        }
        for (int part = 0; part < parts.length; part++) {
            double[] of = micros[part];
            table.append(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f | %.2f |\n", names[part], of[0], of[ROUNDS / 2], of[ROUNDS - 1],
                    micros[0][ROUNDS / 2] / of[ROUNDS / 2]));
        }
        return table.toString();
    }

    private double took(Runnable part) {
        long start = cpu();
        part.run();
        return (cpu() - start) / 1e3 / baskets.size();
    }

    /** Of this thread alone: the compiler and the collector have theirs. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void bare() {
        for (Basket basket : baskets) {
            seen += books.before().evaluate(basket).total().minor();
            seen += books.after().evaluate(basket).total().minor();
        }
    }

    private void read() {
        for (byte[] line : lines) {
            seen += BasketReader.readLine("orders", 1, line, NOW).orThrow().lines().size();
        }
    }

    private void priced() {
        Summary summary = new Summary();
        for (int i = 0; i < baskets.size(); i++) {
            summary.add(books, books.price(baskets.get(i)), lines.get(i), lines.get(i));
        }
        seen += summary.orders();
    }

    /** In this thread, block by block as the workers do it. */
    private void whole(RuleBooks books) {
        Summary summary = new Summary();
        OrderFile file = new OrderFile("orders", "", () -> new ByteArrayInputStream(orders));
        try (OrderBlocks blocks = new OrderBlocks(List.of(file), InputSpot.START)) {
            for (var block = blocks.next(); block.isPresent(); block = blocks.next()) {
                summary.addAll(BlockWork.priced(books, NOW, block.get()).summary());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        seen += summary.orders();
    }
}
