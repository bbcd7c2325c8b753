package dev.plaindeal.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the studio answers, without a browser: who is let in, what is read and written, and what is not. */
class StudioTest {

    private static final String RULE =
            """
            // 10 % off everything for US shoppers.
            package promotions
            import dev.plaindeal.model.*

            rule "us-ten"
            when
                $coupon : PlatformCoupon( code == "TEN", market == "US" )
            then
                $coupon.percentOff(10).atMost("USD 20").announced();
            end
            """;

    private static final String PATH = "promotions/us/us-ten.drl";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Studio studio;
    private int port;

    @BeforeEach
    void open() throws Exception {
        Files.createDirectories(folder.resolve("rules/promotions/us"));
        Files.writeString(folder.resolve("rules/" + PATH), RULE);
        studio = Studio.open(new StudioSetup(folder.resolve("rules"), folder.resolve("fixtures"), Optional.empty(), 0, "the-token",
                Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC), file -> ""));
        port = studio.address().getPort();
    }

    @AfterEach
    void close() {
        studio.close();
    }

    /** An answer as it comes over the wire. */
    private record Told(int status, String headers, JsonNode body) {}

    /** Byte for byte what is asked: a client would not send such headers. */
    private Told raw(String method, String path, String body, String... headers) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = method + " " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return told(socket.getInputStream().readAllBytes());
        }
    }

    private static Told told(byte[] answer) throws Exception {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        byte[] body = java.util.Arrays.copyOfRange(answer, end + 4, answer.length);
        String headers = text.substring(0, end);
        try (InputStream unpacked = new GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
            byte[] content = unpacked.readAllBytes();
            return new Told(Integer.parseInt(text.split(" ")[1]), headers,
                    headers.contains("application/json") ? JSON.readTree(content) : JSON.createObjectNode());
        }
    }

    private String host() {
        return "Host: 127.0.0.1:" + port;
    }

    private Told ask(String question, Map<String, String> fields) throws Exception {
        return raw("POST", "/api/" + question, JSON.writeValueAsString(fields), host(), "X-Plaindeal-Token: the-token");
    }

    private String onDisk() throws Exception {
        return Files.readString(folder.resolve("rules/" + PATH));
    }

    @Test
    void onlyItsOwnPageIsLetIn() throws Exception {
        assertThat(raw("POST", "/api/promotions", "", host(), "X-Plaindeal-Token: the-token").status()).isEqualTo(200);
        assertThat(raw("POST", "/api/promotions", "", host(), "Origin: http://127.0.0.1:" + port, "X-Plaindeal-Token: the-token").status()).isEqualTo(200);
        assertThat(raw("POST", "/api/promotions", "", host()).body().toString()).contains("wrong-token");
        assertThat(raw("POST", "/api/promotions", "", host(), "X-Plaindeal-Token: the-toke").status()).isEqualTo(403);
        assertThat(raw("POST", "/api/promotions", "", host(), "X-Plaindeal-Token: the-token", "X-Plaindeal-Token: the-token").status()).isEqualTo(403);
        assertThat(raw("POST", "/api/promotions", "", "Host: evil.example:" + port, "X-Plaindeal-Token: the-token").body().toString()).contains("wrong-host");
        assertThat(raw("GET", "/", "", "Host: evil.example").status()).isEqualTo(403);
        assertThat(raw("POST", "/api/promotions", "", host(), "Origin: http://evil.example", "X-Plaindeal-Token: the-token").body().toString()).contains("wrong-origin");
        assertThat(raw("POST", "/api/promotions", "", host(), "Origin: http://127.0.0.1:1", "X-Plaindeal-Token: the-token").status()).isEqualTo(403);
        assertThat(raw("GET", "/api/promotions", "", host(), "X-Plaindeal-Token: the-token").status()).isEqualTo(405);
        assertThat(raw("GET", "/../pom.xml", "", host()).status()).isEqualTo(404);
    }

    @Test
    void whatIsSentIsForItsOwnPageAlone() throws Exception {
        String headers = raw("GET", "/", "", host()).headers();
        assertThat(headers).containsIgnoringCase("Content-Security-Policy: default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                .containsIgnoringCase("X-Content-Type-Options: nosniff").containsIgnoringCase("Cross-Origin-Resource-Policy: same-origin")
                .doesNotContainIgnoringCase("Access-Control-Allow");
    }

    @Test
    void itListensOnThisMachineAlone() throws Exception {
        for (var card : java.util.Collections.list(java.net.NetworkInterface.getNetworkInterfaces())) {
            for (var address : java.util.Collections.list(card.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    try (Socket socket = new Socket()) {
                        socket.connect(new java.net.InetSocketAddress(address, port), 500);
                        throw new AssertionError("answered at " + address);
                    } catch (java.io.IOException refused) {
                        assertThat(refused).isInstanceOf(java.io.IOException.class);
                    }
                }
            }
        }
    }

    @Test
    void tooMuchIsNotAnswered() throws Exception {
        assertThat(ask("try", Map.of("path", PATH, "text", "x".repeat(10_000_001))).status()).isEqualTo(413);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 210; i++) {
            statuses.add(raw("GET", "/icon.svg", "", host()).status());
        }
        assertThat(statuses).as("the clock stands still, so all are in one second").contains(429);
    }

    @Test
    void noPathLeadsOutOfTheFolder() throws Exception {
        Files.writeString(folder.resolve("secret.drl"), RULE);
        Files.createSymbolicLink(folder.resolve("rules/promotions/us/link.drl"), folder.resolve("secret.drl"));
        Files.createSymbolicLink(folder.resolve("rules/promotions/out"), folder);
        for (String path : List.of("../secret.drl", "promotions/../../secret.drl", "/etc/passwd", "promotions/us/link.drl", "promotions/out/secret.drl",
                "promotions/out/new.drl", "promotions/us/_aside.drl", "promotions/us/.hidden.drl", "promotions\\us\\us-ten.drl", "pom.xml", "")) {
            for (String question : List.of("open", "save", "aside", "difference")) {
                Told told = ask(question, Map.of("path", path, "text", RULE.replace("us-ten", "new"), "version", ""));
                assertThat(told.status()).as(question + " " + path).isEqualTo(422);
                assertThat(told.body().toString()).doesNotContain("percentOff(10)");
            }
        }
        assertThat(Files.readString(folder.resolve("secret.drl"))).isEqualTo(RULE);
        assertThat(folder.resolve("new.drl")).doesNotExist();
    }

    @Test
    void onlyWhatIsCleanIsSavedAndNothingIsOverwrittenUnseen() throws Exception {
        String version = ask("open", Map.of("path", PATH)).body().get("version").asText();
        Told broken = ask("save", Map.of("path", PATH, "text", RULE.replace("percentOff", "percentOf"), "version", version));
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.body().toString()).contains("percentOff").contains("\"line\":9");
        assertThat(onDisk()).isEqualTo(RULE);

        String mine = RULE.replace("percentOff(10)", "percentOff(12)");
        Told saved = ask("save", Map.of("path", PATH, "text", mine, "version", version));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(onDisk()).isEqualTo(mine);

        Told stale = ask("save", Map.of("path", PATH, "text", RULE, "version", version));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body().get("text").asText()).as("what is there instead").isEqualTo(mine);
        assertThat(ask("aside", Map.of("path", PATH, "version", version)).status()).isEqualTo(409);
        assertThat(onDisk()).isEqualTo(mine);

        String now = stale.body().get("version").asText();
        assertThat(ask("aside", Map.of("path", PATH, "version", now)).status()).isEqualTo(200);
        assertThat(folder.resolve("rules/promotions/us/_us-ten.drl")).hasContent(mine);
        assertThat(folder.resolve("rules/" + PATH)).doesNotExist();
    }

    @Test
    void aNewFileIsNeverWrittenOverAnother() throws Exception {
        assertThat(ask("save", Map.of("path", PATH, "text", RULE.replace("10", "11"), "version", "")).status()).isEqualTo(409);
        assertThat(onDisk()).isEqualTo(RULE);
    }

    @Test
    void theFormChangesWhatItAsksForAndNothingElse() throws Exception {
        JsonNode form = ask("form", Map.of("path", PATH, "text", RULE)).body();
        assertThat(form.get("part").asBoolean()).as("announced() is not asked by the form").isTrue();
        Map<String, String> answers = new java.util.HashMap<>(Map.of("path", PATH, "text", RULE));
        form.get("questions").forEach(question -> answers.put(question.get("name").asText(), question.get("answer").asText()));
        assertThat(ask("draft", answers).body().get("text").asText()).isEqualTo(RULE);
        answers.put("percent", "12.5");
        answers.put("cap", "USD 9");
        assertThat(ask("draft", answers).body().get("text").asText())
                .isEqualTo(RULE.replace("percentOff(10)", "percentOff(\"12.5\")").replace("USD 20", "USD 9"));
        answers.put("percent", "\").x(\"");
        assertThat(ask("draft", answers).body().get("slips").toString()).contains("percent");
    }

    @Test
    void everyPromotionOfTheRepositoryIsWhatItsFormSays() throws Exception {
        int whole = 0;
        int all = 0;
        RuleShelf shelf = new RuleShelf(Path.of("rules"));
        for (Map.Entry<String, String> file : shelf.all().entrySet()) {
            Optional<PromotionForm> form = file.getKey().startsWith("promotions/") ? PromotionForm.of(file.getKey(), file.getValue()) : Optional.empty();
            all += form.isPresent() ? 1 : 0;
            whole += form.filter(PromotionForm::isWhole).isPresent() ? 1 : 0;
            form.ifPresent(one -> assertThat(one.with(one.answers())).as(file.getKey()).isEqualTo(file.getValue()));
        }
        assertThat(all).isGreaterThan(40);
        assertThat(whole).isPositive();
    }

    /** Saves by turns until it is killed. */
    static final class SavesForever {
        public static void main(String[] folder) {
            RuleShelf shelf = new RuleShelf(Path.of(folder[0]));
            for (int i = 0; true; i++) {
                shelf.save(PATH, text(i % 2), RuleShelf.version(shelf.read(PATH).orElseThrow().text()));
            }
        }
    }

    private static String text(int which) {
        return RULE + ("// " + "ab".charAt(which) + "\n").repeat(20_000);
    }

    @Test
    void aStudioKilledWhileSavingLeavesAWholeFile() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
            Files.writeString(folder.resolve("rules/" + PATH), text(0));
            Process saving = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                    System.getProperty("java.class.path"), SavesForever.class.getName(), folder.resolve("rules").toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            Browser.await(() -> onDisk().equals(text(1)));
            Thread.sleep(random.nextInt(60));
            saving.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            assertThat(List.of(text(0), text(1))).as("seed " + seed).contains(onDisk());
        }
        assertThat(ask("open", Map.of("path", PATH)).status()).as("what was half written is in nobody's way").isEqualTo(200);
    }
}
