package dev.plaindeal.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.read.BasketReading;
import dev.plaindeal.receipt.ProblemJson;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.watch.ReloadingEngine;
import dev.plaindeal.watch.Watch;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A checkout service with Plaindeal inside, on the JDK's own HTTP server.
 *
 * <p>{@code POST /price} takes a basket and answers with its receipt, {@code GET /health} names the rule book in use. Edit a
 * file of the rules folder and the next basket is priced by the new rules; break one and the last good ones stay.
 */
public final class HostService implements AutoCloseable {

    private final ReloadingEngine engine;
    private final Watch watch;
    private final Metrics metrics;
    private final HttpServer server;
    private final ExecutorService workers;

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

    /** Last of all, so that nothing is left behind when the port is taken. */
    private HttpServer listen(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            watch.close();
            throw taken;
        }
    }

    /** Rules folder, port. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path rules = Path.of(args.length > 0 ? args[0] : "rules");
        HostService service = start(rules, args.length > 1 ? Integer.parseInt(args[1]) : 8080, System.out);
        System.out.println("serving " + rules + " on port " + service.port());
        Thread.currentThread().join();
    }

    /** The port it serves on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private record Answer(int status, String json) {}

    /** One kind of request. */
    private interface Handler {
        Answer to(HttpExchange request) throws IOException;
    }

    private static void answer(HttpExchange exchange, String method, Handler handler) throws IOException {
        try (exchange) {
            Answer answer = exchange.getRequestMethod().equals(method)
                    ? handler.to(exchange)
                    : new Answer(405, "{}");
            byte[] bytes = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** A byte more than a basket may have is enough for the reader to say that it is too large. */
    private Answer price(HttpExchange request) throws IOException {
        byte[] body = request.getRequestBody().readNBytes(BasketReader.MOST_BYTES + 1);
        BasketReading reading = BasketReader.read("<request>", body, Instant.now());
        if (reading.basket().isEmpty()) {
            return new Answer(400, ProblemJson.line(reading.problems()));
        }
        try {
            return new Answer(200, ReceiptJson.line(engine.evaluate(reading.basket().get())));
        } catch (ArithmeticException tooLarge) {
            return new Answer(422, "{\"error\":\"the amounts are too large to be priced exactly\"}");
        } catch (RuntimeException fault) {
            // Nobody foresaw it; an answer is still better than a connection that ends without one.
            return new Answer(500, "{\"error\":\"this basket could not be priced\"}");
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
        server.stop(0);
        workers.shutdown();
    }
}
