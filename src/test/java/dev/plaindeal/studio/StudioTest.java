package dev.plaindeal.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plaindeal.draft.Question;
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
                Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC), file -> new StudioSetup.Revised(StudioSetup.Since.SAME, "")));
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
        assertThat(raw("GET", "/", "", "Host: [::1]:" + port).status()).as("nobody listens there").isEqualTo(403);
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

    /** The other addresses of this machine; 127.0.0.2 is one that every Linux has, and that only who listens everywhere answers at. */
    private static List<String> otherAddresses() throws Exception {
        List<String> all = new ArrayList<>(List.of("127.0.0.2"));
        for (var card : java.util.Collections.list(java.net.NetworkInterface.getNetworkInterfaces())) {
            java.util.Collections.list(card.getInetAddresses()).stream()
                    .filter(address -> !address.isLoopbackAddress()).forEach(address -> all.add(address.getHostAddress()));
        }
        return all;
    }

    private boolean answersAt(String address) {
        try (Socket socket = new Socket()) {
            socket.connect(new java.net.InetSocketAddress(address, port), 500);
            return true;
        } catch (java.io.IOException refused) {
            return false;
        }
    }

    @Test
    void itListensOnThisMachineAlone() throws Exception {
        assertThat(answersAt("127.0.0.1")).isTrue();
        for (String address : otherAddresses()) {
            assertThat(answersAt(address)).as(address).isFalse();
        }
    }

    @Test
    void tooMuchIsNotAnswered() throws Exception {
        assertThat(ask("try", Map.of("path", PATH, "text", "x".repeat(10_000_001))).status()).isEqualTo(413);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 210; i++) {
            statuses.add(raw("POST", "/api/baskets", "", host(), "X-Plaindeal-Token: the-token").status());
        }
        assertThat(statuses).as("the clock stands still, so all are in one second").contains(200).endsWith(429);
    }

    @Test
    void nobodyWithoutTheTokenUsesUpWhatThePageMayAsk() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 210; i++) {
            raw("POST", "/api/baskets", "", host(), "X-Plaindeal-Token: guessed");
            statuses.add(raw("GET", "/icon.svg", "", host()).status());
        }
        assertThat(statuses).endsWith(429);
        assertThat(ask("baskets", Map.of()).status()).isEqualTo(200);
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
    void ofTwoBrokenFilesEitherCanBeMendedFirst() throws Exception {
        String other = "promotions/us/us-two.drl";
        String broken = RULE.replace("us-ten", "us-two").replace("TEN", "TWO").replace("percentOff", "percentOf");
        Files.writeString(folder.resolve("rules/" + other), broken);
        Files.writeString(folder.resolve("rules/" + PATH), RULE.replace("atMost", "atMos"));
        String version = ask("open", Map.of("path", PATH)).body().get("version").asText();

        assertThat(ask("try", Map.of("path", PATH, "text", RULE)).body().get("savable").asBoolean()).isTrue();
        Told stillBroken = ask("save", Map.of("path", PATH, "text", RULE.replace("atMost", "atMo"), "version", version));
        assertThat(stillBroken.status()).as("what is wrong with this file").isEqualTo(422);
        assertThat(ask("save", Map.of("path", PATH, "text", RULE, "version", version)).status()).isEqualTo(200);
        assertThat(onDisk()).isEqualTo(RULE);

        String theirs = ask("open", Map.of("path", other)).body().get("version").asText();
        assertThat(ask("save", Map.of("path", other, "text", broken.replace("percentOf", "percentOff"), "version", theirs)).status()).isEqualTo(200);
        assertThat(ask("promotions", Map.of()).body().get("problems")).isEmpty();
    }

    @Test
    void anErrorElsewhereThatIsNewIsNotSaved() throws Exception {
        String other = "stacking/us.drl";
        Files.createDirectories(folder.resolve("rules/stacking"));
        String stacking = """
                // Groups.
                package stacking
                import dev.plaindeal.model.*

                rule "us-stacking"
                when
                    $stacking : Stacking( market == "US" )
                then
                    $stacking.strategy("best-price");
                end
                """;
        Files.writeString(folder.resolve("rules/" + other), stacking);
        Told told = ask("try", Map.of("path", "stacking/us-again.drl", "text", stacking));
        assertThat(told.body().get("savable").asBoolean()).isFalse();
        assertThat(told.body().get("problems").toString()).contains("\"severity\":\"error\"");
    }

    @Test
    void aBasketWithoutAPriceIsNoReasonNotToSave() throws Exception {
        String basket = """
                { "basket": "b", "market": "US", "currency": "USD", "attributes": { "undeclared": "x" },
                  "lines": [{ "id": "1", "sku": "cup", "store": "pearl", "unitPrice": "120.00" }], "codes": ["TEN"] }
                """;
        Told told = ask("try", Map.of("path", PATH, "text", RULE, "basket", basket));
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().get("basketProblems").toString()).contains("undeclared");
        assertThat(told.body().has("receipt")).isFalse();
        assertThat(told.body().get("problems")).isEmpty();
        assertThat(told.body().get("savable").asBoolean()).isTrue();
    }

    @Test
    void directionsOfNamesAreOfThePageAndNotLettersInIt() throws Exception {
        String basket = """
                { "basket": "b", "market": "KW", "currency": "KWD", "locale": "ar-KW",
                  "lines": [{ "id": "1", "sku": "oud-oil", "store": "gulf", "unitPrice": "3.875" }], "codes": ["TEN"] }
                """;
        String percent = RULE.replace(", market == \"US\"", "").replace(".atMost(\"USD 20\")", "");
        String receipt = ask("try", Map.of("path", PATH, "text", percent, "basket", basket)).body().get("receipt").asText();
        assertThat(receipt).contains("<bdi dir=\"auto\">oud-oil</bdi>").doesNotContain("u206").doesNotContain("u200");
    }

    @Test
    void aNewPromotionComesWithTheBasketsThatTheCommandWrites() throws Exception {
        Map<String, String> answers = Map.of("layer", "platform-coupon", "kind", "amount-off", "market", "US", "code", "FIVE", "id", "us-five",
                "amount", "USD 5", "threshold", "USD 40");
        JsonNode draft = ask("draft", answers).body();
        JsonNode known = ask("impact", Map.of("path", PATH, "text", RULE)).body();
        Told saved = ask("save", Map.of("path", draft.get("path").asText(), "text", draft.get("text").asText(), "version", ""));
        assertThat(saved.body().get("told").asText()).contains("Two baskets");
        JsonNode baskets = ask("baskets", Map.of()).body().get("baskets");
        assertThat(baskets.toString()).contains("us-five-just-qualifies").contains("us-five-just-misses");
        Browser.await(() -> ask("impact", Map.of("path", PATH, "text", RULE)).body().path("impact").asText().contains("of 2 baskets"));
        assertThat(known.path("impact").asText()).doesNotContain("of 2 baskets");

        Told again = ask("save", Map.of("path", "promotions/us/us-six.drl", "text", draft.get("text").asText().replace("us-five", "us-six").replace("FIVE", "SIX"),
                "version", ""));
        assertThat(again.body().get("told").asText()).as("a copy has its own").contains("Two baskets");
        Told more = ask("save", Map.of("path", "promotions/us/us-more.drl", "text", RULE.replace("us-ten", "us-more").replace("TEN", "MORE"), "version", ""));
        assertThat(more.status()).isEqualTo(200);
        assertThat(more.body().get("told").asText()).contains("no baskets");
    }

    @Test
    void basketsThatAreThereAreKeptAndThePromotionIsSavedAllTheSame() throws Exception {
        JsonNode draft = ask("draft", Map.of("layer", "platform-coupon", "kind", "amount-off", "market", "US", "code", "FIVE", "id", "us-five",
                "amount", "USD 5")).body();
        String folderOfFixtures = draft.get("path").asText().replaceFirst("promotions/", "").replaceFirst("/[^/]*$", "");
        Path there = folder.resolve("fixtures/" + folderOfFixtures + "/us-five-just-misses.basket.json");
        Files.createDirectories(there.getParent());
        Files.writeString(there, "{}");
        Told saved = ask("save", Map.of("path", draft.get("path").asText(), "text", draft.get("text").asText(), "version", ""));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.body().get("told").asText()).contains("No baskets were made for it: this file is there already");
        assertThat(there).hasContent("{}");
    }

    @Test
    void whatCannotBeReadIsToldAndNotPassedOver() throws Exception {
        Files.writeString(folder.resolve("rules/promotions/us/my promotion.drl"), RULE);
        Files.write(folder.resolve("rules/promotions/us/us-latin.drl"), RULE.replace("10 %", "10 \u00a3").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("secret.drl"), RULE);
        Files.createSymbolicLink(folder.resolve("rules/promotions/us/link.drl"), folder.resolve("secret.drl"));
        Files.writeString(folder.resolve("rules/promotions/us/us-ten.txt"), RULE);
        String problems = ask("promotions", Map.of()).body().get("problems").toString();
        assertThat(problems).contains("promotions/us/my promotion.drl").contains("promotions/us/us-latin.drl").contains("promotions/us/link.drl")
                .contains("promotions/us/us-ten.txt");
        Told told = ask("try", Map.of("path", PATH, "text", RULE, "basket", ""));
        assertThat(told.body().get("clean").asBoolean()).as("what the engine would refuse has no price here").isFalse();
        assertThat(told.body().get("savable").asBoolean()).isTrue();
    }

    @Test
    void linesEndAsTheyDidWhenAFileIsSaved() throws Exception {
        Files.writeString(folder.resolve("rules/" + PATH), RULE.replace("\n", "\r\n"));
        JsonNode opened = ask("open", Map.of("path", PATH)).body();
        assertThat(opened.get("text").asText()).isEqualTo(RULE);
        String mine = RULE.replace("percentOff(10)", "percentOff(12)");
        Told saved = ask("save", Map.of("path", PATH, "text", mine, "version", opened.get("version").asText()));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(onDisk()).isEqualTo(mine.replace("\n", "\r\n"));
        assertThat(saved.body().get("version")).isEqualTo(ask("open", Map.of("path", PATH)).body().get("version"));
    }

    @Test
    void anEditOfWhatHoldsForAllPricesAllAnewWhateverItsFileIsCalled() throws Exception {
        Files.createDirectories(folder.resolve("fixtures"));
        Files.writeString(folder.resolve("fixtures/plain.basket.json"), """
                { "basket": "plain", "market": "US", "currency": "USD", "at": "2026-11-22T20:00:00-05:00",
                  "lines": [{ "id": "1", "sku": "cup", "store": "pearl", "unitPrice": "120.00" }] }
                """);
        String stacking = """
                // Cheapest first.
                package stacking
                import dev.plaindeal.model.*

                rule "us-ten"
                when
                    $stacking : Stacking( market == "US" )
                then
                    $stacking.strategy("simplest");
                end
                """;
        JsonNode[] answer = new JsonNode[1];
        Browser.await(() -> {
            answer[0] = ask("impact", Map.of("path", "stacking/us-ten.drl", "text", stacking)).body();
            return "known".equals(answer[0].path("state").asText());
        });
        assertThat(answer[0].get("tried").asInt()).isEqualTo(1);
        assertThat(ask("impact", Map.of("path", PATH, "text", RULE)).body().get("tried").asInt()).as("without a code").isZero();
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

    /** Other answers, some of which each question takes. */
    private static final List<String> OTHERS =
            List.of("7", "USD 7", "7%", "US", "JP", "live", "another", "ANOTHER", "2031-02-03", "2031-02-03T04:05", "free");

    @Test
    void everyPromotionOfTheRepositoryIsWhatItsFormSays() throws Exception {
        int whole = 0;
        int changed = 0;
        for (Map.Entry<String, String> file : new RuleShelf(Path.of("rules")).all().texts().entrySet()) {
            Optional<PromotionForm> form = file.getKey().startsWith("promotions/") ? PromotionForm.of(file.getKey(), file.getValue()) : Optional.empty();
            whole += form.filter(PromotionForm::isWhole).isPresent() ? 1 : 0;
            changed += form.isPresent() ? changedThereAndBack(file.getKey(), file.getValue(), form.get()) : 0;
        }
        assertThat(whole).isPositive();
        assertThat(changed).isGreaterThan(150);
    }

    /** How many answers were changed: each reads as what was put, and nothing else reads otherwise; the same when they are put back. */
    private static int changedThereAndBack(String path, String text, PromotionForm form) {
        int changed = 0;
        for (Question question : form.changeable()) {
            Optional<String> other = OTHERS.stream().filter(answer -> takes(question, answer) && !answer.equals(form.answers().get(question))).findFirst();
            if (other.isPresent()) {
                Map<Question, String> answers = new java.util.EnumMap<>(form.answers());
                answers.put(question, other.get());
                PromotionForm edited = PromotionForm.of(path, form.with(answers)).orElseThrow();
                assertThat(edited.answers()).as(path + " with another " + question).isEqualTo(answers);
                if (takes(question, form.answers().get(question))) {
                    assertThat(PromotionForm.of(path, edited.with(form.answers())).orElseThrow().answers()).as(path).isEqualTo(form.answers());
                }
                changed++;
            }
        }
        return changed;
    }

    private static boolean takes(Question question, String answer) {
        try {
            question.check(answer);
            return true;
        } catch (IllegalArgumentException senseless) {
            return false;
        }
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

    /** So long that a file that is written in its place is half there for a good while. */
    private static String text(int which) {
        return RULE + ("// " + "ab".charAt(which) + "\n").repeat(500_000);
    }

    @Test
    void aStudioKilledWhileSavingLeavesAWholeFile() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> whole = List.of(text(0), text(1));
        for (int round = 0; round < 4; round++) {
            Files.writeString(folder.resolve("rules/" + PATH), text(0));
            Process saving = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                    System.getProperty("java.class.path"), SavesForever.class.getName(), folder.resolve("rules").toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            Browser.await(() -> {
                String now = onDisk();
                assertThat(whole.contains(now)).as("what others read while it saves is whole, seed " + seed).isTrue();
                return now.equals(text(1));
            });
            for (int look = random.nextInt(20); look >= 0; look--) {
                assertThat(whole.contains(onDisk())).as("what others read while it saves is whole, seed " + seed).isTrue();
            }
            saving.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            assertThat(whole.contains(onDisk())).as("what is left when it is killed is whole, seed " + seed).isTrue();
        }
        assertThat(ask("open", Map.of("path", PATH)).status()).as("what was half written is in nobody's way").isEqualTo(200);
    }
}
