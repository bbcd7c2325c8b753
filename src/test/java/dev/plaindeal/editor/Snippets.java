package dev.plaindeal.editor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plaindeal.model.ChanceFacts;
import dev.plaindeal.model.LayerStacking;
import dev.plaindeal.model.Market;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.model.Stacking;
import dev.plaindeal.model.Step;
import dev.plaindeal.model.Word;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.PriceBound;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the editor's snippets out of the words themselves, so that the two cannot drift apart. */
final class Snippets {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Snippets() {}

    /** The whole snippet file: a skeleton for each kind of chance, then a snippet for each word. */
    static String file() {
        ObjectNode all = JSON.createObjectNode();
        for (ChanceKind kind : ChanceKind.values()) {
            skeleton(all, kind);
        }
        when(all);
        attribute(all);
        for (PriceBound bound : PriceBound.values()) {
            put(all, "line: " + bound.key(), bound.key(), List.of(bound.key() + "(\"${1:USD 50}\") == ${2|true,false|}"),
                    "Whether one item of a line costs this amount " + bound.words() + ", by its list price.");
        }
        words(all, "promotions", PromotionWords.class);
        words(all, "stacking", Stacking.class);
        words(all, "stacking", LayerStacking.class);
        words(all, "simplicity", Step.class);
        words(all, "simplicity", Market.class);
        try {
            DefaultIndenter indent = new DefaultIndenter("  ", "\n");
            return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent))
                            .writeValueAsString(all)
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void skeleton(ObjectNode all, ChanceKind kind) {
        String fact = ChanceFacts.name(kind);
        String store = kind.ofStore() ? "store == \"${3:store}\", " : "";
        String code = kind.ofCode() ? "code == \"${4:CODE}\", " : "";
        List<String> body = List.of(
                "// ${1:What it is, in a sentence.}",
                "package promotions",
                "import dev.plaindeal.model.*",
                "",
                "rule \"${2:$TM_FILENAME_BASE}\"",
                "when",
                "    \\$it : " + fact + "( " + store + code + "market == \"${5:US}\" )",
                "then",
                "    \\$it.$0;",
                "end");
        String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        put(all, "promotion: " + key, "promotion-" + key, body, "A whole rule file for " + key.replace('-', ' ') + ".");
    }

    /** What "when" asks beside the first pattern, and what of its fields people look for. */
    private static void when(ObjectNode all) {
        put(all, "when: exists", "exists", List.of("exists Line( ${1|category ==,categories contains,sku ==,brand ==,tags contains|} \"$2\" )"),
                "Only where a line like this is in the basket.");
        put(all, "when: not", "not", List.of("not Line( ${1|reduced == true,category == \"\",sku == \"\"|} )"),
                "Only where no line like this is in the basket.");
        put(all, "when: joined", "joined", List.of(
                "\\$${1:phone} : Line( category == \"${2:phone}\" )",
                "exists Line( category == \"${3:case}\", ${4|brand,store,sku|} == \\$$1.$4 )"),
                "Only where two lines go together, for instance of one brand.");
        put(all, "when: code pool", "codePool", List.of("codePool == \"${1:birthday-2026}\""), "Any code of a pool, in place of one code.");
        put(all, "when: payment method", "paymentMethod", List.of("paymentMethod == \"${1:gopay}\""), "Only for who pays like this.");
        put(all, "when: client", "client", List.of("client == \"${1|app,web|}\""), "Only in the app, or only on the web.");
    }

    private static void attribute(ObjectNode all) {
        put(all, "attribute", "attribute", List.of(
                "// ${1:What it is, in a sentence.}",
                "package attributes",
                "import dev.plaindeal.model.*",
                "",
                "rule \"${2:$TM_FILENAME_BASE}\"",
                "when",
                "    \\$attribute : Attribute( name == \"${3:member-tier}\" )",
                "then",
                "    \\$attribute.${4|ofBasket,ofBuyer,ofStore,ofLine|}().${5|text(\"\"),number(),yesNo()|}.says(\"${6:member}\");$0",
                "end"),
                "A whole file that declares an attribute of your own.");
    }

    private static void words(ObjectNode all, String folder, Class<?> speaker) {
        Arrays.stream(speaker.getMethods())
                .filter(method -> method.isAnnotationPresent(Word.class) && !method.isBridge())
                .sorted(Comparator.comparing(Method::getName).thenComparing(Snippets::signature))
                .forEach(method -> word(all, folder, method));
    }

    private static void word(ObjectNode all, String folder, Method method) {
        String name = method.getName();
        put(all, folder + ": " + name + "(" + signature(method) + ")", name,
                List.of(name + "(" + arguments(method) + ")"), method.getAnnotation(Word.class).value());
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getType().getSimpleName() + " " + parameter.getName())
                .collect(Collectors.joining(", "));
    }

    private static String arguments(Method method) {
        Parameter[] parameters = method.getParameters();
        return IntStream.range(0, parameters.length)
                .mapToObj(i -> argument(parameters[i], i + 1))
                .collect(Collectors.joining(", "));
    }

    private static String argument(Parameter parameter, int place) {
        String slot = "${" + place + ":" + parameter.getName() + "}";
        return parameter.getType() == String.class ? '"' + slot + '"' : slot;
    }

    private static void put(ObjectNode all, String name, String prefix, List<String> body, String description) {
        ObjectNode snippet = all.putObject(name);
        snippet.put("scope", "drools");
        snippet.put("prefix", prefix);
        ArrayNode lines = snippet.putArray("body");
        body.forEach(lines::add);
        snippet.put("description", description);
    }
}
