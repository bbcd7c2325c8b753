package dev.plaindeal.rules;

import com.sun.management.OperatingSystemMXBean;
import dev.plaindeal.model.Basket;
import dev.plaindeal.model.Buyer;
import dev.plaindeal.model.Chances;
import dev.plaindeal.model.Channel;
import dev.plaindeal.model.Currency;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Money;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Remaining;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Figures for a book of many rules: run it by hand with the number of rules. Not a test, because a busy machine is no bug. */
final class BookFigures {

    private static final int BASKETS = 20_000;

    private BookFigures() {}

    public static void main(String[] args) throws IOException {
        int rules = Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("figures");
        for (int i = 0; i < rules; i++) {
            write(folder, i, 10);
        }
        for (String own : List.of("stacking/defaults.drl", "simplicity/markets.drl", "simplicity/steps.drl")) {
            Files.createDirectories(folder.resolve(own).getParent());
            Files.copy(Path.of("rules").resolve(own), folder.resolve(own));
        }
        RuleBook warm = RuleBook.load(RuleFiles.of(Map.of("promotions/warm.drl", text(0, 10).replace("p0\"", "warm\""))));
        System.out.println("warm-up " + cpu() + " ms CPU, " + megabytes());
        long before = cpu();
        RuleFiles files = RuleFiles.folder(folder);
        long read = cpu();
        RuleBook book = RuleBook.load(files);
        long loaded = cpu();
        files = null;
        System.out.println(rules + " rules: reading " + (read - before) + " ms CPU, loading " + (loaded - read) + " ms CPU, "
                + megabytes() + " (with " + warm.promotions().size() + ")");
        evaluate(book);
        for (int round = 0; round < 4; round++) {
            write(folder, rules / 2, 11 + round);
            long start = cpu();
            RuleFiles again = RuleFiles.folder(folder);
            long reread = cpu();
            book = book.reloaded(again);
            System.out.println("reload terms: reading " + (reread - start) + ", rest " + (cpu() - reread) + " ms CPU");
            Files.writeString(file(folder, rules / 2), text(rules / 2, 10).replace("\"US\"", "\"G" + "BE".charAt(round % 2) + "\""));
            start = cpu();
            again = RuleFiles.folder(folder);
            reread = cpu();
            book = book.reloaded(again);
            System.out.println("reload condition: reading " + (reread - start) + ", rest " + (cpu() - reread) + " ms CPU");
        }
        for (int i = 0; i < 40; i++) {
            Files.writeString(file(folder, rules / 2), text(rules / 2, 10).replace("\"US\"", "\"G" + "BE".charAt(i % 2) + "\""));
            book = book.reloaded(RuleFiles.folder(folder));
        }
        System.out.println("after 48 reloads " + megabytes());
    }

    private static void evaluate(RuleBook book) {
        Currency usd = Currency.of("USD");
        List<Line> lines = List.of(
                Line.of("1", "a", "store0", Money.of("20", usd), 1),
                Line.of("2", "b", "store0", Money.of("30", usd), 2),
                Line.of("3", "c", "store1", Money.of("5", usd), 1),
                Line.of("4", "d", "store1", Money.of("9.99", usd), 3),
                Line.of("5", "e", "store1", Money.of("1", usd), 1));
        Basket basket = new Basket("b", "US", usd, "en-US", Channel.LIVE, Instant.EPOCH, Buyer.unknown(), List.of(), lines,
                Map.of(), "", List.of("code0", "code4", "code1"), Remaining.UNTOUCHED);
        for (int round = 0; round < 6; round++) {
            long start = cpu();
            long bytes = allocated();
            int offers = 0;
            for (int i = 0; i < BASKETS; i++) {
                offers += book.match(Chances.in(basket)).size();
            }
            System.out.printf("evaluate %.1f us CPU, %d bytes, %d offers%n", (cpu() - start) * 1000.0 / BASKETS,
                    (allocated() - bytes) / BASKETS, offers / BASKETS);
        }
        System.out.println(book.match(Chances.in(basket)).stream().map(Offer::key).toList());
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static Path file(Path folder, int i) {
        return folder.resolve("promotions/f" + i % 50 + "/p" + i + ".drl");
    }

    private static void write(Path folder, int i, int percent) throws IOException {
        Files.createDirectories(file(folder, i).getParent());
        Files.writeString(file(folder, i), text(i, percent));
    }

    private static String text(int i, int percent) {
        String pattern = switch (i % 4) {
            case 0 -> "PlatformCoupon( code == \"CODE" + i + "\", market == \"US\" )";
            case 1 -> "StoreCoupon( code == \"CODE" + i + "\", store == \"store" + i % 1000 + "\", market == \"US\" )";
            case 2 -> "StoreBasket( store == \"store" + (i / 2) % 1000 + "\", market " + (i < 8 ? "in (\"US\", \"CA\")" : "== \"GB\"") + " )";
            default -> i < 8 ? "PlatformBasket( market == \"US\", channel == \"live\" )"
                    : "StoreItems( store == \"store" + i % 1000 + "\", newBuyer == true )";
        };
        return "// Promotion " + i + ": something off for shoppers who spend $50, at most $20 off. Paid by the platform.\n"
                + "package promotions\nimport dev.plaindeal.model.*\n\nrule \"p" + i + "\"\nwhen\n    $c : " + pattern
                + "\nthen\n    $c.percentOff(" + percent + ").whenSpending(\"USD 50\").atMost(\"USD 20\")\n"
                + "           .until(\"2026-12-01\", \"America/New_York\");\nend\n";
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1_000_000;
    }

    private static String megabytes() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        long meta = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("Metaspace"))
                .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed()).sum();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory() >> 20) + " MB heap + " + (meta >> 20) + " MB metaspace";
    }
}
