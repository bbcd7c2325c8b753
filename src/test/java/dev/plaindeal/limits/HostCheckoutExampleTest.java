package dev.plaindeal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checkout of the example, by HTTP on a real PostgreSQL: who is slower is told before paying. */
class HostCheckoutExampleTest {

    private static final String RULE = "package promotions\nimport dev.plaindeal.model.*\nrule \"us-five\"\nwhen\n"
            + "    $basket : PlatformBasket( market == \"US\" )\nthen\n    $basket.amountOff(\"USD 5\").limitInAll(1);\nend\n";
    private static final String BASKET = "{\"basket\":\"b\",\"market\":\"US\",\"currency\":\"USD\",\"lines\":"
            + "[{\"id\":\"1\",\"sku\":\"tea\",\"store\":\"shop\",\"unitPrice\":\"20.00\"}]}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final DataSource database = PostgresServer.shared().database();
    private int port;

    @TempDir
    Path folder;

    @Test
    void twoBuyersRaceForTheLastUseAndBothKnowWhatTheyPay() throws Exception {
        Files.createDirectories(folder.resolve("rules/promotions"));
        Files.writeString(folder.resolve("rules/promotions/us-five.drl"), RULE);
        try (URLClassLoader classes = new URLClassLoader(new URL[] {compiled().toUri().toURL()})) {
            Class<?> type = classes.loadClass("dev.plaindeal.example.HostService");
            PrintStream out = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
            Object service = type.getMethod("start", Path.class, int.class, PrintStream.class, DataSource.class, Duration.class)
                    .invoke(null, folder.resolve("rules"), 0, out, database, Duration.ofMinutes(15));
            try (AutoCloseable open = (AutoCloseable) service) {
                port = (int) type.getMethod("port").invoke(open);
                raceAndPay();
                whatLapsedIsNotPaid();
            }
        }
    }

    private void raceAndPay() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        for (String order : List.of("ann", "bea")) {
            asked.add(client.sendAsync(request("/checkout/" + order, BASKET), HttpResponse.BodyHandlers.ofString()));
        }
        List<String> totals = new ArrayList<>();
        for (CompletableFuture<HttpResponse<String>> one : asked) {
            JsonNode receipt = new ObjectMapper().readTree(one.get().body()).get("receipt");
            totals.add(receipt.get("total").asText() + receipt.get("rejected").findValuesAsText("reason"));
        }
        assertThat(totals).containsExactlyInAnyOrder("15.00[]", "20.00[limit-reached]");
        for (String order : List.of("ann", "bea", "ann")) {
            assertThat(send("/pay/" + order).statusCode()).isEqualTo(200);
        }
        assertThat(send("/checkout/ann").statusCode()).as("a basket is needed").isEqualTo(400);
        assertThat(client.send(request("/checkout/ann", BASKET), HttpResponse.BodyHandlers.ofString()).statusCode()).as("paid before").isEqualTo(409);
        String page = client.send(HttpRequest.newBuilder(at("/limits")).build(), HttpResponse.BodyHandlers.ofString()).body();
        assertThat(page).contains("<tr><td>us-five<td>uses<td>1<td>1\n", "<tr><td>confirmed<td>2\n");
    }

    private void whatLapsedIsNotPaid() throws Exception {
        client.send(request("/checkout/late", BASKET), HttpResponse.BodyHandlers.ofString());
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("update plaindeal_limits.hold set until = now() - interval '1 hour' where order_key = 'late'");
        }
        PostgresLimits.on(database).sweep();
        HttpResponse<String> refused = send("/pay/late");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("\"state\":\"lapsed\"");
        assertThat(send("/cancel/late").body()).contains("lapsed");
        assertThat(send("/pay/nobody").body()).contains("unknown");
        assertThat(send("/pay/a%20b").statusCode()).isEqualTo(404);
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(at(path)).POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return client.send(request(path, ""), HttpResponse.BodyHandlers.ofString());
    }

    private Path compiled() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.walk(Path.of("src/examples/host-service/src/main"))) {
            List<Path> java = sources.filter(file -> file.toString().endsWith(".java")).toList();
            List<String> options = List.of("--release", "17", "-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
            assertThat(compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(java)).call()).as(said.toString()).isTrue();
        }
        return classes;
    }
}
