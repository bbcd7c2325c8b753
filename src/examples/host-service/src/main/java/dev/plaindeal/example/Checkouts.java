package dev.plaindeal.example;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.limits.Checkout;
import dev.plaindeal.limits.HoldState;
import dev.plaindeal.limits.LimitedCheckout;
import dev.plaindeal.limits.PostgresLimits;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.watch.ReloadingEngine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Orders in PostgreSQL, with what they take of limited promotions: the order and its claim are committed together.
 *
 * <p>A real service has a connection pool and tables of its own; the calls of {@code dev.plaindeal.limits} are the same.
 */
final class Checkouts implements AutoCloseable {

    private static final int SECONDS_BETWEEN_SWEEPS = 5;
    /** This shop takes returns for 30 days; what was ordered longer ago need not be known for its limits. */
    private static final Duration RETURNABLE = Duration.ofDays(31);

    private final DataSource database;
    private final PostgresLimits limits;
    private final LimitedCheckout checkout;
    private final Duration timeToPay;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor();

    Checkouts(ReloadingEngine engine, DataSource database, Duration timeToPay) throws SQLException {
        this.database = database;
        this.timeToPay = timeToPay;
        PostgresLimits.migrate(database);
        limits = PostgresLimits.on(database);
        checkout = LimitedCheckout.of(engine::engine, limits);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists orders (id text primary key, receipt text not null, paid boolean not null)");
        }
        sweeper.scheduleWithFixedDelay(() -> orTheNextTime(checkout::sweep), SECONDS_BETWEEN_SWEEPS, SECONDS_BETWEEN_SWEEPS, TimeUnit.SECONDS);
        sweeper.scheduleWithFixedDelay(() -> orTheNextTime(() -> limits.tidy(RETURNABLE)), 0, 1, TimeUnit.DAYS);
    }

    /** The next call does what this one could not. */
    private static void orTheNextTime(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException later) {
            System.err.println("not done: " + later.getMessage());
        }
    }

    /** What is done in one transaction. */
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            T done = undoneWhereItFails(connection, work);
            connection.setAutoCommit(true);
            return done;
        }
    }

    /** Where undoing fails too, as on a connection that is lost, the first failure is the one that is told. A pool drops such a connection. */
    private static <T> T undoneWhereItFails(Connection connection, Work<T> work) throws SQLException {
        try {
            T done = work.in(connection);
            connection.commit();
            return done;
        } catch (SQLException | RuntimeException failed) {
            try {
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException also) {
                failed.addSuppressed(also);
            }
            throw failed;
        }
    }

    /** Prices the order, and holds that price until the time to pay is over. */
    Answer price(String order, Basket basket) throws SQLException {
        return transaction(connection -> {
            Checkout told = checkout.on(limits.within(connection)).price(order, basket, timeToPay);
            if (told instanceof Checkout.Reserved reserved) {
                String receipt = ReceiptJson.line(reserved.receipt());
                save(connection, order, receipt);
                return new Answer(200, "{\"order\":\"" + order + "\",\"payUntil\":\"" + reserved.until() + "\",\"receipt\":" + receipt + "}");
            }
            return told instanceof Checkout.AlreadyPaid
                    ? new Answer(409, "{\"order\":\"" + order + "\",\"state\":\"confirmed\"}")
                    : new Answer(503, "{\"error\":\"too many buyers at once, ask again\"}");
        });
    }

    private static void save(Connection connection, String order, String receipt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into orders values (?, ?, false) on conflict (id) do update set receipt = excluded.receipt")) {
            statement.setString(1, order);
            statement.setString(2, receipt);
            statement.executeUpdate();
        }
    }

    /** Takes the money, if what the price rests on is still held; asking twice takes it once. */
    Answer pay(String order) throws SQLException {
        return transaction(connection -> {
            HoldState state = checkout.on(limits.within(connection)).confirm(order);
            if (state == HoldState.CONFIRMED) {
                try (PreparedStatement statement = connection.prepareStatement("update orders set paid = true where id = ?")) {
                    statement.setString(1, order);
                    statement.executeUpdate();
                }
            }
            return new Answer(state == HoldState.CONFIRMED ? 200 : 409, state(order, state));
        });
    }

    /** The buyer goes away; others may have it at once. */
    Answer cancel(String order) {
        HoldState state = checkout.release(order);
        return new Answer(state == HoldState.RELEASED ? 200 : 409, state(order, state));
    }

    private static String state(String order, HoldState state) {
        return "{\"order\":\"" + order + "\",\"state\":\"" + state.name().toLowerCase(Locale.ROOT) + "\"}";
    }

    /** How much of each cap is taken, and how many orders are held, paid, given up or lapsed, as a page. */
    Answer page() throws SQLException {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"2\">"
                + "<title>Limits</title><style>body{font:16px/1.5 system-ui;margin:2rem}td,th{padding:.2rem 1rem;text-align:left}</style>"
                + "<h1>Limits</h1><table><tr><th>cap<th>counted in<th>taken<th>of\n");
        transaction(connection -> {
            rows(connection, "select name, unit, sum(taken), max(most) from plaindeal_limits.counter where name not like '%/buyer/%'"
                    + " group by name, unit order by name, unit limit 200", html);
            html.append("</table><h2>Orders</h2><table><tr><th>state<th>orders\n");
            rows(connection, "select state, count(*) from plaindeal_limits.hold group by state order by state", html);
            return html;
        });
        return new Answer(200, html.append("</table></html>\n").toString());
    }

    private static void rows(Connection connection, String query, StringBuilder html) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                html.append("<tr>");
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    html.append("<td>").append(escaped(rows.getString(column)));
                }
                html.append('\n');
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
    }
}
