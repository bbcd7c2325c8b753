package dev.plaindeal.watch;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.Reload;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.receipt.Receipt;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Evaluates from several threads while the rules are reloaded, some of them broken on purpose; every receipt must be what its
 * own book gives when it is loaded afresh and alone. Run in a JVM of its own by {@link ReloadUnderLoadTest}, with the number
 * of reloads and of threads. Ends with 1 and says why when anything is not as it must be.
 */
public final class ReloadUnderLoad {

    private static final int RULES = 60;
    private static final int EVERY = 20;
    /** Before this many reloads the JVM still compiles and loads what it uses. */
    private static final int WARM = 40;
    private static final int REMEMBERED = 8;
    private static final long MEGA = 1_000_000;
    private static final List<Basket> BASKETS = List.of(
            Rules.basket("small", 1500, "SAVE3", "save7"),
            Rules.basket("middle", 12_345, "SAVE1", "SAVE2", "SAVE30", "NOBODY"),
            Rules.basket("large", 999_999, "CHANGES", "SAVE59"),
            Rules.basket("no-codes", 5000));

    private final Rules rules;
    private final int threads;
    private final Map<String, Map<Integer, Set<Receipt>>> seen = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong evaluations = new AtomicLong();
    private final List<long[]> memory = new ArrayList<>();
    private int compared;
    private volatile boolean over;

    private ReloadUnderLoad(int threads, Path folder) {
        this.threads = threads;
        this.rules = new Rules(folder);
    }

    /** Reloads, threads, an empty folder. */
    public static void main(String[] args) throws Exception {
        ReloadUnderLoad load = new ReloadUnderLoad(Integer.parseInt(args[1]), Path.of(args[2]));
        load.run(Integer.parseInt(args[0]));
        load.failures.stream().limit(10).forEach(System.out::println);
        System.exit(load.failures.isEmpty() ? 0 : 1);
    }

    private void run(int reloads) throws Exception {
        for (int i = 0; i < RULES; i++) {
            rules.write("promotions/us/p" + i + ".drl", Rules.promotion("p" + i, condition("SAVE" + i), 1 + i % 9));
        }
        ReloadingEngine engine = ReloadingEngine.load(rules.folder());
        workOutAlone();
        List<Thread> workers = workers(engine);
        int refused = 0;
        for (int i = 1; i <= reloads; i++) {
            refused += i % 4 == 0 ? refuse(engine, i) : publish(engine, i);
            if (i % EVERY == 0) {
                measure(i);
            }
        }
        over = true;
        for (Thread worker : workers) {
            worker.join();
        }
        check();
        requireFlat();
        System.out.printf("%d reloads, %d of them refused; %d evaluations by %d threads; %d comparisons; %d failures%n",
                reloads, refused, evaluations.get(), threads, compared, failures.size());
    }

    private static String condition(String code) {
        return "code == \"" + code + "\", market in (\"US\", \"PR\")";
    }

    /** No two books are alike: a condition, so that Drools has to compile, and an amount change each time. */
    private int publish(ReloadingEngine engine, int i) {
        String before = engine.rules();
        String changes = "code == \"" + (i % 2 == 0 ? "CHANGES" : "SAVE3") + "\", priorOrders <= " + i;
        rules.write("promotions/us/changes.drl", Rules.promotion("changes", changes, 10 + i));
        require(engine.reload() instanceof Reload.Published, "reload " + i + " was not published");
        require(!engine.rules().equals(before), "reload " + i + " has the hash of the book before");
        workOutAlone();
        check();
        return 0;
    }

    private int refuse(ReloadingEngine engine, int i) throws IOException {
        String before = engine.rules();
        String sound = Files.readString(rules.file("changes"));
        rules.write("promotions/us/changes.drl", broken(sound, i / 4));
        require(engine.reload() instanceof Reload.Refused, "reload " + i + " was not refused");
        require(engine.rules().equals(before), "a refused reload changed the book");
        rules.write("promotions/us/changes.drl", sound);
        return 1;
    }

    private static String broken(String sound, int kind) {
        return switch (kind % 5) {
            case 0 -> sound.replace("amountOff", "amountOf");
            case 1 -> sound.substring(0, sound.length() / 2);
            case 2 -> sound.replace("$coupon.amountOff", "System.exit(1); $coupon.amountOff");
            case 3 -> sound.replace("rule \"changes\"", "rule \"p1\"");
            default -> "";
        };
    }

    private List<Thread> workers(ReloadingEngine engine) {
        List<Thread> workers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int first = t;
            Thread worker = new Thread(() -> work(engine, first), "till-" + t);
            worker.start();
            workers.add(worker);
        }
        return workers;
    }

    private void work(ReloadingEngine engine, int first) {
        try {
            for (int i = first; !over; i++) {
                int basket = i % BASKETS.size();
                Receipt receipt = engine.evaluate(BASKETS.get(basket));
                seen.computeIfAbsent(receipt.rules(), hash -> new ConcurrentHashMap<>())
                        .computeIfAbsent(basket, b -> ConcurrentHashMap.newKeySet())
                        .add(receipt);
                evaluations.incrementAndGet();
            }
        } catch (RuntimeException | Error failed) {
            failures.add("an evaluation failed: " + failed);
            failed.printStackTrace(System.out);
        }
    }

    /** What the latest books give alone, oldest first; a thread that stalls may still add a receipt of one replaced before. */
    private final Map<String, List<Receipt>> alone = new LinkedHashMap<>();

    /** Loads the files afresh, as if there had never been another book, and prices every basket. */
    private void workOutAlone() {
        PromotionEngine fresh = PromotionEngine.load(rules.folder());
        alone.put(fresh.rules(), BASKETS.stream().map(fresh::evaluate).toList());
    }

    private void check() {
        seen.forEach((hash, byBasket) -> byBasket.forEach((basket, receipts) -> {
            boolean same = alone.containsKey(hash) && receipts.equals(Set.of(alone.get(hash).get(basket)));
            require(same, "other receipts than book " + hash + " gives alone");
            compared++;
        }));
        while (alone.size() > REMEMBERED) {
            String oldest = alone.keySet().iterator().next();
            alone.remove(oldest);
            seen.remove(oldest);
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            failures.add(otherwise);
        }
    }

    private void measure(int reloads) {
        System.gc();
        System.gc();
        // What was left by the collection itself: until this thread gets to ask, the others have made megabytes anew.
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
        long meta = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
        memory.add(new long[] {reloads, heap, meta});
        System.out.printf("after %3d reloads: heap %.1f MB, metaspace %.1f MB, %d classes%n",
                reloads, (double) heap / MEGA, (double) meta / MEGA,
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
    }

    /** The last figure against the first warm one: what a leak of one book in four reloads would add is many times this. */
    private void requireFlat() {
        List<long[]> warm = memory.stream().filter(figures -> figures[0] >= WARM).toList();
        if (warm.size() > 1) {
            long[] first = warm.get(0);
            long[] last = warm.get(warm.size() - 1);
            require(last[1] - first[1] < 4 * MEGA, "the heap grew");
            require(last[2] - first[2] < 2 * MEGA, "the metaspace grew");
        }
    }
}
