package dev.plaindeal.studio;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.model.ChanceField;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.model.Word;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What the editor offers to complete: the words of promotions and the fields they ask for, each with its sentence. */
final class Completions {

    private Completions() {}

    private record Offered(String kind, String label, String detail, String sentence, String template) {}

    static void write(JsonWriter out) {
        out.objects("words", all(), (writer, one) -> {
            writer.text("kind", one.kind());
            writer.text("label", one.label());
            writer.text("detail", one.detail());
            writer.text("sentence", one.sentence());
            writer.text("template", one.template());
        });
    }

    private static List<Offered> all() {
        List<Offered> all = new ArrayList<>();
        Arrays.stream(PromotionWords.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Word.class) && !method.isBridge())
                .sorted(Comparator.comparing(Method::getName).thenComparing(Completions::arguments))
                .forEach(method -> all.add(new Offered(
                        "word", method.getName(), arguments(method), method.getAnnotation(Word.class).value(), template(method))));
        for (ChanceField field : ChanceField.values()) {
            all.add(new Offered("field", field.key(), "", "Asks for the " + field.words().replace("\"", "") + ".", field.key() + " == \"${value}\""));
        }
        return all;
    }

    private static String arguments(Method method) {
        return Arrays.stream(method.getParameters()).map(Parameter::getName).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String template(Method method) {
        return Arrays.stream(method.getParameters())
                .map(one -> one.getType() == int.class ? "${" + one.getName() + "}" : "\"${" + one.getName() + "}\"")
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }
}
