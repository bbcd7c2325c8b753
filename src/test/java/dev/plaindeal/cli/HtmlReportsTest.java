package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.cli.Desk.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportsTest {

    private static final String HOSTILE = "</td><script>alert('1')</script><img src=x onerror=alert(1)>\\\"&amp;";

    /** What our own pages are made of; anything else came out of a name. */
    private static final Set<String> TAGS = Set.of(
            "html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3", "p", "table", "caption", "thead", "tbody",
            "tr", "th", "td", "svg", "rect", "line", "circle", "text", "g", "ul", "li", "code", "strong", "details", "summary");

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z0-9]+)((?: [a-zA-Z0-9-]+=\"[^\"<>]*\")*)>");

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(folder);
    }

    private String page(int code, String... args) {
        Run run = desk.run(args);
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        return run.out();
    }

    private List<String> pages() {
        desk.write("old/promotions/us/us-save10.drl", Desk.SAVE10.replace("percentOff(10)", "percentOff(12)"));
        return List.of(
                page(0, "evaluate", "--rules", "./rules", "--format", "html", "./fixtures/shop/big.basket.json"),
                page(0, "evaluate", "--rules", "./rules", "--format", "html", "--frontier", "./fixtures/shop/big.basket.json"),
                page(0, "score", "--rules", "./rules", "--format", "html"),
                page(1, "compare", "--before", "./old", "--after", "./rules", "--format", "html", "./fixtures"),
                page(1, "test", "--rules", "./rules", "--format", "html", "./fixtures"),
                backtest());
    }

    /** An order that changes, one that does not, and a bad line. */
    private String backtest() {
        desk.write("orders.jsonl", Desk.json("<b>big</b>", "120.00", "SAVE10").replace("\n", " ") + "\n"
                + Desk.json("plain", "60.00", "NONE").replace("\n", " ") + "\n{\"basket\": 1}\n");
        return page(1, "backtest", "--before", "./old", "--after", "./rules", "--format", "html", "./orders.jsonl");
    }

    /** 12 % of 108.00 is 12.96, 10 % is 10.80. */
    @Test
    void aBacktestHasItsSumsAndBothReceiptsOfWhatChanged() {
        desk.write("old/promotions/us/us-save10.drl", Desk.SAVE10.replace("percentOff(10)", "percentOff(12)"));
        desk.write("old/promotions/pearl/pearl-tiers.drl", Desk.TIERS);
        assertThat(backtest()).containsSubsequence("2 orders: 1 touched. 1 line is bad.", "orders.jsonl:3:", "All orders in USD", "the buyers pay",
                "+2.16", "0 buyers pay less, together 0.00; 1 pay more, together 2.16", "By promotion", "us-save10", "x=\"0.00%\"", "12.96", "10.80", "-2.16",
                "By day", "&lt;b&gt;big&lt;/b&gt;: to pay USD 95.04, then USD 97.20 (+2.16)", "Before", "us-save10, code SAVE10", "USD -12.96",
                "After", "us-save10, code SAVE10", "USD -10.80").doesNotContain("plain: to pay");
    }

    @Test
    void allPromotionsAreAPlotOfSavingAgainstSimplicityWithItsTable() throws Exception {
        String page = page(0, "score", "--rules", "./rules", "--format", "html");
        int rows = page.split("<th scope=\"row\">[0-9]+\\. ", -1).length - 1;
        assertThat(rows).isPositive();
        assertThat(page.split("<circle", -1).length - 1).as("a point for each row of the table").isEqualTo(rows);
        assertThat(page).contains("takes nothing off").containsPattern("<title>[^<]+ in [A-Z]{2}</title>").containsPattern("data-label=\"Takes off\" class=\"num\">[0-9.]+ %");
    }

    @Test
    void everyReportIsOneFileThatAsksForNothing() throws Exception {
        for (String page : pages()) {
            assertThat(page).startsWith("<!doctype html>").endsWith("</html>\n");
            assertThat(page).doesNotContain("<script", "src=", "href=", "url(", "http:", "https:", "@import", "style=\"").doesNotContainPattern(" on[a-z]+=\"");
            wellFormed(page);
            letsInItsOwnStyleAlone(page);
        }
    }

    /** Bytes that are not those the hash is of are not used by any browser. */
    private static void letsInItsOwnStyleAlone(String page) throws Exception {
        String css = page.substring(page.indexOf("<style>") + "<style>".length(), page.indexOf("</style>"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
        assertThat(page).contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-" + Base64.getEncoder().encodeToString(hash) + "&#39;;");
    }

    private static void wellFormed(String page) {
        String body = page.substring("<!doctype html>".length()).replaceAll("(?s)<style>.*</style>", "");
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(body);
        while (tags.find()) {
            String tag = tags.group(2);
            assertThat(TAGS).contains(tag);
            if (!tags.group(1).isEmpty()) {
                assertThat(open.pop()).isEqualTo(tag);
            } else if (!tag.equals("meta")) {
                open.push(tag);
            }
        }
        assertThat(open).isEmpty();
        assertThat(TAG.matcher(body).replaceAll("")).as("text outside of tags").doesNotContain("<", ">");
    }

    @Test
    void namesAreTextWhateverTheyAre() {
        desk.write("fixtures/hostile.basket.json", Desk.json("hostile", "60.00", HOSTILE)
                .replace("\"cup\"", "\"" + HOSTILE + "\"").replace("\"basket\": \"hostile\"", "\"basket\": \"" + HOSTILE + "\""));
        String page = page(0, "evaluate", "--rules", "./rules", "--format", "html", "./fixtures/hostile.basket.json");
        wellFormed(page);
        assertThat(page).contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;", "&amp;amp;");
    }

    @Test
    void theWaterfallGoesFromTheListPriceToThePriceToPay() {
        String page = page(0, "evaluate", "--rules", "./rules", "--format", "html", "./fixtures/shop/big.basket.json");
        assertThat(page).containsSubsequence(
                "List price", "USD 120.00", "store threshold", "pearl-tiers", "USD -12.00", "USD 108.00", "platform coupon", "us-save10, code SAVE10",
                "USD -10.80", "USD 97.20", "To pay", "USD 97.20");
        assertThat(page).as("90 % of the bar is left, 10 % is the store's")
                .contains("class=\"pay\" x=\"0.00%\" y=\"15%\" width=\"90.00%\"", "class=\"store\" x=\"90.00%\" y=\"15%\" width=\"10.00%\"");
    }

    @Test
    void whoLosesMostComesFirst() {
        desk.basket("shop/middle", "200.00", "SAVE10");
        desk.write("old/promotions/us/us-save10.drl", Desk.SAVE10.replace("percentOff(10)", "percentOff(20)").replace("USD 20", "USD 15"));
        desk.write("old/promotions/pearl/pearl-tiers.drl", Desk.TIERS);
        String page = page(1, "compare", "--before", "./old", "--after", "./rules", "--format", "html", "./fixtures");
        assertThat(page).containsSubsequence("2 dearer", "shop/small", "+5.50", "shop/big", "+4.20", "shop/middle", "-3.80");
    }

    @Test
    void aBasketThatCannotBePricedIsToldAmongTheOthers() {
        desk.write("bad.json", "{ \"basket\": 1 }");
        Run run = desk.run("evaluate", "--rules", "./rules", "--format", "html", "./bad.json", "./fixtures/shop/big.basket.json");
        assertThat(run.code()).isEqualTo(1);
        wellFormed(run.out());
        assertThat(run.out()).contains("A basket that cannot be priced", "USD 97.20");
    }
}
