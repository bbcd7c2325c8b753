package dev.plaindeal.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the studio is with 1,000 promotions and 10,000 orders, from key to picture, in a browser. Not a part of every build:
 * {@code mvn -q -B test -Dtest=StudioFigures}.
 */
class StudioFigures {

    private static final int PROMOTIONS = 1_000;
    private static final int ORDERS = 10_000;
    private static final int KEYS = 40;
    private static final List<String> MARKETS = List.of("US", "GB", "ID", "MY", "TH", "VN", "PH", "JP", "DE", "FR");
    private static final List<String> CURRENCIES = List.of("USD", "GBP", "IDR", "MYR", "THB", "VND", "PHP", "JPY", "EUR", "EUR");

    @TempDir
    Path folder;

    private String promotion(int i) {
        int market = i % MARKETS.size();
        return """
                // Promotion number %1$d.
                package promotions
                import dev.plaindeal.model.*

                rule "p-%1$d"
                when
                    $coupon : PlatformCoupon( code == "CODE%1$d", market == "%2$s" )
                then
                    $coupon.percentOff(10).whenSpending("%3$s 50");
                end
                """.formatted(i, MARKETS.get(market), CURRENCIES.get(market));
    }

    private void made() throws Exception {
        for (int i = 0; i < PROMOTIONS; i++) {
            Path file = folder.resolve("rules/promotions/m/p-" + i + ".drl");
            Files.createDirectories(file.getParent());
            Files.writeString(file, promotion(i));
        }
        Random random = new Random(7);
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            int market = random.nextInt(MARKETS.size());
            orders.add("{\"basket\":\"o-" + i + "\",\"market\":\"" + MARKETS.get(market) + "\",\"currency\":\"" + CURRENCIES.get(market)
                    + "\",\"at\":\"2026-11-23T01:00:00Z\",\"lines\":[{\"id\":\"1\",\"sku\":\"a\",\"store\":\"s\",\"unitPrice\":\"" + (20 + random.nextInt(200))
                    + "\"},{\"id\":\"2\",\"sku\":\"b\",\"store\":\"t\",\"unitPrice\":\"" + (5 + random.nextInt(90)) + "\"}],\"codes\":[\"CODE"
                    + (random.nextInt(PROMOTIONS / 10) * 10 + market) + "\"]}");
        }
        Files.write(folder.resolve("orders.jsonl"), orders);
        Path basket = folder.resolve("fixtures/p-0.basket.json");
        Files.createDirectories(basket.getParent());
        Files.writeString(basket, orders.get(0).replaceFirst("\"market\":\"..\",\"currency\":\"...\"", "\"market\":\"US\",\"currency\":\"USD\"")
                .replaceFirst("CODE\\d+", "CODE0"));
    }

    @Test
    void fromKeyToPicture() throws Exception {
        made();
        try (Browser browser = Browser.orSkipped();
                Studio studio = Studio.open(new StudioSetup(folder.resolve("rules"), folder.resolve("fixtures"),
                        Optional.of(folder.resolve("orders.jsonl")), 0, "token", Clock.systemUTC(), file -> new StudioSetup.Revised(StudioSetup.Since.SAME, "")))) {
            List<Double> paints = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                browser.open(studio.address().toString());
                Browser.await(() -> browser.run("document.body?.dataset.ready === 'yes'").asBoolean());
                paints.add(browser.run("performance.getEntriesByName('first-contentful-paint')[0].startTime").asDouble());
            }
            browser.click("[data-path='promotions/m/p-0.drl']");
            browser.awaitText("#receipt", "To pay");
            browser.awaitText("#impact", "of 10000 baskets");
            browser.run("""
                    window.figures = {receipt: [], impact: []};
                    for (const id of ['receipt', 'impact']) {
                      new MutationObserver(() => { if (window.pressed) requestAnimationFrame(() => figures[id].push(performance.now() - window.pressed)); })
                        .observe(document.getElementById(id), {childList: true});
                    }
                    true""");
            for (int i = 0; i < KEYS; i++) {
                int seen = browser.run("figures.impact.length").asInt();
                browser.run("(() => { const root = document.querySelector('#editor').shadowRoot; const content = root.querySelector('.cm-content'); content.focus();"
                        + " const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT); let node; let last;"
                        + " while ((node = walker.nextNode())) { if (/^\\d+$/.test(node.data) && !last) { last = node; } }"
                        + " const range = document.createRange(); range.selectNodeContents(last); const s = getSelection(); s.removeAllRanges(); s.addRange(range); return true; })()");
                Thread.sleep(60);
                browser.run("window.pressed = performance.now(); true");
                browser.type(String.valueOf(11 + i));
                Browser.await(() -> browser.run("figures.impact.length").asInt() > seen);
            }
            told("first paint", paints);
            told("key to receipt, 1,000 promotions", numbers(browser, "receipt"));
            told("key to what it does to 10,000 baskets", numbers(browser, "impact"));
        }
    }

    private static List<Double> numbers(Browser browser, String what) throws Exception {
        List<Double> numbers = new ArrayList<>();
        browser.run("figures." + what).forEach(number -> numbers.add(number.asDouble()));
        assertThat(numbers).isNotEmpty();
        return numbers;
    }

    private static void told(String what, List<Double> milliseconds) {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        System.out.println(String.format(Locale.ROOT, "%s: median %.0f ms, worst %.0f ms, of %d", what, sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() - 1), sorted.size()));
    }
}
