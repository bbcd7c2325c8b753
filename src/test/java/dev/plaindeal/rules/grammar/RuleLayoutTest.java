package dev.plaindeal.rules.grammar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.HonestFiles;
import dev.plaindeal.rules.Inspection;
import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.rules.RuleFiles;
import dev.plaindeal.rules.grammar.RuleLayout.LaidOut;
import dev.plaindeal.weights.StepKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A layout changes how a rule file looks and nothing else. */
class RuleLayoutTest {

    private static final long SEED = 20_261_101;

    private static String laidOut(String text) {
        LaidOut laidOut = RuleLayout.of("rules/promotions/x.drl", text.getBytes(UTF_8));
        assertThat(laidOut.problems()).as(text).isEmpty();
        return laidOut.text();
    }

    /** Every folder of rules in this repository. */
    static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
            List<Path> folders = new ArrayList<>(List.of(Path.of("rules")));
            files.filter(file -> file.endsWith("rules") && Files.isDirectory(file.resolve("promotions")))
                    .sorted()
                    .forEach(folders::add);
            return folders;
        }
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".drl")).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theBookBeforeAndAfterIsTheSame(Path folder) throws IOException {
        Map<String, String> before = texts(folder);
        Map<String, String> after = new TreeMap<>(before);
        after.replaceAll((path, text) -> RuleLayout.of(path, text.getBytes(UTF_8)).text());
        assertThat(said(Inspection.of(RuleFiles.of(after)))).isEqualTo(said(Inspection.of(RuleFiles.of(before))));
        after.forEach((path, text) -> assertThat(RuleLayout.of(path, text.getBytes(UTF_8)).text()).as(path).isEqualTo(text));
    }

    /** Everything a book says, in a form that two books can be compared by. */
    private static List<Object> said(Inspection inspection) {
        List<Object> said = new ArrayList<>();
        RuleBook book = inspection.rules();
        inspection.problems().stream().map(Problem::code).sorted().forEach(said::add);
        book.promotions().values().forEach(promotion -> said.addAll(said(promotion)));
        for (String market : List.of("any", "US", "ID", "DE", "TH", "MY", "JP")) {
            for (Channel channel : Channel.values()) {
                said.add(book.policy(market, channel));
                for (StepKind kind : book.weighsSteps() ? StepKind.values() : new StepKind[0]) {
                    said.add(book.weights(market, channel).seconds(kind));
                }
            }
        }
        if (book.weighsSteps()) {
            said.addAll(book.markets().named());
        }
        return said;
    }

    private static List<Object> said(Promotion promotion) {
        return List.of(promotion.id(), promotion.kind(), promotion.conditions(), promotion.lines(), promotion.says(), promotion.offers());
    }

    private static final String MESSY =
            """
            //10 % off, for  US shoppers.
            // Paid by the platform.

            package   promotions ;
            import dev.plaindeal.model . * ; // the usual
            rule
            "us-save10" when
              $coupon:PlatformCoupon(code=="SAVE10",   market in("US","CA") // two markets
                , priorOrders>-1)
            then $coupon.percentOff( 10 )
                // not too much
                .atMost( "USD 20, CAD 25" ) ;
              $coupon . gift("cup" ,"A cup");

            end
            // That is all.
            """;

    private static final String NEAT =
            """
            // 10 % off, for  US shoppers.
            // Paid by the platform.

            package promotions
            import dev.plaindeal.model.* // the usual

            rule "us-save10"
            when
                $coupon : PlatformCoupon( code == "SAVE10", market in ("US", "CA") // two markets
                    , priorOrders > -1 )
            then
                $coupon.percentOff(10)
                    // not too much
                    .atMost("USD 20, CAD 25");
                $coupon.gift("cup", "A cup");
            end

            // That is all.
            """;

    @Test
    void laysOut() {
        assertThat(laidOut(MESSY)).isEqualTo(NEAT);
        assertThat(laidOut(NEAT)).isEqualTo(NEAT);
        assertThat(laidOut(MESSY.replace("\n", "\r\n"))).isEqualTo(NEAT);
    }

    private static final String MESSY_LINES =
            """
            package promotions
            import dev.plaindeal.model.*
            rule "x" when $b:PlatformBasket(market=="MY") // everybody
            $phone:Line(category=="phone",brand!="")   exists
               Line( category in("case","bag"),brand==$phone . brand )
              // never with anything reduced

              // or used
              not Line(reduced==true) exists Line() then $b.percentOff(5); end
            """;

    private static final String NEAT_LINES =
            """
            package promotions
            import dev.plaindeal.model.*

            rule "x"
            when
                $b : PlatformBasket( market == "MY" ) // everybody
                $phone : Line( category == "phone", brand != "" )
                exists Line( category in ("case", "bag"), brand == $phone.brand )
                // never with anything reduced

                // or used
                not Line( reduced == true )
                exists Line( )
            then
                $b.percentOff(5);
            end
            """;

    /** Each pattern begins a line of its own. */
    @Test
    void laysOutWhatIsAskedOfLines() {
        assertThat(laidOut(MESSY_LINES)).isEqualTo(NEAT_LINES);
        assertThat(laidOut(NEAT_LINES)).isEqualTo(NEAT_LINES);
    }

    @Test
    void breaksLongPatternsOfLinesAndNoReference() {
        String joins = "brand == $a_phone_of_any_brand.brand, store != $a_phone_of_any_brand.store, ".repeat(3);
        String text = "package promotions import dev.plaindeal.model.* rule \"x\" when $s : PlatformBasket( market == \"ID\" ) "
                + "$a_phone_of_any_brand : Line( ) exists Line( " + joins + "quantity > $a_phone_of_any_brand.quantity ) "
                + "then $s.percentOff(5); end";
        String laidOut = laidOut(text);
        assertThat(laidOut.lines().toList()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        assertThat(laidOut.lines().filter(line -> line.startsWith("        ")).toList())
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.matches(" {8}(brand|store|quantity) .*[,)]"));
        assertThat(laidOut(laidOut)).isEqualTo(laidOut);
    }

    @Test
    void breaksLongLinesBetweenWordsThenInsideThem() {
        String words = ".tier(\"IDR 500000\", \"IDR 50000\")".repeat(7);
        String stores = "store in (" + "\"a-store-of-some-length\", ".repeat(8) + "\"last\")";
        String text = "package promotions import dev.plaindeal.model.* rule \"x\" when $s : StoreBasket( " + stores
                + ", market == \"ID\" ) then $s" + words + "; end";
        assertThat(laidOut(text).lines().toList()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120))
                .contains("    $s.tier(\"IDR 500000\", \"IDR 50000\").tier(\"IDR 500000\", \"IDR 50000\").tier(\"IDR 500000\", \"IDR 50000\")")
                .contains("        \"a-store-of-some-length\", \"last\"), market == \"ID\" )");
        assertThat(laidOut(laidOut(text))).isEqualTo(laidOut(text));
    }

    @Test
    void leavesBrokenFilesAlone() throws IOException {
        for (Path folder : List.of(Path.of("fixtures/_broken"), Path.of("fixtures/_attacks"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".drl")).toList()) {
                    LaidOut laidOut = RuleLayout.of(file.toString(), Files.readAllBytes(file));
                    boolean parses = laidOut.problems().isEmpty();
                    String again = parses ? RuleLayout.of(file.toString(), laidOut.text().getBytes(UTF_8)).text() : "";
                    assertThat(parses && !again.equals(laidOut.text())).as(file.toString()).isFalse();
                }
            }
        }
        String broken = "package promotions\nrule x";
        assertThat(RuleLayout.of("x", broken.getBytes(UTF_8)).text()).isEqualTo(broken);
        assertThat(RuleLayout.of("x", broken.getBytes(UTF_8)).problems()).isNotEmpty();
    }

    /** Blanks and line ends anywhere between its words give a file without comments back as it was. */
    @Test
    void blanksMeanNothing() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (Path folder : folders()) {
            for (Map.Entry<String, String> file : texts(folder).entrySet()) {
                List<Token> tokens = tokens(file.getValue());
                if (RuleLayout.of("x", file.getValue().getBytes(UTF_8)).problems().isEmpty()) {
                    String straight = laidOut(spread(tokens, random, 100, 0));
                    String spread = spread(tokens, random, 40, 0);
                    assertThat(laidOut(spread)).as("seed " + SEED + " " + file.getKey() + "\n" + spread).isEqualTo(straight);
                }
            }
        }
    }

    /** Comments between any two words: none is lost or moved past a word, and twice gives the same. */
    @Test
    void commentsStayWhereTheyStand() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> files = new ArrayList<>(texts(Path.of("rules")).values());
        for (int round = 0; round < 600; round++) {
            List<Token> tokens = tokens(files.get(random.nextInt(files.size())));
            String spread = spread(tokens, random, 30, 5 + random.nextInt(30));
            String once = laidOut(spread);
            assertThat(laidOut(once)).as("seed " + SEED + " round " + round + "\n" + spread).isEqualTo(once);
            assertThat(order(once)).as("seed " + SEED + " round " + round + "\n" + spread).isEqualTo(order(spread));
        }
    }

    @Test
    void whatPeopleMightWriteSaysTheSame() {
        HonestFiles honest = new HonestFiles(SEED);
        Map<String, String> all = honest.files(2000);
        Map<String, String> allLaidOut = new HashMap<>();
        all.forEach((path, text) -> {
            String laidOut = laidOut(text);
            allLaidOut.put(path, laidOut);
            assertThat(laidOut(laidOut)).as("seed " + SEED + "\n" + text).isEqualTo(laidOut);
            assertThat(laidOut.lines().filter(line -> !line.contains("//")).mapToInt(String::length).max().orElse(0))
                    .as(laidOut)
                    .isLessThanOrEqualTo(LayoutPage.WIDEST);
        });
        Map<String, Promotion> before = RuleBook.load(RuleFiles.of(all)).promotions();
        Map<String, Promotion> after = RuleBook.load(RuleFiles.of(allLaidOut)).promotions();
        assertThat(after).hasSameSizeAs(before).hasSize(2000);
        before.forEach((id, promotion) -> assertThat(said(after.get(id))).as("seed " + SEED + " " + id).isEqualTo(said(promotion)));
    }

    private static List<Token> tokens(String text) {
        RuleLines source = new RuleLines("x", text);
        List<Token> tokens = new Lexer(source, new FileProblems(source)).tokens();
        return tokens.subList(0, tokens.size() - 1);
    }

    /** The tokens again, with line ends and comments between some of them, out of a hundred. */
    private static String spread(List<Token> tokens, SplittableRandom random, int lineEnds, int comments) {
        StringBuilder text = new StringBuilder();
        boolean nameGoesOn = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean header = i < 9;
            text.append(token.is(Token.Kind.TEXT) ? '"' + token.text() + '"' : token.text());
            boolean pathGoesOn = header && i + 1 < tokens.size() && (token.is(".") || tokens.get(i + 1).is("."));
            nameGoesOn = pathGoesOn || header && (token.is("package") || token.is("import"));
            if (!nameGoesOn && random.nextInt(100) < comments) {
                text.append(random.nextBoolean() ? " // c" : "\n  // c").append(i).append("\n".repeat(1 + random.nextInt(3)));
            } else if (!nameGoesOn && random.nextInt(100) < lineEnds) {
                text.append("\n".repeat(1 + random.nextInt(2))).append(" ".repeat(random.nextInt(5)));
            } else {
                text.append(' ');
            }
        }
        return text.toString();
    }

    /** Words and comments in the order they stand. */
    private static List<String> order(String text) {
        RuleLines source = new RuleLines("x", text);
        FileProblems findings = new FileProblems(source);
        Lexer lexer = new Lexer(source, findings);
        Map<SourceSpot, String> order = new TreeMap<>();
        lexer.tokens().forEach(token -> order.put(token.at(), token.text()));
        lexer.comments().forEach(comment -> order.put(comment.at(), "//" + comment.text().strip()));
        return List.copyOf(order.values());
    }
}
