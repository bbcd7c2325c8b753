package dev.plaindeal.rules;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Client;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.model.ChanceFacts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.policy.Layer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes rule files as people might write them, and baskets that some of them match. The same seed makes the same. */
public final class HonestFiles {

    /** Texts that mean nothing special here, although they do elsewhere. */
    private static final List<String> NAMES = List.of(
            "pearl", "house", "tea & co", "it's", "a'b\"".replace("\"", ""), "{x}", "${x}", "@{x}", "#1", "100%", "null", "true",
            "1", "", " blank ", "Ünïcödé", "真珠", "متجر", "🫖", "a,b", "x == y", "//x", "/*x*/", "end", "when", "rule", "(x)", "a;b",
            "-", "?", "*", "~", "Pearl", "PEARL", "nil", "empty", "this", "$c", "a|b", "a||b", "&&", "<b>");

    /** Some that many baskets hold, so that rules about lines meet them. */
    private static final List<String> COMMON = List.of("pearl", "house", "真珠");

    private static final List<String> CODES = List.of("SAVE10", "TEA5", "IT'S", "10%", "真珠", "STRASSE", "A-1", "XY", "${C}");
    private static final List<String> MARKETS = List.of("US", "GB", "ID", "MY", "JP");
    private static final List<String> CURRENCIES = List.of("USD", "GBP", "IDR");
    private static final List<String> AMOUNTS = List.of(
            "USD 10", "USD 10.00", "USD 5.5, GBP 10", "IDR 1000,USD 0.01", "GBP 9.99", "USD 10.01", "IDR  1000", "JPY 700", "USD 0");
    /** In minor units: at the amounts and beside them. */
    private static final List<Long> PRICES = List.of(1_000L, 1_000L, 999L, 1_001L, 550L, 100_000L, 0L, 1L);

    private static final List<String> CHANNELS = List.of("live", "short-video", "shelf", "independent-site");
    private static final List<String> LOCALES = List.of("en-US", "id-ID", "ar", "ja-JP");

    private static final List<String> TIERS = List.of("silver", "gold", "it's 1");
    private static final String ATTRIBUTES = """
            // What this shop knows besides.
            package attributes
            import dev.plaindeal.model.*;

            rule "tier" when $a : Attribute( name == "member-tier" ) then $a.ofBuyer().text("silver, gold, it's 1").says("member tier"); end
            rule "age" when $a:Attribute(name=="Age_2.0") then $a.number(); $a.ofBuyer().says("age"); end
            rule "vip" when $vip : Attribute( name == "vip" ) then $vip.says("VIP").buyerChooses().ofBasket().yesNo(); end
            rule "desk" when $a : Attribute( name == "1" ) then $a.ofBasket().text().says("desk"); end
            rule "floors" when $a : Attribute( name == "floors" ) then $a.ofStore().number().says("floors"); end
            rule "city" when $a : Attribute( name == "city" ) then $a.ofStore().text().says("city"); end
            rule "grade" when $a : Attribute( name == "grade" ) then $a.ofLine().number().says("grade"); end
            rule "scent" when $a : Attribute( name == "scent_1" ) then $a.ofLine().text().says("scent"); end
            rule "cold" when $a : Attribute( name == "cold" ) then $a.ofLine().yesNo().says("cold"); end
            """;

    private final SplittableRandom random;

    public HonestFiles(long seed) {
        random = new SplittableRandom(seed);
    }

    public Map<String, String> files(int count) {
        Map<String, String> files = new HashMap<>();
        files.put("attributes/shop/attributes.drl", ATTRIBUTES);
        for (int i = 0; i < count; i++) {
            String folder = pick(List.of("us/", "pearl-house/", "uk/christmas/", ""));
            files.put("promotions/" + folder + "p" + i + ".drl", file("p" + i));
        }
        return files;
    }

    private String file(String id) {
        String variable = pick(List.of("$c", "$coupon", "$store_1", "$$", "$X"));
        ChanceKind kind = pick(List.of(ChanceKind.values()));
        String text = pick(List.of("", "// " + pick(NAMES) + " 10 % off, \"today\" only \\ /* ? 真珠 🫖\n//\n"))
                + "package promotions" + maybe(";") + maybe(" // the package") + "\n"
                + maybe("\n") + "import dev.plaindeal.model.*" + maybe(";") + "\n\n"
                + "rule \"" + id + "\"" + space() + maybe("// the rule\n") + "when" + space() + variable + maybe(" ") + ":" + maybe("\t")
                + ChanceFacts.name(kind) + maybe(" ") + "(" + space() + conditions(kind) + maybe(" ") + ")" + lines(variable, kind)
                + space() + "then"
                + space() + statements(variable, kind) + maybe("// done\n") + "end" + maybe("\n") + maybe("// bye");
        return random.nextInt(4) == 0 ? text.replace("\n", "\r\n") : text;
    }

    private String conditions(ChanceKind kind) {
        List<String> conditions = new ArrayList<>();
        if (kind.ofCode()) {
            conditions.add(text("code", CODES, List.of("==", "in")));
        }
        if (kind.ofStore() && random.nextInt(4) > 0) {
            conditions.add(text("store", NAMES, List.of("==", "in", "!=", "not in")));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            conditions.add(anyCondition(kind));
        }
        java.util.Collections.shuffle(conditions, new java.util.Random(random.nextLong()));
        return String.join("," + space(), conditions);
    }

    private String anyCondition(ChanceKind kind) {
        List<String> all = List.of("==", "!=", "in", "not in");
        return switch (random.nextInt(kind.ofStore() ? 20 : 16)) {
            case 0 -> text("market", MARKETS, all);
            case 1 -> text("currency", CURRENCIES, all);
            case 2 -> text("channel", CHANNELS, all);
            case 3 -> text("locale", LOCALES, all);
            case 4 -> text("shippingMethod", NAMES, all);
            case 5 -> text("segments", NAMES, List.of("contains", "not contains"));
            case 6 -> text("skus", NAMES, List.of("contains", "not contains"));
            case 7 -> text("categories", NAMES, List.of("contains", "not contains"));
            case 8 -> text("brands", NAMES, List.of("contains", "not contains"));
            case 9 -> "newBuyer " + pick(List.of("== true", "== false", "!= true", "!= false"));
            case 10 -> number("priorOrders");
            case 11 -> text("tags", NAMES, List.of("contains", "not contains"));
            case 12 -> text("paymentMethod", NAMES, all);
            case 13 -> text("client", List.of("app", "web"), all);
            case 14 -> ofBuyer(all);
            case 15 -> ofBasket(all);
            case 16 -> text("text(\"city\")", NAMES, all);
            case 17 -> number("number( \"floors\" )");
            case 18 -> "crossBorder" + pick(List.of("==", "!=")) + "true";
            default -> "fullManaged == false";
        };
    }

    private String ofBuyer(List<String> all) {
        return random.nextBoolean() ? text("text(\"member-tier\")", TIERS, all) : number("number(\"Age_2.0\")");
    }

    private String ofBasket(List<String> all) {
        return random.nextBoolean()
                ? text("text" + space() + "(\"1\" )", NAMES, all)
                : "flag(\"vip\")" + pick(List.of("==", "!=")) + pick(List.of("true", " false"));
    }

    /** Up to three lines behind the first pattern, in every second file. */
    private String lines(String variable, ChanceKind kind) {
        StringBuilder all = new StringBuilder();
        List<String> named = new ArrayList<>();
        for (int i = random.nextBoolean() ? random.nextInt(4) : 0; i > 0; i--) {
            String name = pick(List.of("$l", "$line_", "$$$", "$Tea")) + i;
            String begin = pick(List.of("exists" + space(), "not" + space(), name + maybe(" ") + ":" + maybe(" "), name + " : "));
            all.append(space()).append(maybe("// a line\n")).append(begin).append("Line").append(maybe(" ")).append("(").append(space())
                    .append(lineConditions(variable, kind, named)).append(maybe(" ")).append(")");
            if (begin.startsWith("$")) {
                named.add(name);
            }
        }
        return all.toString();
    }

    private String lineConditions(String variable, ChanceKind kind, List<String> named) {
        List<String> conditions = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            conditions.add(lineCondition());
        }
        if (random.nextInt(3) == 0) {
            conditions.add(besideFirst(variable, kind));
        }
        if (!named.isEmpty() && random.nextInt(3) > 0) {
            conditions.add(besideLine(pick(named)));
        }
        return String.join("," + space(), conditions);
    }

    private String lineCondition() {
        List<String> names = random.nextBoolean() ? COMMON : NAMES;
        return switch (random.nextInt(8)) {
            case 0, 1 -> text(pick(List.of("sku", "store", "category", "brand", "id")), names, List.of("==", "!=", "in", "not in"));
            case 2 -> text(pick(List.of("categories", "tags")), names, List.of("contains", "not contains"));
            case 3 -> "reduced " + pick(List.of("==", "!=")) + pick(List.of(" true", " false"));
            case 4 -> ofLine(names);
            case 5, 6 -> pick(List.of("pricedFrom", "pricedTo")) + maybe(" ") + "(" + maybe(space()) + "\"" + pick(AMOUNTS) + "\"" + maybe(" ")
                    + ") " + pick(List.of("==", "!=")) + pick(List.of(" true", "false", " false"));
            default -> number("quantity");
        };
    }

    private String ofLine(List<String> names) {
        return switch (random.nextInt(3)) {
            case 0 -> text("text( \"scent_1\")", names, List.of("==", "!=", "in", "not in"));
            case 1 -> number("number(\"grade\")");
            default -> "flag(\"cold\")" + pick(List.of("==", "!=")) + pick(List.of("true", " false"));
        };
    }

    private String besideFirst(String variable, ChanceKind kind) {
        return switch (random.nextInt(kind.ofStore() ? 6 : 4)) {
            case 0 -> "quantity " + pick(List.of("==", "!=", "<", "<=", ">", ">=")) + " " + variable + ".priorOrders";
            case 1 -> "reduced " + pick(List.of("==", "!=")) + variable + ".newBuyer";
            case 2 -> pick(List.of("categories", "tags")) + pick(List.of(" contains ", " not contains ")) + variable + ".paymentMethod";
            case 3 -> pick(List.of("brand", "sku")) + pick(List.of(" == ", " != ")) + variable + ".shippingMethod";
            default -> "store " + pick(List.of("==", "!=")) + " " + variable + ".store";
        };
    }

    private String besideLine(String other) {
        String text = pick(List.of("brand", "sku", "category", "store", "id"));
        return switch (random.nextInt(5)) {
            case 0, 1 -> text + " " + pick(List.of("==", "!=")) + " " + other + "." + pick(List.of(text, text, "brand"));
            case 2 -> pick(List.of("categories", "tags")) + pick(List.of(" contains ", " not contains ")) + other + "." + text;
            case 3 -> "reduced == " + other + ".reduced";
            default -> "quantity" + pick(List.of("==", "!=", "<", "<=", ">", ">=")) + other + ".quantity";
        };
    }

    private String number(String field) {
        String operator = pick(List.of("==", "!=", "<", "<=", ">", ">=", "in", "not in"));
        String values = operator.endsWith("in") ? "(0, " + random.nextInt(4) + ")" : String.valueOf(random.nextInt(-1, 4));
        return field + " " + operator + " " + values;
    }

    private String text(String field, List<String> from, List<String> operators) {
        String operator = pick(operators);
        if (!operator.endsWith("in")) {
            return field + " " + operator + " \"" + pick(from) + "\"";
        }
        return field + " " + operator + " ( \"" + pick(from) + "\"" + maybe(" ") + ", \"" + pick(from) + "\" )";
    }

    private String statements(String variable, ChanceKind kind) {
        StringBuilder all = new StringBuilder();
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            String saving = kind.layer() == Layer.SHIPPING ? shippingSaving() : saving();
            all.append(variable).append(maybe("\n   ")).append(saving);
            for (String word : words()) {
                if (suits(word, saving, kind)) {
                    all.append(maybe("\n        ")).append(word);
                }
            }
            all.append(maybe(" ")).append(";\n");
        }
        return all.toString();
    }

    private String saving() {
        int n = random.nextInt(1, 90);
        return pick(List.of(
                ".percentOff(" + n + ")",
                ".percentOff(\"" + n + ".5\")",
                ".amountOff(\"USD " + n + ", GBP " + n + "\")",
                ".amountOffEach( \"USD 1.50\" )",
                ".tier(\"USD 50\", \"USD 5\").tier(\"USD 100\", \"12%\")",
                ".every(\"USD 30\", \"USD 3\").upTo(" + n + ")",
                ".every(3, \"USD 3\")",
                ".setOf(3).forPrice(\"USD 10\")",
                ".nthItem(2, \"50%\")",
                ".buyGet(2, 1)",
                ".buyGet(2, 1, \"50%\").upTo(1)",
                ".cheapestOff(\"USD 4\")",
                ".freeShipping().inLayer(\"shipping\")",
                ".shippingFor(\"USD 0\")",
                ".gift(\"CUP\", \"A cup, 真珠\")",
                ".gift(\"CUP\", \"A cup\").worth(\"USD 12, GBP 9\").giftsPer(2, 1).upTo(" + n + ")"));
    }

    /** Nobody writes a word that says nothing about the saving, and it would be refused. */
    private static boolean suits(String word, String saving, ChanceKind kind) {
        boolean percent = saving.contains("%") || saving.contains("percentOff") || saving.matches(".*(buyGet|freeShipping)\\(.*");
        boolean onGoods = !saving.matches("(?i).*(shipping|gift).*");
        boolean deal = saving.matches(".*(setOf|nthItem|buyGet|cheapestOff).*");
        return switch (word.substring(1, word.indexOf('('))) {
            case "announced" -> kind.ofCode();
            case "roundEachLine", "rounding" -> percent;
            case "neverBelow" -> onGoods;
            case "itemsPerLine" -> onGoods && !saving.contains("cheapestOff");
            case "dearestFirst" -> deal;
            case "spareCent" -> percent || !saving.matches(".*(amountOffEach|nowPrice|cheapestOff|gift|shippingFor).*");
            case "atMost", "budgetPerBuyer", "sharedBudget" -> !saving.contains("gift");
            case "limitPerStore" -> kind.ofStore();
            case "budgetPerStore" -> kind.ofStore() && !saving.contains("gift");
            default -> true;
        };
    }

    private String shippingSaving() {
        return pick(List.of(".freeShipping()", ".shippingOff(\"50%\")", ".shippingFor(\"USD 1, GBP 1\")"));
    }

    private Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            words.add(pick(List.of(
                    ".atMost(\"USD 20\")", ".neverBelow(\"USD 1\")", ".onlyCategories(\"tea, cups\")", ".exceptSkus(\"A\")", ".onlyTags(\"new\")", ".exceptTags(\"tea, new\")",
                    ".notOnReduced()", ".until(\"2026-12-01\", \"America/New_York\")", ".from(\"2026-11-01T08:00\",\"Asia/Jakarta\")",
                    ".onWeekdays(\"Saturday, Sunday\", \"Asia/Jakarta\")", ".betweenHours(\"22:00\", \"02:00\", \"Asia/Jakarta\")",
                    ".paidByStore()", ".typedIn()", ".eligible(\"it's for {you}, 真珠 // not a comment\")", ".smallPrint(120)",
                    ".exclusive()", ".group(\"tea\")", ".order(3)", ".announced()", ".limitPerBuyer(1)", ".limitInAll(50, \"week\", \"Asia/Jakarta\")", ".limitPerStore(70)", ".budgetPerStore(\"USD 300, JPY 30000, KWD 95.500\", \"month\", \"Asia/Jakarta\")", ".budgetPerBuyer(\"USD 40, JPY 4000, KWD 12.500\")", ".sharedBudget(\"autumn\", \"USD 400, JPY 40000, KWD 125.500\")", ".roundEachLine()",
                    ".rounding(\"half even\")", ".spareCent(\"last line\")", ".itemsPerLine(2)", ".dearestFirst()")));
        }
        return words;
    }

    /** A basket whose values come from the same few as those the files ask for. */
    Basket basket() {
        Currency currency = Currency.of(pick(CURRENCIES));
        List<Line> lines = new ArrayList<>();
        Set<Store> stores = new LinkedHashSet<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            String store = name();
            if (stores.stream().noneMatch(known -> known.id().equals(store))) {
                stores.add(new Store(store, random.nextBoolean(), random.nextBoolean()).withAttributes(ofStore()));
            }
            lines.add(new Line("l" + i, name(), store, List.copyOf(names()), pick(random.nextBoolean() ? COMMON : NAMES), names(),
                    new Money(pick(PRICES), currency), random.nextBoolean() ? Optional.of(new Money(1200, currency)) : Optional.empty(),
                    Optional.empty(), random.nextInt(1, 4), ofLine()));
        }
        return new Basket("b", pick(MARKETS), currency, pick(LOCALES), Channel.find(pick(CHANNELS)).orElseThrow(), Instant.EPOCH,
                buyer(), List.copyOf(stores), lines, Map.of(),
                pick(NAMES), pick(NAMES), Optional.of(pick(List.of(Client.values()))), codes(), Remaining.UNTOUCHED, ofBasket());
    }

    private Buyer buyer() {
        int orders = random.nextInt(4);
        return new Buyer("", orders == 0 && random.nextBoolean(), orders, Set.of(name())).withAttributes(ofBuyer());
    }

    private Attributes ofBasket() {
        Attributes desk = random.nextBoolean() ? Attributes.NONE : Attributes.NONE.with("1", name());
        return random.nextBoolean() ? desk : desk.with("vip", random.nextBoolean());
    }

    private Attributes ofBuyer() {
        Attributes tier = random.nextBoolean() ? Attributes.NONE : Attributes.NONE.with("member-tier", pick(TIERS));
        return random.nextBoolean() ? tier : tier.with("Age_2.0", random.nextInt(-1, 4));
    }

    private Attributes ofStore() {
        Attributes city = random.nextBoolean() ? Attributes.NONE : Attributes.NONE.with("city", name());
        return random.nextBoolean() ? city : city.with("floors", random.nextInt(-1, 4));
    }

    private Attributes ofLine() {
        Attributes scent = random.nextBoolean() ? Attributes.NONE : Attributes.NONE.with("scent_1", name());
        Attributes grade = random.nextBoolean() ? scent : scent.with("grade", random.nextInt(-1, 4));
        return random.nextBoolean() ? grade : grade.with("cold", random.nextBoolean());
    }

    /** What a basket may name a thing. */
    private String name() {
        return random.nextBoolean() ? pick(COMMON) : pick(NAMES.stream().filter(name -> !name.isBlank() && name.strip().equals(name)).toList());
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            names.add(name());
        }
        return names;
    }

    private List<String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String code = pick(CODES);
            codes.put(dev.plaindeal.basket.Code.normal(code), code);
        }
        return List.copyOf(codes.values());
    }

    private String space() {
        return pick(List.of(" ", "\n", "\t", "\n    ", "  \n\n "));
    }

    private String maybe(String text) {
        return random.nextBoolean() ? text : "";
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
