package dev.plaindeal.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Chromium or Chrome, driven by its own DevTools over the JDK's WebSocket: keys and clicks are those of a person, and nothing has to be
 * downloaded for it. For one thread.
 */
public final class Browser implements AutoCloseable {

    /** What to do where there is none. */
    public static final String INSTALL = "apt-get install -y --no-install-recommends chromium fonts-noto-core fonts-noto-cjk";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(40);

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();

    /** Where one is installed, if anywhere; {@code -Dbrowser=PATH} names another. */
    public static Optional<Path> installed() {
        Stream<Path> named = Optional.ofNullable(System.getProperty("browser")).map(Path::of).stream();
        Stream<Path> found = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(named, found).filter(Files::isExecutable).findFirst();
    }

    /** A browser; where there is none the test is skipped loudly, and fails where {@code PLAINDEAL_BROWSER=required} says that there has to be one. */
    static Browser orSkipped() throws Exception {
        Optional<Path> program = installed();
        if (program.isEmpty()) {
            String sentence = "NO BROWSER: pages are not tested in one. Install it with: " + INSTALL;
            System.err.println(sentence);
            if ("required".equals(System.getenv("PLAINDEAL_BROWSER"))) {
                throw new AssertionError(sentence);
            }
            org.junit.jupiter.api.Assumptions.abort(sentence);
        }
        return new Browser(program.orElseThrow());
    }

    Browser(Path program) throws Exception {
        profile = Files.createTempDirectory("plaindeal-browser");
        Path log = profile.resolve("log");
        process = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0",
                "--remote-allow-origins=*", "--user-data-dir=" + profile, "about:blank")
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Path active = profile.resolve("DevToolsActivePort");
        await(() -> Files.exists(active) && Files.readAllLines(active).size() > 1);
        int port = Integer.parseInt(Files.readAllLines(active).get(0).strip());
        HttpClient client = HttpClient.newHttpClient();
        String pages = client.send(java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build(),
                java.net.http.HttpResponse.BodyHandlers.ofString()).body();
        String address = "";
        for (JsonNode page : JSON.readTree(pages)) {
            address = page.path("type").asText().equals("page") ? page.path("webSocketDebuggerUrl").asText() : address;
        }
        socket = client.newWebSocketBuilder().buildAsync(URI.create(address), new Listener()).get(30, TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            send(domain + ".enable", fields -> {});
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void heard(String message) {
        try {
            JsonNode told = JSON.readTree(message);
            if (told.has("id")) {
                answers.remove(told.get("id").asInt()).complete(told);
            } else {
                events.add(told);
            }
        } catch (IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    /** A question that may fail. */
    interface Truth {
        boolean holds() throws Exception;
    }

    /** Waits until something holds. */
    static void await(Truth truth) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        while (!truth.holds()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not become true in time");
            }
            Thread.sleep(20);
        }
    }

    JsonNode send(String method, java.util.function.Consumer<ObjectNode> parameters) throws Exception {
        int id = ids.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        parameters.accept(message.putObject("params"));
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        socket.sendText(JSON.writeValueAsString(message), true).get(30, TimeUnit.SECONDS);
        JsonNode told = answer.get(90, TimeUnit.SECONDS);
        if (told.has("error")) {
            throw new AssertionError(method + ": " + told.get("error"));
        }
        return told.path("result");
    }

    void open(String address) throws Exception {
        send("Page.navigate", fields -> fields.put("url", "about:blank"));
        send("Page.navigate", fields -> fields.put("url", address));
    }

    void size(int width, int height) throws Exception {
        send("Emulation.setDeviceMetricsOverride", fields -> fields.put("width", width).put("height", height).put("deviceScaleFactor", 1).put("mobile", false));
    }

    void scheme(String lightOrDark) throws Exception {
        send("Emulation.setEmulatedMedia", fields -> fields.putArray("features").addObject().put("name", "prefers-color-scheme").put("value", lightOrDark));
    }

    /** What an expression comes to; promises are waited for. */
    JsonNode run(String expression) throws Exception {
        JsonNode answer = send("Runtime.evaluate", fields -> fields.put("expression", expression).put("awaitPromise", true).put("returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    String text(String selector) throws Exception {
        return run("document.querySelector(" + JSON.writeValueAsString(selector) + ")?.innerText ?? ''").asText();
    }

    void awaitText(String selector, String part) throws Exception {
        try {
            await(() -> text(selector).contains(part));
        } catch (AssertionError never) {
            throw new AssertionError(selector + " never said \"" + part + "\" but \"" + text(selector) + "\"; status: " + text("#status"));
        }
    }

    /** Clicks with the mouse where the first such element is, once it can be pressed, stands still and nothing lies over it. */
    void click(String selector) throws Exception {
        String place = "(async () => { const e = document.querySelector(" + JSON.writeValueAsString(selector) + "); if (!e || e.disabled) return null;"
                + " e.scrollIntoView({block: 'center'}); const frame = () => new Promise(requestAnimationFrame);"
                + " const where = () => { const r = e.getBoundingClientRect(); return {x: r.x + Math.min(r.width / 2, 60), y: r.y + r.height / 2}; };"
                + " const then = where(); await frame(); await frame(); const now = where();"
                + " return then.x === now.x && then.y === now.y && e.contains(document.elementFromPoint(now.x, now.y)) ? now : null; })()";
        JsonNode[] found = new JsonNode[1];
        await(() -> (found[0] = run(place)).isObject());
        JsonNode at = found[0];
        for (String type : List.of("mousePressed", "mouseReleased")) {
            send("Input.dispatchMouseEvent", fields -> fields.put("type", type).put("x", at.get("x").asDouble()).put("y", at.get("y").asDouble())
                    .put("button", "left").put("clickCount", 1));
        }
    }

    /** Types at the place of the cursor. */
    void type(String text) throws Exception {
        send("Input.insertText", fields -> fields.put("text", text));
    }

    /** Presses a key that writes nothing, for instance {@code Tab}, {@code Enter}, {@code ArrowRight}. */
    void press(String key, int code, int modifiers) throws Exception {
        for (String type : List.of("keyDown", "keyUp")) {
            send("Input.dispatchKeyEvent", fields -> {
                fields.put("type", type).put("key", key).put("code", key).put("windowsVirtualKeyCode", code).put("modifiers", modifiers);
                if (key.equals("Enter") && type.equals("keyDown")) {
                    fields.put("text", "\r");
                }
            });
        }
    }

    /** What the page logged or was refused, and what it asked of whom. */
    List<JsonNode> events(String method) {
        return events.stream().filter(event -> event.path("method").asText().equals(method)).toList();
    }

    /** What axe finds that keeps people out, one line each with the first place. */
    List<String> barriers() throws Exception {
        try (var script = Browser.class.getResourceAsStream("/axe.min.js")) {
            run(new String(script.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8) + "; true");
        }
        JsonNode found = run("axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => v.id + ': ' + v.help + ' at '"
                + " + v.nodes.length + ' places, ' + v.nodes[0].target.join(' ') + ' ' + v.nodes[0].html.slice(0, 160)))");
        return java.util.stream.StreamSupport.stream(found.spliterator(), false).map(JsonNode::asText).toList();
    }

    /** How many pixels the page is wider than the window; nobody should have to scroll sideways. */
    int overflow() throws Exception {
        return run("document.documentElement.scrollWidth - document.documentElement.clientWidth").asInt();
    }

    /** The whole page as a picture. */
    void picture(Path file) throws Exception {
        JsonNode size = send("Page.getLayoutMetrics", fields -> {}).path("cssContentSize");
        JsonNode taken = send("Page.captureScreenshot", fields -> {
            fields.put("format", "png").put("captureBeyondViewport", true);
            fields.putObject("clip").put("x", 0).put("y", 0).put("width", size.path("width").asDouble()).put("height", Math.min(6000, size.path("height").asDouble()))
                    .put("scale", 1);
        });
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(taken.path("data").asText()));
    }

    /** What the window shows, at half its size, for a page that shows what it looks like. */
    void small(Path file, int width, int height) throws Exception {
        JsonNode taken = send("Page.captureScreenshot", fields -> {
            fields.put("format", "png");
            fields.putObject("clip").put("x", 0).put("y", 0).put("width", width).put("height", height).put("scale", 0.5);
        });
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(taken.path("data").asText()));
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try (Stream<Path> left = Files.walk(profile)) {
            left.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | java.io.UncheckedIOException stillWritten) {
            // What a browser leaves in the folder for temporary files is not ours to wait for.
        }
    }
}
