package dev.plaindeal.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.studio.RequestGuard.Access;
import dev.plaindeal.studio.StudioApi.StudioQuestion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * A studio that is open: a page on this machine alone, for one folder of rules. Safe from many threads.
 *
 * <p>It listens on the loopback address, answers only its own page, and asks nobody anything. Opened on port 8737 with the token
 * {@code abc} its {@link #address} is {@code http://127.0.0.1:8737/#abc}; what stands behind {@code #} no browser sends anywhere.
 */
public final class Studio implements AutoCloseable {

    /** A basket at its largest, as text in a text, and a rule file. */
    private static final int MOST_BYTES = 10_000_000;

    private static final int TOO_LARGE = 413;
    private static final int NOT_ALLOWED = 405;
    private static final int NOT_FOUND = 404;
    private static final int THREADS = 6;
    private static final int WAITING = 32;
    private static final String QUESTIONS = "/api/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is served besides answers: the page and its parts, all of them. */
    private static final Map<String, String> PARTS = Map.of(
            "/", "studio/index.html",
            "/studio.css", "studio/studio.css",
            "/report.css", "pages/report.css",
            "/studio.js", "studio/studio.js",
            "/editor.js", "studio/editor.js",
            "/icon.svg", "studio/icon.svg");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final HttpServer server;
    private final ExecutorService workers;
    private final StudioApi api;
    private final RequestGuard guard;
    private final String token;
    private final Map<String, HttpAnswer> parts = new HashMap<>();

    private Studio(HttpServer server, StudioSetup setup) {
        this.server = server;
        this.api = new StudioApi(setup);
        this.token = setup.token();
        this.guard = new RequestGuard(server.getAddress().getPort(), token, setup.clock());
        this.workers = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "plaindeal-studio");
            thread.setDaemon(true);
            return thread;
        });
        PARTS.forEach((path, resource) -> parts.put(path, part(resource)));
    }

    /**
     * Opens a studio.
     *
     * @throws ProblemException when there is no such folder, or the port is taken
     */
    public static Studio open(StudioSetup setup) {
        if (!java.nio.file.Files.isDirectory(setup.rules())) {
            throw problem("no-folder", setup.rules().toString(), "there is no such folder", "Name the folder that holds promotions/.");
        }
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), setup.port()), WAITING);
            Studio studio = new Studio(server, setup);
            server.createContext("/", studio::answer);
            server.setExecutor(studio.workers);
            server.start();
            return studio;
        } catch (IOException taken) {
            throw problem("port-taken", "port " + setup.port(), "this port cannot be listened on", "Maybe a studio is open there already; --port 0 takes any that is free.");
        }
    }

    private static ProblemException problem(String code, String what, String message, String hint) {
        return new ProblemException(List.of(Problem.error(code, Place.of(what), message, hint)));
    }

    /** What to open in a browser, the token in it. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/#" + token);
    }

    /** Stops listening and gives what is being answered a second; what is being saved is saved whole or not at all. */
    @Override
    public void close() {
        server.stop(1);
        workers.shutdown();
        api.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answered(exchange));
        }
    }

    private HttpAnswer answered(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean question = path.startsWith(QUESTIONS);
        Optional<HttpAnswer> refusal = guard.refusal(exchange.getRequestHeaders(), question ? Access.PRIVATE : Access.PUBLIC);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (!exchange.getRequestMethod().equals(question ? "POST" : "GET")) {
            return plain(NOT_ALLOWED, "This is not how the studio is asked.");
        }
        return question ? question(exchange, path.substring(QUESTIONS.length())) : parts.getOrDefault(path, plain(NOT_FOUND, "There is no such page."));
    }

    private HttpAnswer question(HttpExchange exchange, String name) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return plain(TOO_LARGE, "This is more than the studio takes at once.");
        }
        try {
            Map<String, String> fields = body.length == 0 ? Map.of() : JSON.readValue(body, new TypeReference<Map<String, String>>() {});
            return api.answer(name, new StudioQuestion(fields == null ? Map.of() : fields));
        } catch (JsonProcessingException malformed) {
            return plain(HttpAnswer.UNUSABLE, "This is not a JSON object of texts.");
        }
    }

    private static HttpAnswer plain(int status, String sentence) {
        return HttpAnswer.refused(status, List.of(Problem.error("refused", Place.of("studio"), sentence, "")));
    }

    private static void send(HttpExchange exchange, HttpAnswer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.type());
        headers.set("Content-Encoding", "gzip");
        headers.set("Content-Security-Policy", "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
        byte[] packed = packed(answer.body());
        exchange.sendResponseHeaders(answer.status(), packed.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(packed);
        }
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static HttpAnswer part(String resource) {
        try (InputStream in = Studio.class.getResourceAsStream("/dev/plaindeal/" + resource)) {
            return new HttpAnswer(HttpAnswer.OK, TYPES.get(resource.substring(resource.lastIndexOf('.') + 1)), in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
