package dev.plaindeal.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.limits.LimitStoreException;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.read.BasketReading;
import dev.plaindeal.receipt.ProblemJson;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.watch.ReloadingEngine;
import dev.plaindeal.watch.Watch;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A checkout service with Plaindeal inside, on the JDK's own HTTP server.
 *
 * <p>{@code POST /price} takes a basket and answers with its receipt, {@code GET /health} names the rule book in use. Edit a
 * file of the rules folder and the next basket is priced by the new rules; break one and the last good ones stay.
 *
 * <p>With a database there is a checkout: {@code POST /checkout/ORDER} takes a basket and answers with a price that is held,
 * {@code POST /pay/ORDER} and {@code POST /cancel/ORDER} end it, and {@code GET /limits} is a page of what is taken.
 */
public final class HostService implements AutoCloseable {

    private final ReloadingEngine engine;
    private final Watch watch;
    private final Metrics metrics;
    private final HttpServer server;
    private final ExecutorService workers;
    private Optional<Checkouts> checkouts = Optional.empty();

    private HostService(Path rules, int port, PrintStream out) throws IOException {
        metrics = new Metrics(out);
        engine = ReloadingEngine.load(rules, metrics);
        watch = engine.watch();
        server = listen(port);
        workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        server.setExecutor(workers);
        server.createContext("/price", exchange -> answer(exchange, "POST", this::price));
        server.createContext("/health", exchange -> answer(exchange, "GET", request -> health()));
        server.start();
    }

    /**
     * Starts serving on the loopback address.
     *
     * @param rules folder of rule files
     * @param port 0 for any that is free
     * @param out where metrics are printed
     * @throws ProblemException when the rules cannot be used
     */
    public static HostService start(Path rules, int port, PrintStream out) throws IOException {
        return new HostService(rules, port, out);
    }

    /**
     * The same with a checkout on a PostgreSQL of the host's.
     *
     * @param database a pool of connections in a real service
     * @param timeToPay how long a price is held
     */
    public static HostService start(Path rules, int port, PrintStream out, DataSource database, Duration timeToPay)
            throws IOException, SQLException {
        HostService service = start(rules, port, out);
        try {
            service.open(new Checkouts(service.engine, database, timeToPay));
            return service;
        } catch (SQLException | RuntimeException failed) {
            service.close();
            throw failed;
        }
    }

    private void open(Checkouts opened) {
        checkouts = Optional.of(opened);
        server.createContext("/checkout/", exchange -> answer(exchange, "POST", request -> checkout(opened, request)));
        server.createContext("/pay/", exchange -> answer(exchange, "POST", request -> ofOrder(request, opened::pay)));
        server.createContext("/cancel/", exchange -> answer(exchange, "POST", request -> ofOrder(request, opened::cancel)));
        server.createContext("/limits", exchange -> answer(exchange, "GET", request -> ofDatabase(opened::page)));
    }

    /** Last of all, so that nothing is left behind when the port is taken. */
    private HttpServer listen(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            watch.close();
            throw taken;
        }
    }

    /** Rules folder, port, and the JDBC URL of a PostgreSQL where there is to be a checkout. */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Path rules = Path.of(args.length > 0 ? args[0] : "rules");
        int port = args.length > 1 ? Integer.parseInt(args[1]) : 8080;
        HostService service = args.length > 2
                ? start(rules, port, System.out, database(args[2]), Duration.ofMinutes(15))
                : start(rules, port, System.out);
        System.out.println("serving " + rules + " on port " + service.port());
        Thread.currentThread().join();
    }

    private static DataSource database(String url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        return database;
    }

    /** The port it serves on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** One kind of request. */
    private interface Handler {
        Answer to(HttpExchange request) throws IOException;
    }

    private static void answer(HttpExchange exchange, String method, Handler handler) throws IOException {
        try (exchange) {
            Answer answer = exchange.getRequestMethod().equals(method)
                    ? handler.to(exchange)
                    : new Answer(405, "{}");
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            String type = answer.body().startsWith("<") ? "text/html" : "application/json";
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** A byte more than a basket may have is enough for the reader to say that it is too large. */
    private Answer price(HttpExchange request) throws IOException {
        return priced(request, basket -> new Answer(200, ReceiptJson.line(engine.evaluate(basket))));
    }

    /** What is asked of a basket. */
    private interface Pricing {
        Answer of(Basket basket);
    }

    private static Answer priced(HttpExchange request, Pricing pricing) throws IOException {
        byte[] body = request.getRequestBody().readNBytes(BasketReader.MOST_BYTES + 1);
        BasketReading reading = BasketReader.read("<request>", body, Instant.now());
        if (reading.basket().isEmpty()) {
            return new Answer(400, ProblemJson.line(reading.problems()));
        }
        try {
            return pricing.of(reading.basket().get());
        } catch (ArithmeticException tooLarge) {
            return new Answer(422, "{\"error\":\"the amounts are too large to be priced exactly\"}");
        } catch (RuntimeException fault) {
            // Nobody foresaw it; an answer is still better than a connection that ends without one.
            return new Answer(500, "{\"error\":\"this basket could not be priced\"}");
        }
    }

    private static Answer checkout(Checkouts checkouts, HttpExchange request) throws IOException {
        return ofOrder(request, order -> {
            try {
                return priced(request, basket -> ofDatabase(() -> checkouts.price(order, basket)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    /** What is asked of an order. */
    private interface Ordered {
        Answer of(String order) throws SQLException;
    }

    /** The key of the order is the end of the path; a shop makes it once for each checkout, and uses it for every try. */
    private static Answer ofOrder(HttpExchange request, Ordered ordered) {
        String path = request.getRequestURI().getPath();
        String order = path.substring(path.indexOf('/', 1) + 1);
        return order.matches("[A-Za-z0-9-]{1,64}")
                ? ofDatabase(() -> ordered.of(order))
                : new Answer(404, "{\"error\":\"an order is 1 to 64 letters, digits and hyphens\"}");
    }

    /** What is asked of a database. */
    private interface Asking {
        Answer now() throws SQLException;
    }

    /** Whoever gets no answer may ask again for the same order: nothing is counted twice. */
    private static Answer ofDatabase(Asking asking) {
        try {
            return asking.now();
        } catch (SQLException | LimitStoreException failed) {
            return new Answer(503, "{\"error\":\"the database does not answer, ask again for the same order\"}");
        }
    }

    private Answer health() {
        return new Answer(200, "{\"status\":\"" + (metrics.problems() == 0 ? "ok" : "rules-refused")
                + "\",\"rules\":\"" + engine.rules() + "\",\"problems\":" + metrics.problems() + "}");
    }

    /** Stops watching and serving. */
    @Override
    public void close() {
        watch.close();
        checkouts.ifPresent(Checkouts::close);
        server.stop(0);
        workers.shutdown();
    }
}
