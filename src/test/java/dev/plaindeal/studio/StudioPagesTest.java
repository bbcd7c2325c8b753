package dev.plaindeal.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.cli.Plaindeal;
import dev.plaindeal.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page in light and dark, 390 and 1,400 pixels wide, and in four languages: nothing keeps people out, nothing has to be scrolled
 * sideways. The pictures lie under {@code target/screens}, to be looked at.
 */
class StudioPagesTest {

    private static final Path SCREENS = Path.of("target/screens").toAbsolutePath();
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final List<Integer> WIDTHS = List.of(390, 1_400);
    private static final List<String> SCHEMES = List.of("light", "dark");

    /** Baskets by the language of their buyer. */
    private static final Map<String, String> LANGUAGES = new TreeMap<>(Map.of(
            "en", "article/us-live-three-layers",
            "ar", "money/kwd-three-decimals",
            "th", "items/every-second-half-price",
            "ja", "money/jpy-price-rounded-down"));

    private static Browser browser;

    @TempDir
    Path folder;

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

    private static void looked(String name) throws Exception {
        browser.size(1_400, 900);
        browser.scheme("light");
        browser.run("scrollTo(0, 0); true");
        browser.small(SCREENS.resolve("small-" + name + ".png"), 1_400, 900);
        for (int width : WIDTHS) {
            for (String scheme : SCHEMES) {
                browser.size(width, 900);
                browser.scheme(scheme);
                browser.run("scrollTo(0, 0); true");
                String page = name + "-" + width + "-" + scheme;
                browser.picture(SCREENS.resolve(page + ".png"));
                assertThat(browser.overflow()).as(page + " is wider than the window").isLessThanOrEqualTo(0);
                assertThat(browser.barriers()).as(page).isEmpty();
            }
        }
    }

    @Test
    void theStudioInFourLanguages() throws Exception {
        try (Studio studio = Studio.open(new StudioSetup(
                Path.of("rules"), Path.of("fixtures"), Optional.empty(), 0, "token", Clock.fixed(NOW, ZoneOffset.UTC), file -> new StudioSetup.Revised(StudioSetup.Since.SAME, "")))) {
            browser.size(1_400, 900);
            browser.open(studio.address().toString());
            Browser.await(() -> browser.run("document.body?.dataset.ready === 'yes'").asBoolean());
            Browser.await(() -> browser.run("document.querySelectorAll('#list .points svg').length > 0").asBoolean());
            browser.click("[data-path='promotions/us/us-plat5.drl']");
            browser.awaitText("#receipt", "To pay");
            for (Map.Entry<String, String> basket : LANGUAGES.entrySet()) {
                browser.run("var b = document.querySelector('#basket'); b.value = '" + basket.getValue()
                        + "'; document.querySelector('#receipt').replaceChildren(); b.dispatchEvent(new Event('change')); true");
                browser.awaitText("#receipt", "To pay");
                browser.awaitText("#impact", "baskets (the fixtures)");
                assertThat(browser.run("document.querySelector('#receipt .buyer').lang.slice(0, 2)").asText()).isEqualTo(basket.getKey());
                looked("studio-" + basket.getKey());
            }
            browser.click("#as-form");
            Browser.await(() -> browser.run("!!document.querySelector('#form label')").asBoolean());
            browser.click("#more");
            browser.awaitText("#choices", "Did not come up");
            looked("studio-form");
        }
    }

    @Test
    void theReports() throws Exception {
        Path other = folder.resolve("rules");
        try (var files = Files.walk(Path.of("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = other.resolve(Path.of("rules").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace("percentOff(10)", "percentOff(8)"));
            }
        }
        for (Map.Entry<String, String> basket : LANGUAGES.entrySet()) {
            report("receipt-" + basket.getKey(), "evaluate", "--rules", "rules", "--format", "html", "fixtures/" + basket.getValue() + ".basket.json");
        }
        report("frontier", "evaluate", "--rules", "rules", "--frontier", "--format", "html", "fixtures/article/us-live-three-layers.basket.json");
        report("score", "score", "--rules", "rules", "--market", "US", "--format", "html");
        report("test", "test", "--rules", other.toString(), "--format", "html", "fixtures/article");
        report("compare", "compare", "--before", "rules", "--after", other.toString(), "--format", "html", "fixtures/article", "fixtures/money");
    }

    private void report(String name, String... args) throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Plaindeal.run(args, new Terminal(new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err), NOW));
        Files.createDirectories(SCREENS);
        Path page = SCREENS.resolve(name + ".html");
        Files.writeString(page, out.toString());
        browser.open(page.toUri().toString());
        Browser.await(() -> browser.run("document.readyState === 'complete' && !!document.querySelector('main')").asBoolean());
        looked(name);
    }
}
