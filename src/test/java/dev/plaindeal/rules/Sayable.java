package dev.plaindeal.rules;

import dev.plaindeal.basket.AttributeOwner;
import dev.plaindeal.basket.AttributeType;
import dev.plaindeal.model.Word;
import dev.plaindeal.offer.AttributeField;
import dev.plaindeal.offer.DeclaredAttribute;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.grammar.FactFields;
import dev.plaindeal.rules.grammar.RuleFolder;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every word of a vocabulary said as somebody might say it. What each takes is worked out from its parameters, so that a
 * new word is said too.
 */
final class Sayable {

    /** Where the statements of the files below begin. */
    static final int LINE = 9;

    /** What a word takes where its parameter's name and type do not say enough. */
    private static final Map<String, List<String>> ARGUMENTS = Map.ofEntries(
            Map.entry("measuredOn", List.of("\"list price\"")),
            Map.entry("percentOf", List.of("\"list price\"")),
            Map.entry("inLayer", List.of("\"item-price\"")),
            Map.entry("rounding", List.of("\"down\"")),
            Map.entry("spread", List.of("\"equally\"")),
            Map.entry("spareCent", List.of("\"last line\"")),
            Map.entry("exclusive", List.of("\"always\"")),
            Map.entry("strategy", List.of("\"balanced\"")),
            Map.entry("layerOrder", List.of(
                    "\"item-price, store-coupon, store-threshold, platform-threshold, platform-coupon, shipping\"")),
            Map.entry("apart", List.of("\"one, other\"")),
            Map.entry("pricedBetween", List.of("\"USD 2\"", "\"USD 9\"")),
            Map.entry("from", List.of("\"2026-11-01\"", "\"UTC\"")),
            Map.entry("until", List.of("\"2026-12-01\"", "\"UTC\"")),
            Map.entry("onWeekdays", List.of("\"Monday, Tuesday\"", "\"America/New_York\"")),
            Map.entry("onDaysOfMonth", List.of("\"1, 15\"", "\"America/New_York\"")),
            Map.entry("betweenHours", List.of("\"12:00\"", "\"14:00\"", "\"America/New_York\"")),
            Map.entry("eligible", List.of("\"students\"")),
            Map.entry("nthItem", List.of("2", "\"50%\"")),
            Map.entry("eachAlone", List.of("\"brand\"")),
            Map.entry("setTier", List.of("2", "\"for USD 5\"")),
            Map.entry("nthOfSet", List.of("2", "\"50%\"")),
            Map.entry("tolerance", List.of("\"1.1\"")),
            Map.entry("timeZones", List.of("\"Europe/London\"")),
            Map.entry("reducedFrom", List.of("\"list price\"")),
            Map.entry("paidFromBalance", List.of("\"coins\"", "\"USD 0.01\"")),
            Map.entry("payableStep", List.of("\"USD 5\"", "\"down\"")),
            Map.entry("reviewed", List.of("\"2026-11-01\"")),
            Map.entry("adds", List.of("\"APP_LINK\"", "\"1.5\"", "\"opening the app\"")),
            Map.entry("platformPays", List.of("\"40%\"")));

    private static final Map<String, String> PATTERNS = Map.of(
            "StackingWords", "LayerStacking( layer == \"item-price\", market == \"any\" )",
            "Stacking", "Stacking( market == \"any\" )",
            "Step", "Step( kind == \"CODE\" )",
            "Market", "Market( code == \"US\" )");

    /** The one attribute that words can be said of. */
    private static final DeclaredAttributes DECLARED = new DeclaredAttributes(
            Map.of("tea", new DeclaredAttribute(
                    new AttributeField(AttributeType.TEXT, "tea"), AttributeOwner.BUYER, List.of(), "tea", false, DeclaredAttribute.Form.DAY)),
            Map.of());

    private static final Map<String, FileReader> READERS = RuleFolder.ALL.stream()
            .collect(Collectors.toMap(RuleFolder::folder, one -> new FileReader(one, new FactFields(RuleFolder.ALL), DECLARED)));

    private Sayable() {}

    /** The words that can be said to an object of this class, each overload, sorted. */
    static List<Method> words(Class<?> speaker) {
        return Arrays.stream(speaker.getMethods())
                .filter(method -> method.isAnnotationPresent(Word.class) && !method.isBridge())
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
                .toList();
    }

    static boolean isSaving(Method word) {
        return word.getAnnotation(Word.class).settles().equals(Word.SAVING);
    }

    static List<String> arguments(Method word) {
        List<String> known = ARGUMENTS.getOrDefault(word.getName(), List.of());
        if (known.size() == word.getParameterCount()) {
            return known;
        }
        return Arrays.stream(word.getParameters()).map(parameter -> argument(word, parameter)).toList();
    }

    private static String argument(Method word, Parameter parameter) {
        if (parameter.getType() == int.class) {
            return "2";
        }
        return switch (parameter.getName()) {
            case "percent" -> "\"12.5\"";
            case "saving" -> word.getName().equals("every") ? "\"USD 1\"" : "\"50%\"";
            // Half of what reaches the tier is more than 5, and a most that always holds would leave nothing to round.
            case "most" -> word.getName().equals("tier") ? "\"USD 15\"" : "\"USD 5\"";
            case "amount", "price", "off", "least", "worth", "low", "high" -> "\"USD 5\"";
            case "spend" -> "\"USD 20\"";
            case "period" -> "\"month\"";
            case "zone" -> "\"America/New_York\"";
            case "seconds" -> "\"1.5\"";
            default -> "\"tea\"";
        };
    }

    /** With its usual arguments, and with smaller and larger numbers where it takes any. */
    static List<String> waysToSay(Method word) {
        return List.of(
                said(word),
                said(word.getName(), with(word, "1", "\"USD 0.30\"")),
                said(word.getName(), with(word, "3", "\"USD 6.50\"")),
                said(word.getName(), with(word, "12", "\"USD 60\"")));
    }

    private static List<String> with(Method word, String number, String amount) {
        return arguments(word).stream()
                .map(one -> one.equals("2") ? number : one.matches("\"USD (5|20)\"") ? amount : one)
                .toList();
    }

    static String said(Method word) {
        return said(word.getName(), arguments(word));
    }

    static String said(String word, List<String> arguments) {
        return "." + word + arguments.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    /** A promotion whose statements begin in line {@link #LINE}. */
    static String promotion(String fact, String... statements) {
        String code = fact.endsWith("Coupon") ? "code == \"TEN\", " : "";
        String store = fact.startsWith("Store") ? "store == \"pearl-house\", " : "";
        return file("promotions", fact + "( " + code + store + "market == \"US\" )", statements);
    }

    /** A file of another folder whose rule speaks to the class's own fact. */
    static String rule(String folder, Class<?> speaker, String... statements) {
        return file(folder, PATTERNS.get(speaker.getSimpleName()), statements);
    }

    private static String file(String folder, String pattern, String... statements) {
        String words = Arrays.stream(statements).map(words1 -> "    $it" + words1 + ";\n").collect(Collectors.joining());
        return "// One of many.\npackage " + folder + "\nimport dev.plaindeal.model.*\n\nrule \"one\"\nwhen\n    $it : " + pattern
                + "\nthen\n" + words + "end\n";
    }

    /** The file as it is understood, before Drools sees it. */
    static ReadFile read(String folder, String text) {
        RuleFile file = RuleFiles.of(Map.of(folder + "/one.drl", text)).files().values().iterator().next();
        return READERS.get(folder).read(file);
    }

    static List<Problem> problems(String folder, String text) {
        return read(folder, text).problems();
    }

    /** What words about balances stand beside; it is no saving, and takes hardly any other word. */
    private static final String BALANCE = ".percentOff(\"12.5\").paidFromBalance(\"coins\", \"USD 0.01\")";

    /** Statements that each say one saving as simply as can be. */
    static List<String> savings() {
        List<String> savings = new ArrayList<>(List.of(
                ".tier(\"USD 5\", \"20%\").tier(\"USD 20\", \"10%\")", ".setOf(2).percentOff(\"12.5\")", ".setOf(2).forPrice(\"USD 5\")", ".cheapestOff(\"USD 1\")",
                ".nthItem(2, \"USD 1\")", ".shippingOff(\"USD 1\")", ".tier(\"USD 20\", \"USD 1\")", ".every(2, \"USD 1\")",
                ".percentOff(\"12.5\").onlySkus(\"tea, pot, lid\").whenSpending(\"USD 20\")",
                ".percentOff(\"12.5\").until(\"2026-12-01\", \"UTC\")", ".shippingFor(\"USD 1\")"));
        words(dev.plaindeal.model.PromotionWords.class).stream()
                .filter(Sayable::isSaving)
                .map(Sayable::said)
                .forEach(savings::add);
        return savings;
    }

    /** A saving beside which this word is taken, if there is one. */
    static Optional<String> savingFor(String fact, String word) {
        return Stream.concat(savings().stream(), Stream.of(BALANCE))
                .filter(saving -> problems("promotions", promotion(fact, saving + word)).isEmpty())
                .findFirst();
    }
}
