package dev.plaindeal.limits;

import dev.plaindeal.limits.Reservation.AlreadyConfirmed;
import dev.plaindeal.limits.Reservation.Exhausted;
import dev.plaindeal.limits.Reservation.Held;
import dev.plaindeal.limits.Reservation.Shortage;
import dev.plaindeal.offer.Quota;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;

/**
 * Counts in PostgreSQL 12 or later, by {@code java.sql} alone: the driver and the pool are the host's. Immutable, and safe from any number
 * of threads and processes.
 *
 * <p>Each call is one statement in a transaction of its own. {@link #within} joins the host's transaction instead, so that an order and
 * its claim are committed together or not at all. What a call does is committed when it returns.
 *
 * <p>The time is the database's, the same for all who count in it, unless {@link #timedBy} says otherwise.
 *
 * <p>Beside what {@link LimitStore} says, every method throws {@link LimitStoreException}: its kinds tell a connection lost on the way,
 * when the same call has to be made again, from a database that was not reached, one with another schema, and one that refused.
 *
 * <p>Worked numbers: of a cap of 1,000 uses that 32 clients race for, 1,000 are held and every further one is told that 0 are left.
 */
public final class PostgresLimits implements LimitStore {

    static final int VERSION = 2;
    private static final int MOST_SLOTS = 64;
    /** Orders that lapse or are forgotten in one transaction: few enough that nobody waits long for the caps they took. */
    private static final int SWEPT_AT_ONCE = 200;
    /** Whoever changes the schema holds this lock; any number that nobody else uses. */
    private static final long MIGRATION_LOCK = 7_526_471_135_201L;

    private final Session session;
    private final Optional<Clock> clock;
    private final Map<String, Integer> slots;

    private PostgresLimits(Session session, Optional<Clock> clock, Map<String, Integer> slots) {
        this.session = session;
        this.clock = clock;
        this.slots = Map.copyOf(slots);
    }

    /**
     * Counts in this database.
     *
     * @param database asked for a connection for each call, so a pool; its transactions are READ COMMITTED, PostgreSQL's own level
     * @throws LimitStoreException.WrongSchema when it has no schema of limits, or one of another version
     */
    public static PostgresLimits on(DataSource database) {
        Session session = new Session.EachAlone(database);
        int found = session.answer(PostgresLimits::version);
        if (found != VERSION) {
            throw wrong(found);
        }
        return new PostgresLimits(session, Optional.empty(), Map.of());
    }

    private static LimitStoreException wrong(int found) {
        return new LimitStoreException.WrongSchema(found == 0 ? "no such schema" : "version " + found, VERSION);
    }

    /**
     * Makes the schema what this version needs, in one transaction; where it is so already, nothing changes. Many may call it at once.
     *
     * @throws LimitStoreException.WrongSchema when the database has a later version
     */
    public static void migrate(DataSource database) {
        new Session.EachAlone(database).answer(PostgresLimits::migrated);
    }

    private static int migrated(Connection connection) throws SQLException {
        boolean committing = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
            int found = version(connection);
            if (found > VERSION) {
                throw wrong(found);
            }
            for (int next = found + 1; next <= VERSION; next++) {
                statement.execute(script(next));
            }
            connection.commit();
        } catch (SQLException | RuntimeException failed) {
            Session.andThen(failed, connection::rollback);
            Session.andThen(failed, () -> connection.setAutoCommit(committing));
            throw failed;
        }
        connection.setAutoCommit(committing);
        return VERSION;
    }

    private static String script(int version) {
        String name = "postgresql-" + version + ".sql";
        try (InputStream file = PostgresLimits.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** 0 where there is none. Asks before it looks, because a statement that fails would end the host's transaction. */
    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return number(statement, "select (to_regclass('plaindeal_limits.version') is not null)::int") == 0
                    ? 0
                    : number(statement, "select coalesce(max(number), 0) from plaindeal_limits.version");
        }
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /**
     * The same counts, in the host's transaction: what is done becomes true when the host commits, and is undone when it rolls back. For
     * one order in a transaction; until it ends, others who want the same caps wait. A reservation that is refused is undone to a savepoint:
     * it locks nothing, and the transaction goes on. What is over is not swept on the way, so call {@link #sweep} on the store itself.
     * When a call throws {@link LimitStoreException}, roll back.
     *
     * @param transaction open, not committing by itself, READ COMMITTED; used by one thread at a time
     */
    public PostgresLimits within(Connection transaction) {
        return new PostgresLimits(new Session.OfHost(transaction), clock, slots);
    }

    /** The same counts, by this clock instead of the database's; for tests. All who count in one database need the same time. */
    public PostgresLimits timedBy(Clock other) {
        return new PostgresLimits(session, Optional.of(other), slots);
    }

    /**
     * The same counts, with the caps of a promotion for everybody, or of a code, kept in so many slots, which orders that come together do
     * not wait for each other at. Exact all the same; may be changed at any time, and hosts may differ.
     *
     * @param name as receipts reserve by: {@code mcxmas}, also for its periods; {@code code/SAVE10}
     * @param count 1 to 64; 16 serve some thousand orders a second
     * @throws IllegalArgumentException for any other number
     */
    public PostgresLimits inSlots(String name, int count) {
        if (count < 1 || count > MOST_SLOTS) {
            throw new IllegalArgumentException("a cap has 1 to " + MOST_SLOTS + " slots, not " + count);
        }
        Map<String, Integer> more = new HashMap<>(slots);
        more.put(name, count);
        return new PostgresLimits(session, clock, more);
    }

    /** What one buyer may have is never hot. */
    private int slots(Counter counter) {
        for (Map.Entry<String, Integer> one : slots.entrySet()) {
            boolean named = counter.name().equals(one.getKey())
                    || counter.name().startsWith(one.getKey() + "/") && !counter.name().startsWith(one.getKey() + Quota.OF_BUYER + "/");
            if (named) {
                return one.getValue();
            }
        }
        return 1;
    }

    @Override
    public Map<Counter, Long> taken(Collection<Counter> counters, String order) {
        Claim.requireOrder(order);
        List<Counter> all = List.copyOf(counters);
        return session.answer(connection -> taken(connection, all, order));
    }

    private static Map<Counter, Long> taken(Connection connection, List<Counter> counters, String order) throws SQLException {
        String query = "select k.i, coalesce((select sum(c.taken) from plaindeal_limits.counter c where c.name = k.name and c.unit = k.unit), 0)"
                + " - coalesce((select sum(t.amount) from plaindeal_limits.hold h, unnest(h.names, h.units, h.amounts) t(name, unit, amount)"
                + " where h.order_key = ? and t.name = k.name and t.unit = k.unit), 0)"
                + " from unnest(?, ?) with ordinality k(name, unit, i)";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, order);
            statement.setArray(2, texts(connection, counters.stream().map(Counter::name).toArray()));
            statement.setArray(3, texts(connection, counters.stream().map(Counter::unit).toArray()));
            Map<Counter, Long> taken = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taken.put(counters.get(rows.getInt(1) - 1), rows.getLong(2));
                }
            }
            return taken;
        }
    }

    private static Array texts(Connection connection, Object[] texts) throws SQLException {
        return connection.createArrayOf("text", texts);
    }

    @Override
    public Reservation reserve(Claim claim, Duration time) {
        Holding.requireTime(time);
        Reservation first = session.answer(connection -> reserve(connection, claim, time), Exhausted.class::isInstance);
        boolean again = first instanceof Exhausted && session instanceof Session.EachAlone && sweep() > 0;
        return again ? session.answer(connection -> reserve(connection, claim, time)) : first;
    }

    private Reservation reserve(Connection connection, Claim claim, Duration time) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select * from plaindeal_limits.reserve(?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, claim.order());
            statement.setTimestamp(2, now());
            statement.setLong(3, time.toMillis());
            setTakes(statement, 4, claim.takes());
            statement.setArray(7, numbers(connection, claim.takes(), take -> take.cap().most()));
            statement.setArray(8, connection.createArrayOf("int4", claim.takes().stream().map(take -> slots(take.counter())).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                return reservation(claim, rows);
            }
        }
    }

    /** Names, units and amounts, in this and the two places after it. */
    private static void setTakes(PreparedStatement statement, int place, List<Take> takes) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(place, texts(connection, takes.stream().map(take -> take.counter().name()).toArray()));
        statement.setArray(place + 1, texts(connection, takes.stream().map(take -> take.counter().unit()).toArray()));
        statement.setArray(place + 2, numbers(connection, takes, Take::amount));
    }

    private static Array numbers(Connection connection, List<Take> takes, ToLongFunction<Take> number) throws SQLException {
        return connection.createArrayOf("int8", takes.stream().map(number::applyAsLong).toArray());
    }

    /** By the database's own clock where nobody says otherwise. */
    private Timestamp now() {
        return clock.map(one -> Timestamp.from(one.instant())).orElse(null);
    }

    private static Reservation reservation(Claim claim, ResultSet rows) throws SQLException {
        List<Shortage> shortages = new ArrayList<>();
        while (rows.next()) {
            switch (rows.getString("outcome")) {
                case "held" -> {
                    return new Held(claim.order(), rows.getTimestamp("held_until").toInstant(), claim.takes());
                }
                case "confirmed" -> {
                    return new AlreadyConfirmed(claim.order());
                }
                case "exhausted" -> shortages.add(shortage(claim, rows));
                default -> throw new IllegalStateException("the database answers what this version never asks for");
            }
        }
        return new Exhausted(shortages);
    }

    private static Shortage shortage(Claim claim, ResultSet row) throws SQLException {
        Counter counter = new Counter(row.getString("short_name"), row.getString("short_unit"));
        Take take = claim.takes().stream().filter(one -> one.counter().equals(counter)).findFirst().orElseThrow();
        return new Shortage(take, row.getLong("short_left"));
    }

    @Override
    public HoldState renew(String order, Duration time) {
        Holding.requireTime(time);
        return state("renew(?, ?, ?)", order, statement -> {
            statement.setTimestamp(2, now());
            statement.setLong(3, time.toMillis());
        });
    }

    @Override
    public HoldState confirm(String order) {
        return state("confirm(?, ?)", order, statement -> statement.setTimestamp(2, now()));
    }

    @Override
    public HoldState release(String order) {
        return state("release(?)", order, statement -> {});
    }

    @Override
    public HoldState returned(Claim kept) {
        return state("returned(?, ?, ?, ?)", kept.order(), statement -> setTakes(statement, 2, kept.takes()));
    }

    @Override
    public HoldState state(String order) {
        return state("state_of(?)", order, statement -> {});
    }

    /** What a function is told beside the order. */
    @FunctionalInterface
    private interface Arguments {
        void set(PreparedStatement statement) throws SQLException;
    }

    private HoldState state(String call, String order, Arguments others) {
        Claim.requireOrder(order);
        return session.answer(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select plaindeal_limits." + call)) {
                statement.setString(1, order);
                others.set(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return HoldState.valueOf(rows.getString(1).toUpperCase(Locale.ROOT));
                }
            }
        });
    }

    @Override
    public int sweep() {
        return inPortions(this::sweep);
    }

    @Override
    public int tidy(Duration kept) {
        Holding.requireKept(kept);
        return inPortions(connection -> tidy(connection, kept));
    }

    private int inPortions(Session.Query<Integer> portion) {
        int all = 0;
        int some = SWEPT_AT_ONCE;
        while (some == SWEPT_AT_ONCE) {
            some = session.answer(portion);
            all += some;
        }
        return all;
    }

    private int sweep(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select plaindeal_limits.sweep(?, ?)")) {
            statement.setTimestamp(1, now());
            statement.setInt(2, SWEPT_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private int tidy(Connection connection, Duration kept) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select plaindeal_limits.tidy(?, ?, ?)")) {
            statement.setTimestamp(1, now());
            statement.setLong(2, kept.toMillis());
            statement.setInt(3, SWEPT_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
