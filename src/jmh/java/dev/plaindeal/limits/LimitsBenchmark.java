package dev.plaindeal.limits;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Reservations a second through {@link PostgresLimits}, beside PostgreSQL doing the same statement, prepared once on a connection that each
 * client keeps: one cap in one row, the same in 16 slots, and three of 1,000 caps. The two take turns, so that both see the same
 * machine; only their ratio is meant. Run by hand: {@code LimitsBenchmark [seconds of each turn] [turns]}.
 */
public final class LimitsBenchmark {

    private static final Duration TIME = Duration.ofMinutes(15);
    private static final int[] CLIENTS = {1, 8, 32};
    private static final long PLENTY = 1_000_000_000_000L;
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String STATEMENT = "select * from plaindeal_limits.reserve(?, ?, ?, ?, ?, ?, ?, ?)";

    private LimitsBenchmark() {}

    /** What orders take. */
    private enum Kind {
        ONE_ROW, SLOTS, THREE_OF_1000;

        Claim claim(int number) {
            String order = "bench-" + number;
            if (this == THREE_OF_1000) {
                int first = Math.floorMod(number * 7919, 998);
                return new Claim(order, List.of(take("cap/" + first), take("cap/" + (first + 1)), take("cap/" + (first + 2))));
            }
            return new Claim(order, List.of(take(this == SLOTS ? "slotted" : "hot")));
        }

        private static Take take(String name) {
            return new Take(new Cap(Counter.uses(name), PLENTY), 1);
        }
    }

    /** One reservation after another on one thread. */
    private interface Client extends AutoCloseable {
        void reserve(int number) throws SQLException;

        @Override
        default void close() throws SQLException {}
    }

    private static final class Bare implements Client {
        private final Kind kind;
        private final Connection connection;
        private final PreparedStatement statement;

        Bare(Kind kind, DataSource database) {
            this.kind = kind;
            try {
                connection = database.getConnection();
                statement = connection.prepareStatement(STATEMENT);
                statement.setTimestamp(2, null);
                statement.setLong(3, TIME.toMillis());
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void reserve(int number) throws SQLException {
            List<Take> takes = kind.claim(number).takes();
            statement.setString(1, "bench-" + number);
            statement.setArray(4, connection.createArrayOf("text", takes.stream().map(take -> take.counter().name()).toArray()));
            statement.setArray(5, connection.createArrayOf("text", takes.stream().map(take -> take.counter().unit()).toArray()));
            statement.setArray(6, connection.createArrayOf("int8", takes.stream().map(Take::amount).toArray()));
            statement.setArray(7, connection.createArrayOf("int8", takes.stream().map(take -> PLENTY).toArray()));
            statement.setArray(8, connection.createArrayOf("int4", takes.stream().map(take -> kind == Kind.SLOTS ? 16 : 1).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** Reservations a second, and how long the slowest of a hundred took. */
    private record Rate(double perSecond, double p99Millis) {}

    private static Rate measured(int clients, double seconds, Callable<Client> opening) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        try {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(threads.submit(() -> timed(opening, end)));
            }
            List<Long> nanos = new ArrayList<>();
            for (Future<List<Long>> one : all) {
                nanos.addAll(one.get());
            }
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Rate(sorted.length / seconds, sorted.length == 0 ? 0 : sorted[(int) (sorted.length * 0.99)] / 1e6);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> timed(Callable<Client> opening, long end) throws Exception {
        List<Long> nanos = new ArrayList<>();
        try (Client client = opening.call()) {
            for (long now = System.nanoTime(); now < end; ) {
                client.reserve(NEXT.incrementAndGet());
                long after = System.nanoTime();
                nanos.add(after - now);
                now = after;
            }
        }
        return nanos;
    }

    /** Prints a table. */
    public static void main(String[] arguments) throws Exception {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 3;
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        try (PostgresServer server = PostgresServer.begin()) {
            DataSource source = server.database();
            PostgresLimits.migrate(source);
            System.out.println("| cap | clients | bare statement /s (p99 ms) | PostgresLimits /s (p99 ms) | ratio; the turn whose ratio is the median of " + turns + " |\n|---|---|---|---|---|");
            for (Kind kind : Kind.values()) {
                for (int clients : CLIENTS) {
                    System.out.println(row(kind, clients, source, seconds, turns));
                }
            }
        }
    }

    private static String row(Kind kind, int clients, DataSource source, double seconds, int turns) throws Exception {
        try (FewConnections pool = new FewConnections(source, clients)) {
            PostgresLimits limits = PostgresLimits.on(pool).inSlots("slotted", 16);
            Rate[] bare = new Rate[turns];
            Rate[] ours = new Rate[turns];
            measured(clients, seconds / 2, () -> new Bare(kind, source));
            measured(clients, seconds / 2, () -> number -> limits.reserve(kind.claim(number), TIME));
            for (int turn = 0; turn < turns; turn++) {
                bare[turn] = measured(clients, seconds, () -> new Bare(kind, source));
                ours[turn] = measured(clients, seconds, () -> number -> limits.reserve(kind.claim(number), TIME));
            }
            int median = IntStream.range(0, turns).boxed().sorted(Comparator.comparingDouble(turn -> ratio(ours[turn], bare[turn]))).toList().get(turns / 2);
            return String.format(Locale.ROOT, "| %s | %d | %.0f (%.1f) | %.0f (%.1f) | %.2f |", kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    clients, bare[median].perSecond(), bare[median].p99Millis(), ours[median].perSecond(), ours[median].p99Millis(),
                    ratio(ours[median], bare[median]));
        }
    }

    private static double ratio(Rate ours, Rate bare) {
        return ours.perSecond() / bare.perSecond();
    }
}
