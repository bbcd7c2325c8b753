package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a host service compiles against these classes, without a warning, and serves. */
class HostServiceExampleTest {

    private static final Path EXAMPLE = Path.of("src/examples/host-service/src");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void servesReceiptsAndFollowsItsRules() throws Exception {
        Path rules = writeRules();
        try (URLClassLoader classes = new URLClassLoader(new URL[] {compiled().toUri().toURL()})) {
            Class<?> type = classes.loadClass("dev.plaindeal.example.HostService");
            PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
            Object service = type.getMethod("start", Path.class, int.class, PrintStream.class).invoke(null, rules, 0, out);
            try (AutoCloseable open = (AutoCloseable) service) {
                call((int) type.getMethod("port").invoke(open), rules);
            }
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("applied [pearl-house-spend-and-save, pearl-house-tea3, us-plat5]")
                .contains("published with")
                .doesNotContain("97.39", "PLAT5", "TEA3");
    }

    private void call(int port, Path rules) throws Exception {
        JsonNode before = health(port);
        assertThat(before.get("status").asText()).isEqualTo("ok");
        JsonNode receipt = price(port);
        assertThat(receipt.get("total").asText()).isEqualTo("97.39");
        assertThat(receipt.get("rules")).isEqualTo(before.get("rules"));

        Path rule = rules.resolve("promotions/us/us-plat5.drl");
        Files.writeString(rule, Files.readString(rule).replace("\"USD 5\"", "\"USD 6\""));
        for (int i = 0; i < 300 && health(port).equals(before); i++) {
            Thread.sleep(50);
        }
        assertThat(price(port).get("total").asText()).isEqualTo("96.39");

        HttpResponse<String> broken = send(port, "/price", HttpRequest.BodyPublishers.ofString("{"), "POST");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(send(port, "/price", HttpRequest.BodyPublishers.noBody(), "GET").statusCode()).isEqualTo(405);
    }

    private JsonNode price(int port) throws Exception {
        Path basket = Path.of("fixtures/article/us-live-three-layers.basket.json");
        return new ObjectMapper().readTree(send(port, "/price", HttpRequest.BodyPublishers.ofFile(basket), "POST").body());
    }

    private JsonNode health(int port) throws Exception {
        return new ObjectMapper().readTree(send(port, "/health", HttpRequest.BodyPublishers.noBody(), "GET").body());
    }

    private HttpResponse<String> send(int port, String path, HttpRequest.BodyPublisher body, String method)
            throws Exception {
        URI uri = URI.create("http://localhost:" + port + path);
        return client.send(
                HttpRequest.newBuilder(uri).method(method, body).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Path writeRules() throws IOException {
        Path rules = folder.resolve("rules");
        for (Map.Entry<String, String> text : RuleTexts.all().entrySet()) {
            Path file = rules.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
        return rules;
    }

    /** Its test too, so that neither falls behind. */
    private Path compiled() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(EXAMPLE)) {
            List<Path> java = sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(java).hasSizeGreaterThan(2);
            List<String> options = List.of("--release", "17", "-Xlint:all,-processing,-options,-classfile,-path", "-Werror",
                    "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
            boolean done = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(done).as(said.toString()).isTrue();
        }
        return classes;
    }
}
