package dev.plaindeal.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.limits.LimitStoreException.OutcomeUnknown;
import dev.plaindeal.limits.LimitStoreException.Refused;
import dev.plaindeal.limits.LimitStoreException.Unreachable;
import dev.plaindeal.limits.LimitStoreException.WrongSchema;
import dev.plaindeal.limits.Reservation.Exhausted;
import dev.plaindeal.limits.Reservation.Held;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract on PostgreSQL, and what only a database can do wrong. */
class PostgresLimitsTest extends LimitStoreContract {

    private final FewConnections database = new FewConnections(PostgresServer.shared().database(), 8);
    private PostgresLimits limits;

    @Override
    LimitStore empty(Clock clock) {
        PostgresLimits.migrate(database);
        limits = PostgresLimits.on(database).timedBy(clock);
        return limits;
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private long taken(Cap cap) {
        return limits.taken(List.of(cap.counter()), "somebody else").get(cap.counter());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection in a transaction of the host's. */
    private Connection transaction() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void end(Connection connection, boolean well) throws SQLException {
        if (well) {
            connection.commit();
        } else {
            connection.rollback();
        }
        connection.setAutoCommit(true);
        connection.close();
    }

    @Test
    void orderAndClaimAreCommittedTogetherOrNotAtAll() throws SQLException {
        Cap cap = uses("last", 1);
        execute("create table orders (id text)");
        Connection connection = transaction();
        assertThat(limits.within(connection).reserve(claim("mine", one(cap)), QUARTER)).isInstanceOf(Held.class);
        assertThat(limits.within(connection).confirm("mine")).isEqualTo(HoldState.CONFIRMED);
        connection.createStatement().execute("insert into orders values ('mine')");
        end(connection, false);
        assertThat(limits.state("mine")).isEqualTo(HoldState.UNKNOWN);
        assertThat(taken(cap)).isZero();

        Connection again = transaction();
        assertThat(limits.within(again).reserve(claim("mine", one(cap)), QUARTER)).isInstanceOf(Held.class);
        assertThat(limits.within(again).reserve(claim("mine-too", one(cap)), QUARTER)).as("told, and the transaction goes on").isInstanceOf(Exhausted.class);
        assertThat(limits.within(again).confirm("mine")).isEqualTo(HoldState.CONFIRMED);
        again.createStatement().execute("insert into orders values ('mine')");
        end(again, true);
        assertThat(limits.state("mine")).isEqualTo(HoldState.CONFIRMED);
        assertThat(taken(cap)).isEqualTo(1);
    }

    /** Before, who was refused kept what it had looked at locked, and in the next round waited for somebody who waited for that. */
    @Test
    void whoIsRefusedInAHostsTransactionLocksNothing() throws SQLException {
        Cap early = uses("a", 5);
        Cap plenty = uses("b", 5);
        Cap gone = uses("c", 1);
        limits.reserve(claim("first", one(plenty), one(gone)), QUARTER);
        limits.reserve(claim("mine", one(early)), QUARTER);
        Connection host = transaction();
        Connection other = transaction();
        other.createStatement().execute("set local lock_timeout = '10s'");
        for (String order : List.of("mine", "mine-too")) {
            assertThat(limits.within(host).reserve(claim(order, one(plenty), one(gone)), QUARTER)).isInstanceOf(Exhausted.class);
        }
        assertThat(limits.within(other).reserve(claim("other", one(early), one(plenty)), QUARTER)).as("waits for nobody").isInstanceOf(Held.class);
        end(other, true);
        assertThat(limits.within(host).reserve(claim("mine-too", one(early), one(plenty)), QUARTER)).isInstanceOf(Held.class);
        end(host, true);
        assertThat(List.of(taken(early), taken(plenty), taken(gone))).containsExactly(3L, 3L, 1L);
    }

    /** Before, a rollback that failed was told in place of why. */
    @Test
    void theFirstFailureOfAMigrationIsTheOneThatIsTold() {
        DataSource cut = proxy(DataSource.class, database, (method, answer) -> method.equals("getConnection")
                ? proxy(Connection.class, answer, (call, done) -> {
                    if (call.equals("createStatement")) {
                        throw new SQLException("the cable was pulled", "08006");
                    }
                    if (call.equals("rollback")) {
                        throw new SQLException("nothing to roll back", "08003");
                    }
                    return done;
                })
                : answer);
        assertThatThrownBy(() -> PostgresLimits.migrate(cut)).isInstanceOf(OutcomeUnknown.class)
                .cause().hasMessage("the cable was pulled")
                .satisfies(first -> assertThat(first.getSuppressed()).singleElement().asString().contains("nothing to roll back"));
    }

    @Test
    void anotherLevelOfIsolationIsRefused() throws SQLException {
        Connection connection = transaction();
        connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
        assertThatThrownBy(() -> limits.within(connection).reserve(claim("mine"), QUARTER))
                .isInstanceOf(Refused.class).hasMessageContaining("READ COMMITTED");
        assertThat(limits.within(connection).state("mine")).as("the transaction goes on").isEqualTo(HoldState.UNKNOWN);
        connection.rollback();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        end(connection, false);
    }

    @Test
    void aSchemaThatIsMissingOrOfAnotherVersionIsToldApart() throws SQLException {
        execute("update plaindeal_limits.version set number = 99");
        assertThatThrownBy(() -> PostgresLimits.on(database)).isInstanceOf(WrongSchema.class).hasMessageContaining("version 99");
        assertThatThrownBy(() -> PostgresLimits.migrate(database)).isInstanceOf(WrongSchema.class).hasMessageContaining("version 99");
        execute("drop schema plaindeal_limits cascade");
        assertThatThrownBy(() -> PostgresLimits.on(database)).isInstanceOf(WrongSchema.class).hasMessageContaining("no such schema");
        assertThatThrownBy(() -> limits.reserve(claim("mine"), QUARTER)).isInstanceOf(WrongSchema.class).hasMessageContaining("migrate");
        assertThatThrownBy(() -> limits.sweep()).isInstanceOf(WrongSchema.class);
    }

    @Test
    void migratingAgainAndManyTimesAtOnceChangesNothing() throws Exception {
        Cap cap = uses("ten", 10);
        limits.reserve(claim("mine", one(cap)), QUARTER);
        PostgresLimits.migrate(database);
        assertThat(taken(cap)).isEqualTo(1);
        execute("drop schema plaindeal_limits cascade");
        together(6, () -> {
            PostgresLimits.migrate(database);
            return null;
        });
        assertThat(taken(cap)).isZero();
    }

    @Test
    void aSchemaOfVersion1GoesOnAndIsMadeNewer() throws Exception {
        execute("drop schema plaindeal_limits cascade");
        execute(new String(PostgresLimits.class.getResourceAsStream("postgresql-1.sql").readAllBytes(), StandardCharsets.UTF_8));
        assertThatThrownBy(() -> PostgresLimits.on(database)).isInstanceOf(WrongSchema.class).hasMessageContaining("version 1");
        Cap cap = uses("ten", 10);
        limits.reserve(claim("mine", one(cap)), QUARTER);
        PostgresLimits.migrate(database);
        execute("select plaindeal_limits.confirm('mine')");
        assertThat(limits.state("mine")).as("by the call of version 1").isEqualTo(HoldState.CONFIRMED);
        assertThat(limits.confirm("mine")).isEqualTo(HoldState.CONFIRMED);
        assertThat(taken(cap)).isEqualTo(1);
    }

    @Test
    void manyAreForgottenInPortions() throws SQLException {
        execute("insert into plaindeal_limits.hold select 'o' || i, 'released', timestamptz '2026-11-01', '{}', '{}', '{}', '{}' from generate_series(1, 450) i");
        assertThat(limits.tidy(Duration.ofDays(1))).isEqualTo(450);
    }

    /** Its row is there when it is asked for, and gone once it is waited for: it is an order of today. */
    @Test
    void anOrderThatIsForgottenWhileItIsAskedForIsANewOne() throws Exception {
        Cap cap = uses("ten", 10);
        limits.reserve(claim("mine", one(cap)), QUARTER);
        limits.release("mine");
        clock.pass(Duration.ofDays(2));
        Connection tidying = transaction();
        assertThat(limits.within(tidying).tidy(Duration.ofDays(1))).isEqualTo(1);
        CompletableFuture<Reservation> asked = CompletableFuture.supplyAsync(() -> limits.reserve(claim("mine", one(cap)), QUARTER));
        while (!asked.isDone() && waiting() == 0) {
            Thread.onSpinWait();
        }
        end(tidying, true);
        assertThat(asked.get()).isInstanceOf(Held.class);
        assertThat(taken(cap)).isEqualTo(1);
    }

    /** Between two looks of one call the row was there and is gone, which PostgreSQL tells by P0002. */
    @Test
    void whatTheDatabaseAsksToTryAgainIsTriedAgain() {
        Cap cap = uses("ten", 10);
        for (String state : List.of("40001", "40P01", "P0002")) {
            PostgresLimits racing = PostgresLimits.on(failing(database, new AtomicInteger(1), state)).timedBy(clock);
            assertThat(racing.reserve(claim(state, one(cap)), QUARTER)).as(state).isInstanceOf(Held.class);
        }
        assertThat(taken(cap)).isEqualTo(3);
    }

    private int waiting() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** A source whose connections do what they are asked, and then break before they say so, now and then. */
    private static DataSource losingAnswers(DataSource source, AtomicInteger lost) {
        return failing(source, lost, "08006");
    }

    private static DataSource failing(DataSource source, AtomicInteger times, String state) {
        return proxy(DataSource.class, source, (method, answer) -> method.equals("getConnection")
                ? proxy(Connection.class, answer, (call, statement) -> call.equals("prepareStatement")
                        ? proxy(java.sql.PreparedStatement.class, statement, (asked, rows) -> {
                            if (asked.equals("executeQuery") && times.getAndDecrement() > 0) {
                                throw new SQLException("as if the cable was pulled", state);
                            }
                            return rows;
                        })
                        : statement)
                : answer);
    }

    /** What is answered by a method. */
    private interface After {
        Object of(String method, Object answer) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Object real, After after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                return after.of(method.getName(), method.invoke(real, arguments));
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        }));
    }

    @Test
    void whoLosesTheAnswerAsksAgainByTheSameKey() {
        Cap cap = uses("ten", 10);
        AtomicInteger lost = new AtomicInteger(1);
        PostgresLimits flaky = PostgresLimits.on(losingAnswers(database, lost)).timedBy(clock);
        assertThatThrownBy(() -> flaky.reserve(claim("mine", one(cap)), QUARTER)).isInstanceOf(OutcomeUnknown.class).hasMessageContaining("same key");
        assertThat(limits.state("mine")).as("it was done all the same").isEqualTo(HoldState.HELD);
        assertThat(flaky.reserve(claim("mine", one(cap)), QUARTER)).isInstanceOf(Held.class);
        lost.set(1);
        assertThatThrownBy(() -> flaky.confirm("mine")).isInstanceOf(OutcomeUnknown.class);
        assertThat(flaky.confirm("mine")).isEqualTo(HoldState.CONFIRMED);
        lost.set(1);
        assertThatThrownBy(() -> flaky.returned(claim("mine"))).isInstanceOf(OutcomeUnknown.class);
        assertThat(flaky.returned(claim("mine"))).isEqualTo(HoldState.CONFIRMED);
        assertThat(taken(cap)).isZero();
    }

    @Test
    void aDatabaseThatIsNotThereWasNotAsked() {
        DataSource gone = proxy(DataSource.class, database, (method, answer) -> {
            throw new SQLException("nobody listens", "08001");
        });
        assertThatThrownBy(() -> PostgresLimits.migrate(gone)).isInstanceOf(Unreachable.class);
        assertThatThrownBy(() -> PostgresLimits.on(gone)).isInstanceOf(Unreachable.class);
    }

    @Test
    void slotsAreExactToTheLastUnit() throws Exception {
        PostgresLimits slotted = limits.inSlots("hot", 16);
        Cap cap = uses("hot", 100);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        together(8, () -> {
            for (int order = next.getAndIncrement(); order < 160; order = next.getAndIncrement()) {
                held.addAndGet(slotted.reserve(claim("o" + order, one(cap)), QUARTER) instanceof Held ? 1 : 0);
            }
            return null;
        });
        assertThat(held).hasValue(100);
        assertThat(slotted.release("o0")).isIn(HoldState.RELEASED, HoldState.UNKNOWN);
        long left = 100 - taken(cap);
        assertThat(slotted.reserve(claim("more", new Take(cap, left + 1)), QUARTER)).isInstanceOf(Exhausted.class);
        assertThat(slotted.reserve(claim("fits", new Take(cap, Math.max(1, left))), QUARTER)).isInstanceOf(left > 0 ? Held.class : Exhausted.class);
    }

    @Test
    void oneOrderMayTakeWhatIsSpreadOverAllSlots() {
        PostgresLimits slotted = limits.inSlots("hot", 16);
        Cap cap = usd("hot", 1_000);
        assertThat(slotted.reserve(claim("a", new Take(cap, 15)), QUARTER)).isInstanceOf(Held.class);
        assertThat(slotted.reserve(claim("b", new Take(cap, 980)), QUARTER)).isInstanceOf(Held.class);
        assertThat(slotted.reserve(claim("c", new Take(cap, 6)), QUARTER)).isInstanceOf(Exhausted.class);
        assertThat(slotted.reserve(claim("c", new Take(cap, 5)), QUARTER)).isInstanceOf(Held.class);
        slotted.release("b");
        assertThat(taken(cap)).isEqualTo(20);
    }

    @Test
    void hostsMayDifferInSlots() throws Exception {
        Cap cap = uses("hot", 60);
        List<PostgresLimits> hosts = List.of(limits, limits.inSlots("hot", 3), limits.inSlots("hot", 16));
        AtomicInteger next = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        together(6, () -> {
            for (int order = next.getAndIncrement(); order < 120; order = next.getAndIncrement()) {
                held.addAndGet(hosts.get(order % 3).reserve(claim("o" + order, one(cap)), QUARTER) instanceof Held ? 1 : 0);
                if (order % 5 == 0 && hosts.get((order + 1) % 3).release("o" + order) == HoldState.RELEASED) {
                    held.decrementAndGet();
                }
            }
            return null;
        });
        assertThat(taken(cap)).isEqualTo(held.get()).isLessThanOrEqualTo(60);
    }

    @Test
    void theDatabasesClockIsUsedUnlessAnotherIsGiven() throws SQLException {
        PostgresLimits byDatabase = PostgresLimits.on(database);
        byDatabase.reserve(claim("mine"), Duration.ofSeconds(100));
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select until - now() between interval '90 seconds' and interval '100 seconds' from plaindeal_limits.hold")) {
            rows.next();
            assertThat(rows.getBoolean(1)).isTrue();
        }
    }
}
