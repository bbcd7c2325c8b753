package dev.plaindeal.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.plaindeal.cli.Main;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The studio as a marketer uses it, in a real browser. */
class StudioBrowserTest {

    private static final String SAVE10 =
            """
            // 10 % off everything for US shoppers from $50, at most $20 off.
            package promotions
            import dev.plaindeal.model.*

            rule "us-save10"
            when
                $coupon : PlatformCoupon( code == "SAVE10", market == "US" )
            then
                $coupon.percentOff(10).whenSpending("USD 50").atMost("USD 20");
            end
            """;

    private static final String TIERS =
            """
            // Pearl House: spend 50 save 5, 100 save 12.
            package promotions
            import dev.plaindeal.model.*

            rule "pearl-tiers"
            when
                $store : StoreBasket( store == "pearl", market == "US" )
            then
                $store.tier("USD 50", "USD 5").tier("USD 100", "USD 12");
            end
            """;

    private static Browser browser;

    @TempDir
    Path folder;

    private Studio studio;

    @BeforeAll
    static void browser() throws Exception {
        browser = Browser.orSkipped();
    }

    @AfterAll
    static void closed() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void opened() throws Exception {
        write("rules/promotions/us/us-save10.drl", SAVE10);
        write("rules/promotions/pearl/pearl-tiers.drl", TIERS);
        basket("us-save10-big", "120.00", "cup");
        basket("us-save10-small", "60.00", "cup");
        open();
    }

    private void open() throws Exception {
        studio = Studio.open(new StudioSetup(folder.resolve("rules"), folder.resolve("fixtures"), Optional.empty(), 0, "secret-of-this-run",
                Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC), file -> new StudioSetup.Revised(StudioSetup.Since.CHANGED, "-10\n+12")));
        browser.size(1400, 1000);
        browser.scheme("light");
        browser.open(studio.address().toString());
        Browser.await(() -> browser.run("document.body?.dataset.ready === 'yes'").asBoolean());
    }

    @AfterEach
    void shut() throws Exception {
        browser.run("localStorage.clear(); true");
        studio.close();
    }

    private void write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void basket(String name, String price, String sku) throws Exception {
        write("fixtures/shop/" + name + ".basket.json", """
                { "basket": "%s", "market": "US", "currency": "USD", "locale": "en-US", "channel": "live", "at": "2026-11-22T20:00:00-05:00",
                  "lines": [{ "id": "1", "sku": "%s", "store": "pearl", "unitPrice": "%s", "quantity": 1 }], "codes": ["SAVE10"] }
                """.formatted(name, sku, price));
    }

    private void choose(String path) throws Exception {
        browser.click("[data-path='" + path + "']");
        browser.awaitText("#path", path);
        browser.awaitText("#receipt", "To pay");
        browser.awaitText("#impact", "baskets (the fixtures)");
    }

    /**
     * Replaces the last such part of the text as a person does: it is selected in the editor and typed over. An answer of the server that comes
     * between the two marks lines anew, and the browser drops what was just selected in them: then it is selected again.
     */
    private void typeOver(String old, String other) throws Exception {
        String before = editorText();
        int last = before.lastIndexOf(old);
        assertThat(last).as("the editor says " + old).isNotNegative();
        Browser.await(() -> {
            select(old);
            Thread.sleep(100);
            return isSelected(old);
        });
        browser.type(other);
        Browser.await(() -> editorText().equals(before.substring(0, last) + other + before.substring(last + old.length())));
    }

    private void select(String old) throws Exception {
        browser.run("(() => { const content = document.querySelector('#editor').shadowRoot.querySelector('.cm-content'); content.focus();"
                + " const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT); let node; let last = null;"
                + " while ((node = walker.nextNode())) { const at = node.data.lastIndexOf(" + quoted(old) + "); if (at >= 0) { last = [node, at]; } }"
                + " const range = document.createRange(); range.setStart(last[0], last[1]); range.setEnd(last[0], last[1] + " + old.length() + ");"
                + " const s = getSelection(); s.removeAllRanges(); s.addRange(range); return true; })()");
    }

    private boolean isSelected(String old) throws Exception {
        return browser.run("document.querySelector('#editor').shadowRoot.getSelection().toString()").asText().equals(old);
    }

    private String editorText() throws Exception {
        return browser.run("document.querySelector('#editor').shadowRoot.querySelector('.cm-content').textContent").asText();
    }

    private static String quoted(String text) throws Exception {
        return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(text);
    }

    private String onDisk() throws Exception {
        return Files.readString(folder.resolve("rules/promotions/us/us-save10.drl"));
    }

    @Test
    void anEditIsSeenBeforeItIsSavedAndOnlyWhatIsCleanIsSaved() throws Exception {
        choose("promotions/us/us-save10.drl");
        browser.awaitText("#receipt", "USD 97.20");
        browser.awaitText("#impact", "0 pay more, 0 pay less");
        String score = browser.text("#scores .score");

        typeOver("10", "12");
        browser.awaitText("#receipt", "USD 95.04");
        browser.awaitText("#impact", "2 pay less");
        browser.awaitText("#impact", "-3.26");
        assertThat(browser.text("#scores .score")).isNotEqualTo(score);
        assertThat(onDisk()).as("nothing is saved yet").isEqualTo(SAVE10);

        typeOver("percentOff", "percentOf");
        browser.awaitText("#problems", "line 9");
        browser.awaitText("#problems", "percentOff");
        assertThat(browser.run("document.querySelector('#editor').shadowRoot.querySelectorAll('.cm-lintRange-error').length").asInt()).isPositive();
        assertThat(browser.run("document.querySelector('#save').disabled").asBoolean()).as("what is broken cannot be saved").isTrue();
        browser.awaitText("#why", "cannot be saved");

        typeOver("percentOf", "percentOff");
        browser.click("#save");
        Browser.await(() -> onDisk().equals(SAVE10.replace("percentOff(10)", "percentOff(12)")));
        browser.awaitText("#impact", "0 pay more, 0 pay less");
    }

    @Test
    void theSameByTheForm() throws Exception {
        choose("promotions/us/us-save10.drl");
        browser.click("#as-form");
        Browser.await(() -> browser.run("document.querySelector('#form [name=percent]')?.value === '10'").asBoolean());
        browser.run("document.querySelector('#form [name=percent]').select(); true");
        browser.run("document.querySelector('#form [name=percent]').focus(); true");
        browser.type("12");
        browser.awaitText("#receipt", "USD 95.04");
        browser.awaitText("#impact", "2 pay less");
        browser.click("#save");
        Browser.await(() -> onDisk().contains("percentOff(12)"));
    }

    @Test
    void theFormChangesFilesThatSayMoreWhereTheyStand() throws Exception {
        write("rules/promotions/us/us-save10.drl", SAVE10.replace(".atMost", ".announced().atMost"));
        browser.open(studio.address().toString());
        Browser.await(() -> browser.run("document.body?.dataset.ready === 'yes'").asBoolean());
        choose("promotions/us/us-save10.drl");
        browser.click("#as-form");
        Browser.await(() -> browser.run("document.querySelector('#form [name=cap]')?.value === 'USD 20'").asBoolean());
        browser.run("document.querySelector('#form [name=cap]').focus(); document.querySelector('#form [name=cap]').select(); true");
        browser.type("USD 5");
        browser.awaitText("#receipt", "USD 103.00");
        browser.click("#save");
        Browser.await(() -> onDisk().equals(SAVE10.replace(".atMost(\"USD 20\")", ".announced().atMost(\"USD 5\")")));
    }

    @Test
    void anotherPersonsEditIsNeverOverwrittenUnseen() throws Exception {
        choose("promotions/us/us-save10.drl");
        typeOver("10", "12");
        browser.awaitText("#receipt", "USD 95.04");
        String theirs = SAVE10.replace("percentOff(10)", "percentOff(15)");
        write("rules/promotions/us/us-save10.drl", theirs);
        browser.click("#save");
        browser.awaitText("#dialog", "Somebody else has changed this file");
        browser.awaitText("#d-pre", "percentOff(15)");
        assertThat(onDisk()).isEqualTo(theirs);
        browser.click("#d-buttons button:last-child");
        Browser.await(() -> onDisk().contains("12"));
    }

    @Test
    void whatIsTypedOutlivesThePageAndTheServer() throws Exception {
        choose("promotions/us/us-save10.drl");
        typeOver("10", "12");
        browser.awaitText("#receipt", "USD 95.04");
        browser.open(studio.address().toString());
        Browser.await(() -> browser.run("document.body?.dataset.ready === 'yes'").asBoolean());
        choose("promotions/us/us-save10.drl");
        browser.awaitText("#note", "is not saved");
        browser.awaitText("#receipt", "USD 95.04");

        studio.close();
        typeOver("12", "13");
        browser.awaitText("#status", "does not answer");
        assertThat(browser.run("Object.entries(localStorage).find(([key]) => key.endsWith(':promotions/us/us-save10.drl'))[1]").asText()).contains("13");
    }

    @Test
    void namesOfWhateverKindAreText() throws Exception {
        String hostile = "</pre><img src=x onerror=window.hacked=1><script>window.hacked=1</script>";
        basket("us-save10-hostile", "80.00", hostile);
        write("rules/promotions/us/us-save10.drl", SAVE10.replace("10 % off everything", "<img src=x onerror=window.hacked=1>"));
        browser.open(studio.address().toString());
        Browser.await(() -> browser.run("document.body?.dataset.ready === 'yes'").asBoolean());
        choose("promotions/us/us-save10.drl");
        browser.run("const b = document.querySelector('#basket'); b.value = 'shop/us-save10-hostile'; b.dispatchEvent(new Event('change')); true");
        browser.awaitText("#receipt", "onerror=window.hacked=1");
        browser.awaitText("#words", "<img src=x");
        typeOver("us-save10", "<script>window.hacked=1</script>");
        browser.awaitText("#problems", "<script>");
        assertThat(browser.run("window.hacked === undefined").asBoolean()).isTrue();
        assertThat(browser.run("document.querySelectorAll('img').length").asInt()).isZero();
    }

    @Test
    void aNewPromotionIsMadeDuplicatedAndPutAside() throws Exception {
        browser.click("#new");
        Browser.await(() -> browser.run("!!document.querySelector('#form [name=layer]')").asBoolean());
        fill("layer", "platform-coupon");
        fill("kind", "amount-off");
        fill("market", "US");
        fill("code", "FIVE");
        fill("id", "us-five");
        fill("amount", "USD 5");
        browser.awaitText("#path", "promotions/us/us-five.drl");
        browser.awaitText("#problems", "No problem");
        browser.click("#save");
        Path made = folder.resolve("rules/promotions/us/us-five.drl");
        Browser.await(() -> Files.exists(made) && Files.readString(made).contains("amountOff(\"USD 5\")"));
        Browser.await(() -> browser.run("!document.querySelector('#duplicate').disabled").asBoolean());
        browser.click("#duplicate");
        browser.awaitText("#dialog", "Duplicate us-five");
        browser.click("#d-buttons button:last-child");
        browser.awaitText("#path", "us-five-copy.drl");
        Browser.await(() -> browser.run("document.querySelector('#editor').shadowRoot.querySelector('.cm-content').innerText.includes('us-five-copy')").asBoolean());
        choose("promotions/us/us-save10.drl");
        browser.click("#aside");
        browser.awaitText("#dialog", "Put promotions/us/us-save10.drl aside?");
        browser.click("#d-buttons button:last-child");
        Browser.await(() -> Files.exists(folder.resolve("rules/promotions/us/_us-save10.drl")) && !Files.exists(folder.resolve("rules/promotions/us/us-save10.drl")));
    }

    @Test
    void theKeyboardAloneIsEnough() throws Exception {
        browser.run("document.querySelector('#search').focus(); true");
        browser.type("save10");
        tabTo("document.activeElement.dataset.path === 'promotions/us/us-save10.drl'");
        browser.press("Enter", 13, 0);
        browser.awaitText("#receipt", "To pay");
        tabTo("document.activeElement.id === 'editor'");
        browser.type("// Written by keyboard.\n");
        browser.press("Tab", 9, 0);
        assertThat(browser.run("document.activeElement.id").asText()).as("Tab leaves the editor").isNotEqualTo("editor");
        Browser.await(() -> browser.run("!document.querySelector('#save').disabled").asBoolean());
        browser.press("s", 83, 2);
        Browser.await(() -> onDisk().contains("// Written by keyboard.\n"));
    }

    private void tabTo(String where) throws Exception {
        for (int i = 0; i < 25 && !browser.run(where).asBoolean(); i++) {
            browser.press("Tab", 9, 0);
        }
        assertThat(browser.run(where).asBoolean()).as(where).isTrue();
    }

    /** Answers to such questions come half a second late, as from a machine that is busy. */
    private void late(String question) throws Exception {
        browser.run("(() => { const plain = window.fetch; window.fetch = (url, asked) => url === '/api/" + question
                + "' ? new Promise(done => setTimeout(() => done(plain(url, asked).finally(() => { window.lateDone = true; })), 500)) : plain(url, asked); return true; })()");
    }

    /** The next such question is answered with this. */
    private void once(String question, int status, String json) throws Exception {
        browser.run("(() => { const plain = window.fetch; window.fetch = (url, asked) => { if (url !== '/api/" + question + "') return plain(url, asked);"
                + " window.fetch = plain; return Promise.resolve(new Response(" + quoted(json) + ", {status: " + status + "})); }; return true; })()");
    }

    private String editor() throws Exception {
        return browser.run("document.querySelector('#editor').shadowRoot.querySelector('.cm-content').innerText").asText();
    }

    private String drafts() throws Exception {
        return browser.run("JSON.stringify(localStorage)").asText();
    }

    private void reload() throws Exception {
        browser.open(studio.address().toString());
        Browser.await(() -> browser.run("document.body?.dataset.ready === 'yes'").asBoolean());
    }

    @Test
    void aBasketOfAnotherPromotionGetsTheCodeOfTheOneThatIsOpen() throws Exception {
        write("rules/promotions/us/us-save20.drl", SAVE10.replace("us-save10", "us-save20").replace("SAVE10", "SAVE20").replace("percentOff(10)", "percentOff(20)"));
        reload();
        choose("promotions/us/us-save20.drl");
        Browser.await(() -> browser.run("document.querySelector('#b-codes').value === 'SAVE10, SAVE20'").asBoolean());
        browser.awaitText("#receipt", "SAVE20");
    }

    @Test
    void aPageOfAnotherOriginIsRefused() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        byte[] page = "<!doctype html><title>another page</title>".getBytes(StandardCharsets.UTF_8);
        other.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            browser.open("http://127.0.0.1:" + other.getAddress().getPort() + "/");
            Browser.await(() -> browser.run("document.title === 'another page'").asBoolean());
            String at = "http://127.0.0.1:" + studio.address().getPort() + "/";
            String body = quoted("{\"path\":\"promotions/us/us-save10.drl\",\"text\":\"\",\"version\":\"\"}");
            assertThat(tried("fetch('" + at + "api/open', {method: 'POST', headers: {'X-Plaindeal-Token': 'secret-of-this-run'}, body: " + body + "})"))
                    .as("even with the token").isEqualTo("refused");
            assertThat(tried("fetch('" + at + "api/aside', {method: 'POST', mode: 'no-cors', body: " + body + "})")).as("what is sent without asking").isEqualTo("refused");
            assertThat(tried("new Promise((yes, no) => { const i = new Image(); i.onload = yes; i.onerror = no; i.src = '" + at + "icon.svg'; })")).isEqualTo("refused");
            assertThat(tried("new Promise((yes, no) => { const s = document.createElement('script'); s.onload = yes; s.onerror = no; s.src = '" + at
                    + "studio.js'; document.head.append(s); })")).isEqualTo("refused");
            assertThat(onDisk()).isEqualTo(SAVE10);
        } finally {
            other.stop(0);
        }
    }

    private String tried(String promise) throws Exception {
        return browser.run(promise + ".then(() => 'answered', () => 'refused')").asText();
    }

    /** A studio in a process of its own, and the link it printed. */
    private record StudioProcess(Process process, String link) {}

    private StudioProcess started(int port) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "studio", "--rules", folder.resolve("rules").toString(),
                "--fixtures", folder.resolve("fixtures").toString(), "--port", String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String first = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertThat(first).startsWith("The studio is open: ");
        return new StudioProcess(process, first.substring("The studio is open: ".length()));
    }

    @Test
    void aStudioKilledWhileItSavesLosesNothing() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int port = studio.address().getPort();
        studio.close();
        StudioProcess running = started(port);
        try {
            for (int percent = 11; percent < 14; percent++) {
                browser.open(running.link());
                Browser.await(() -> browser.run("document.body?.dataset.ready === 'yes'").asBoolean());
                choose("promotions/us/us-save10.drl");
                String old = onDisk();
                typeOver(String.valueOf(percent - 1), String.valueOf(percent));
                browser.click("#save");
                Thread.sleep(random.nextInt(40));
                running.process().destroyForcibly().waitFor();
                String edited = SAVE10.replace("percentOff(10)", "percentOff(" + percent + ")");
                assertThat(List.of(old, edited)).as("old or new, and whole; seed " + seed).contains(onDisk());

                running = started(port);
                browser.open(running.link());
                Browser.await(() -> browser.run("document.body?.dataset.ready === 'yes'").asBoolean());
                choose("promotions/us/us-save10.drl");
                assertThat(editor()).as("seed " + seed).contains("percentOff(" + percent + ")");
                assertThat(browser.run("document.querySelector('#note').hidden").asBoolean()).as("the draft is offered where it was not saved, seed " + seed)
                        .isEqualTo(onDisk().equals(edited));
            }
        } finally {
            running.process().destroyForcibly().waitFor();
        }
    }

    @Test
    void savedTwiceInAHurryIsNoConflictWithOneself() throws Exception {
        choose("promotions/us/us-save10.drl");
        typeOver("10", "12");
        browser.awaitText("#receipt", "USD 95.04");
        browser.run("document.querySelector('#save').click(); document.querySelector('#save').click(); true");
        browser.awaitText("#status", "Saved promotions/us/us-save10.drl.");
        browser.awaitText("#impact", "0 pay more, 0 pay less");
        assertThat(browser.run("document.querySelector('#dialog').open").asBoolean()).isFalse();
        assertThat(browser.text("#status")).as("it is not overwritten").isEqualTo("Saved promotions/us/us-save10.drl.");
    }

    @Test
    void whoOpensAnotherFileWhileOneIsSavedMixesNothing() throws Exception {
        choose("promotions/us/us-save10.drl");
        typeOver("10", "12");
        browser.awaitText("#receipt", "USD 95.04");
        late("save");
        browser.click("#save");
        browser.click("[data-path='promotions/pearl/pearl-tiers.drl']");
        browser.awaitText("#path", "pearl-tiers.drl");
        typeOver("12", "15");
        browser.awaitText("#status", "Saved promotions/us/us-save10.drl.");
        assertThat(onDisk()).contains("percentOff(12)");
        assertThat(Files.readString(folder.resolve("rules/promotions/pearl/pearl-tiers.drl"))).isEqualTo(TIERS);
        assertThat(editor()).contains("USD 15");
        assertThat(drafts()).contains("pearl-tiers.drl").doesNotContain("us-save10.drl");
        browser.click("#save");
        Browser.await(() -> Files.readString(folder.resolve("rules/promotions/pearl/pearl-tiers.drl")).equals(TIERS.replace("USD 12", "USD 15")));
    }

    @Test
    void whatIsTypedWhileItIsSavedIsKept() throws Exception {
        choose("promotions/us/us-save10.drl");
        typeOver("10", "12");
        browser.awaitText("#receipt", "USD 95.04");
        late("save");
        browser.click("#save");
        typeOver("12", "13");
        browser.click("[data-path='promotions/pearl/pearl-tiers.drl']");
        browser.awaitText("#status", "Saved promotions/us/us-save10.drl.");
        choose("promotions/us/us-save10.drl");
        browser.awaitText("#note", "is not saved");
        assertThat(editor()).contains("percentOff(13)");
        browser.awaitText("#receipt", "USD 93.96");
        browser.click("#save");
        Browser.await(() -> onDisk().contains("percentOff(13)"));
        assertThat(browser.run("document.querySelector('#dialog').open").asBoolean()).as("its version is that of what was saved").isFalse();
    }

    @Test
    void aLayoutThatComesLateLandsInNoOtherFile() throws Exception {
        choose("promotions/us/us-save10.drl");
        typeOver("10", "12");
        late("format");
        browser.click("#format");
        choose("promotions/pearl/pearl-tiers.drl");
        Browser.await(() -> browser.run("window.lateDone === true").asBoolean());
        Thread.sleep(100);
        assertThat(editor()).contains("pearl-tiers");
        assertThat(drafts()).contains("us-save10.drl").doesNotContain("pearl-tiers.drl");
    }

    @Test
    void whatIsTypedBackIsNoDraftAnyMore() throws Exception {
        choose("promotions/us/us-save10.drl");
        typeOver("10", "12");
        assertThat(drafts()).contains("us-save10.drl");
        browser.awaitText("#list", "edited, not saved");
        typeOver("12", "10");
        assertThat(drafts()).doesNotContain("us-save10.drl");
        assertThat(browser.text("#list")).doesNotContain("not saved");
    }

    @Test
    void aNewPromotionThatIsNotSavedIsOfferedAgain() throws Exception {
        choose("promotions/us/us-save10.drl");
        browser.click("#duplicate");
        browser.awaitText("#dialog", "Duplicate us-save10");
        browser.press("Enter", 13, 0);
        browser.awaitText("#path", "us-save10-copy.drl");
        reload();
        browser.click("[data-path='promotions/us/us-save10-copy.drl']");
        browser.awaitText("#note", "no file has it");
        assertThat(editor()).contains("us-save10-copy");
        typeOver("SAVE10", "COPY10");
        browser.click("#save");
        Browser.await(() -> Files.exists(folder.resolve("rules/promotions/us/us-save10-copy.drl")));
        browser.awaitText("#status", "Saved the new promotion");
        assertThat(drafts()).doesNotContain("us-save10-copy.drl");
    }

    @Test
    void whatIsRefusedIsTold() throws Exception {
        String refused = "{\"problems\":[{\"code\":\"x\",\"severity\":\"error\",\"file\":\"x\",\"message\":\"the disk is asleep\"}]}";
        choose("promotions/us/us-save10.drl");
        for (String button : java.util.List.of("difference", "as-form")) {
            once(button.equals("as-form") ? "form" : button, 422, refused);
            browser.click("#" + button);
            browser.awaitText("#status", "the disk is asleep");
            browser.run("document.querySelector('#status').textContent = ''; true");
        }
        once("basket", 422, refused);
        browser.run("const b = document.querySelector('#basket'); b.value = 'shop/us-save10-small'; b.dispatchEvent(new Event('change')); true");
        browser.awaitText("#status", "the disk is asleep");
        browser.click("#as-form");
        Browser.await(() -> browser.run("document.querySelector('#form [name=percent]')?.value === '10'").asBoolean());
        browser.run("document.querySelector('#status').textContent = ''; true");
        once("draft", 422, refused);
        fill("percent", "12");
        browser.awaitText("#status", "the disk is asleep");
        once("impact", 200, "{\"state\":\"superseded\"}");
        fill("percent", "14");
        browser.awaitText("#impact", "2 pay less");
    }

    @Test
    void ofTwoBrokenFilesBothAreNamedAndEitherCanBeSaved() throws Exception {
        write("rules/promotions/pearl/pearl-tiers.drl", TIERS.replace("tier(\"USD 50\"", "tie(\"USD 50\""));
        write("rules/promotions/us/us-save10.drl", SAVE10.replace("percentOff", "percentOf"));
        reload();
        browser.awaitText("#disk", "pearl-tiers.drl");
        browser.awaitText("#disk", "us-save10.drl");
        browser.click("[data-path='promotions/us/us-save10.drl']");
        browser.awaitText("#problems", "line 9");
        typeOver("percentOf", "percentOff");
        browser.click("#save");
        Browser.await(() -> onDisk().equals(SAVE10));
    }

    private void fill(String name, String value) throws Exception {
        Browser.await(() -> browser.run("!!document.querySelector('#form [name=" + name + "]')").asBoolean());
        browser.run("(() => { const f = document.querySelector('#form [name=" + name + "]'); f.focus(); f.value = " + quoted(value)
                + "; f.dispatchEvent(new Event('input', {bubbles: true})); return true; })()");
        Thread.sleep(150);
    }

    @Test
    void nothingLeavesTheMachineAndNothingIsRefusedByThePolicy() throws Exception {
        choose("promotions/us/us-save10.drl");
        browser.click("#more");
        browser.awaitText("#choices", "Saving against simplicity");
        for (JsonNode request : browser.events("Network.requestWillBeSent")) {
            String url = request.at("/params/request/url").asText();
            assertThat(url).matches("(http://127\\.0\\.0\\.1:\\d+/|about:|data:).*");
        }
        assertThat(browser.events("Log.entryAdded").stream().map(JsonNode::toString).filter(entry -> entry.contains("Content Security Policy"))).isEmpty();
    }
}
