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
