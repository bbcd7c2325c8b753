package dev.plaindeal.limits;

import dev.plaindeal.limits.LimitStoreException.OutcomeUnknown;
import dev.plaindeal.limits.LimitStoreException.Refused;
import dev.plaindeal.limits.LimitStoreException.Unreachable;
import dev.plaindeal.limits.Reservation.Held;
import dev.plaindeal.money.Currency;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Clients race for caps of a real PostgreSQL that is killed with SIGKILL again and again, and a checker compares what they were told with what
 * the database says. Orders are confirmed, given up, left to lapse, and sent back in part; whoever gets no answer asks again by the same key, and each tenth
 * asks twice in any case.
 *
 * <p>The short run is a test. The long one is this class's {@code main}, on the class path of the tests:
 * {@code java ... dev.plaindeal.limits.UnderFire --attempts=1000000 --clients=32 --kills=50 --seed=1}
 */
final class UnderFire {

    private static final Duration TIME = Duration.ofMillis(1_500);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(25);
    private static final Currency USD = Currency.of("USD");
    /** Sells back in part: what it keeps of what it took. */
    private static final int KEPT_OF_MONEY = 3;

    /**
     * What to do.
     *
     * @param attempts orders that are tried
     * @param clients at once
     * @param kills of the server on the way, evenly spread
     * @param seed of everything that is random but the threads
     */
    record Plan(int attempts, int clients, int kills, long seed) {}

    /** What is counted on the way. */
    private enum Tally { HELD, EXHAUSTED, CONFIRMED, TOO_LATE, RELEASED, LEFT_TO_LAPSE, RETURNED, SWEPT, ASKED_AGAIN, OUTCOME_UNKNOWN }

    private final Plan plan;
    private final PostgresServer server;
    private final DataSource database;
    private final PostgresLimits limits;
    private final List<Cap> caps;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Tally, AtomicLong> tallies = new TreeMap<>();
    /** What clients were told, by order. */
    private final BitSet confirmed = new BitSet();
    private final BitSet sentBack = new BitSet();
    private final List<String> wrong = new ArrayList<>();
    private volatile boolean over;

    private UnderFire(Plan plan, PostgresServer server) {
        this.plan = plan;
        this.server = server;
        this.database = new FewConnections(server.database(), plan.clients() + 4);
        PostgresLimits.migrate(database);
        this.limits = PostgresLimits.on(database).inSlots("hot", 16);
        this.caps = caps(plan.attempts());
        for (Tally tally : Tally.values()) {
            tallies.put(tally, new AtomicLong());
        }
    }

    /** One hot cap in slots, one row for all, money, items, and a hundred small ones: about half of the attempts find everything. */
    private static List<Cap> caps(int attempts) {
        List<Cap> caps = new ArrayList<>();
        caps.add(new Cap(Counter.uses("hot"), attempts / 8));
        caps.add(new Cap(Counter.money("hot", USD), attempts * 30L));
        caps.add(new Cap(Counter.uses("one-row"), attempts / 8));
        caps.add(new Cap(Counter.items("one-row"), attempts / 4));
        for (int i = 0; i < 100; i++) {
            caps.add(new Cap(Counter.uses("small/" + i), Math.max(1, attempts / 500)));
        }
        return List.copyOf(caps);
    }

    /** The same for the same order and seed, whoever asks. */
    private Claim claim(int order) {
        Random random = random(order);
        List<Take> takes = new ArrayList<>();
        int kind = random.nextInt(10);
        if (kind < 5) {
            takes.add(new Take(caps.get(0), 1));
            takes.add(new Take(caps.get(1), 1 + random.nextInt(500)));
        }
        if (kind == 4 || kind == 5 || kind == 6) {
            takes.add(new Take(caps.get(2), 1));
            takes.add(new Take(caps.get(3), 1 + random.nextInt(3)));
        }
        if (kind >= 6) {
            int first = random.nextInt(100);
            takes.add(new Take(caps.get(4 + first), 1));
            takes.add(new Take(caps.get(4 + (first + 1 + random.nextInt(99)) % 100), 1));
        }
        return new Claim(key(order), takes);
    }

    private static String key(int order) {
        return "order-" + order;
    }

    private Random random(int order) {
        return new Random(plan.seed() * 1_000_003 + order);
    }

    private Claim kept(int order) {
        List<Take> takes = new ArrayList<>();
        for (Take take : claim(order).takes()) {
            long amount = take.counter().isUses() ? 1 : take.amount() / KEPT_OF_MONEY;
            if (amount > 0 && order % 2 == 0) {
                takes.add(new Take(take.cap(), amount));
            }
        }
        return new Claim(key(order), takes);
    }

    private void count(Tally tally) {
        tallies.get(tally).incrementAndGet();
    }

    /** Asks until there is an answer, by the same key each time. */
    private <T> T answer(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (OutcomeUnknown unknown) {
                count(Tally.OUTCOME_UNKNOWN);
            } catch (Unreachable | Refused later) {
                count(Tally.ASKED_AGAIN);
            }
            pause(ASK_AGAIN_AFTER);
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void client() {
        for (int order = next.getAndIncrement(); order < plan.attempts(); order = next.getAndIncrement()) {
            Claim claim = claim(order);
            Reservation reservation = answer(() -> limits.reserve(claim, TIME));
            if (order % 10 == 0) {
                reservation = answer(() -> limits.reserve(claim, TIME));
            }
            if (reservation instanceof Held) {
                count(Tally.HELD);
                goOn(order, claim.order(), random(-order - 1).nextInt(100));
            } else {
                count(Tally.EXHAUSTED);
            }
        }
    }

    private void goOn(int order, String key, int fate) {
        if (fate < 60) {
            pay(order, key, fate < 20);
        } else if (fate < 75) {
            count(answer(() -> limits.release(key)) == HoldState.RELEASED ? Tally.RELEASED : Tally.TOO_LATE);
        } else {
            count(Tally.LEFT_TO_LAPSE);
        }
    }

    private void pay(int order, String key, boolean comesBack) {
        if (answer(() -> limits.confirm(key)) != HoldState.CONFIRMED) {
            count(Tally.TOO_LATE);
            return;
        }
        count(Tally.CONFIRMED);
        note(confirmed, order);
        if (comesBack) {
            note(sentBack, order);
            if (answer(() -> limits.returned(kept(order))) != HoldState.CONFIRMED) {
                wrong(key + ": a paid order is not known when it comes back");
            }
            count(Tally.RETURNED);
        }
    }

    private static void note(BitSet set, int order) {
        synchronized (set) {
            set.set(order);
        }
    }

    private void wrong(String what) {
        synchronized (wrong) {
            wrong.add(what);
        }
    }

    private void sweeper() {
        while (!over) {
            tallies.get(Tally.SWEPT).addAndGet(answer(limits::sweep));
            pause(Duration.ofMillis(100));
        }
    }

    /** Once the server is back, what is counted is what orders hold, in one look at all of it. */
    private void killer() {
        for (int kill = 1; kill <= plan.kills(); kill++) {
            while (next.get() < (long) kill * plan.attempts() / (plan.kills() + 1)) {
                pause(Duration.ofMillis(10));
            }
            try {
                long millis = server.killAndRestart();
                System.out.println("kill " + kill + " of " + plan.kills() + " at attempt " + Math.min(next.get(), plan.attempts()) + ", back after " + millis + " ms");
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
            compareCounts();
        }
    }

    private static final String COUNTS = "select coalesce(c.name, h.name), coalesce(c.unit, h.unit), coalesce(c.taken, 0), coalesce(h.taken, 0) from"
            + " (select name, unit, sum(taken) taken from plaindeal_limits.counter group by name, unit) c full join"
            + " (select t.name, t.unit, sum(t.amount) taken from plaindeal_limits.hold, unnest(names, units, amounts) t(name, unit, amount)"
            + " where state in ('held', 'confirmed') group by t.name, t.unit) h on c.name = h.name and c.unit = h.unit";

    private Map<Counter, Long> compareCounts() {
        Map<Counter, Long> taken = answer(() -> query(COUNTS, rows -> {
            Map<Counter, Long> all = new TreeMap<>();
            while (rows.next()) {
                Counter counter = new Counter(rows.getString(1), rows.getString(2));
                all.put(counter, rows.getLong(3));
                if (rows.getLong(3) != rows.getLong(4)) {
                    wrong(counter + ": " + rows.getLong(3) + " are counted, and orders hold " + rows.getLong(4));
                }
            }
            return all;
        }));
        for (Cap cap : caps) {
            if (taken.getOrDefault(cap.counter(), 0L) > cap.most()) {
                wrong("overspent: " + cap + " has " + taken.get(cap.counter()) + " taken");
            }
        }
        return taken;
    }

    /** What is read of rows. */
    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T query(String query, Reading<T> reading) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return reading.of(rows);
        } catch (SQLException failed) {
            throw Session.SqlStates.told(failed);
        }
    }

    /** Every order that was told it is paid has its use; what is counted is what these were told, to the unit. */
    private void compareHistory() {
        pause(TIME.plusMillis(200));
        tallies.get(Tally.SWEPT).addAndGet(answer(limits::sweep));
        Map<Counter, Long> expected = new TreeMap<>();
        confirmed.stream().forEach(order -> (sentBack.get(order) ? kept(order) : claim(order)).takes()
                .forEach(take -> expected.merge(take.counter(), take.amount(), Long::sum)));
        Map<Counter, Long> taken = compareCounts();
        for (Cap cap : caps) {
            long told = expected.getOrDefault(cap.counter(), 0L);
            long counted = taken.getOrDefault(cap.counter(), 0L);
            if (told != counted) {
                wrong((told > counted ? "paid without its use: " : "lost units: ") + cap.counter() + ": paid orders take " + told + ", counted are " + counted);
            }
        }
        comparePaid();
    }

    private void comparePaid() {
        BitSet paid = answer(() -> query("select order_key from plaindeal_limits.hold where state = 'confirmed'", rows -> {
            BitSet all = new BitSet();
            while (rows.next()) {
                all.set(Integer.parseInt(rows.getString(1).substring("order-".length())));
            }
            return all;
        }));
        paid.xor(confirmed);
        paid.stream().limit(10).forEach(order -> wrong(key(order) + (confirmed.get(order) ? ": paid, and not known" : ": confirmed, and nobody was told")));
    }

    private List<String> run() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        long begin = System.nanoTime();
        try {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < plan.clients(); i++) {
                clients.add(threads.submit(this::client));
            }
            Future<?> sweeper = threads.submit(this::sweeper);
            threads.submit(this::killer).get();
            for (Future<?> client : clients) {
                client.get();
            }
            over = true;
            sweeper.get();
            compareHistory();
        } finally {
            threads.shutdownNow();
        }
        System.out.println(plan + " in " + (System.nanoTime() - begin) / 1_000_000_000 + " s: " + tallies + ", wrong " + wrong.size());
        return List.copyOf(wrong);
    }

    /** What was wrong, hopefully nothing. */
    static List<String> run(Plan plan) throws Exception {
        try (PostgresServer server = PostgresServer.begin()) {
            return new UnderFire(plan, server).run();
        }
    }

    private static long option(String[] arguments, String name, long usual) {
        for (String argument : arguments) {
            if (argument.startsWith("--" + name + "=")) {
                return Long.parseLong(argument.substring(name.length() + 3));
            }
        }
        return usual;
    }

    /** The long run; exits with 1 where anything was wrong. */
    public static void main(String[] arguments) throws Exception {
        List<String> wrong = run(new Plan(
                (int) option(arguments, "attempts", 1_000_000),
                (int) option(arguments, "clients", 32),
                (int) option(arguments, "kills", 50),
                option(arguments, "seed", 1)));
        wrong.forEach(System.out::println);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }
}
