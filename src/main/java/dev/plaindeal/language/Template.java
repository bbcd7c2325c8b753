package dev.plaindeal.language;

import dev.plaindeal.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A sentence cut at its placeholders once, so that filling it only joins text. {@code texts} has one entry more than
 * {@code gaps}: text, gap, text, gap, text.
 */
record Template(List<String> texts, List<Placeholder> gaps) {

    /** What is wrong with a sentence: where in it, counted from 0, and what. */
    record Fault(String code, int at, String message, String hint) {}

    Template {
        texts = List.copyOf(texts);
        gaps = List.copyOf(gaps);
    }

    /** Cuts the sentence; with a fault in {@code faults} the template must not be shown. */
    static Template parse(String sentence, List<Fault> faults) {
        List<String> texts = new ArrayList<>();
        List<Placeholder> gaps = new ArrayList<>();
        int from = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
            int close = sentence.indexOf('}', open);
            if (close < 0) {
                faults.add(new Fault("brace-open", open, "a { without its }", "Write placeholders like {pay}."));
                break;
            }
            Optional<Placeholder> gap = gap(sentence.substring(open + 1, close), open, faults);
            if (gap.isPresent()) {
                texts.add(text(sentence, from, open, faults));
                gaps.add(gap.get());
            }
            from = close + 1;
        }
        texts.add(text(sentence, from, sentence.length(), faults));
        return new Template(texts.subList(0, gaps.size() + 1), gaps);
    }

    /** The sentence with its gaps filled. */
    String fill(Function<Placeholder, String> values) {
        StringBuilder sentence = new StringBuilder(96).append(texts.get(0));
        for (int i = 0; i < gaps.size(); i++) {
            sentence.append(values.apply(gaps.get(i))).append(texts.get(i + 1));
        }
        return sentence.toString();
    }

    private static Optional<Placeholder> gap(String word, int at, List<Fault> faults) {
        Optional<Placeholder> known = Placeholder.named(word);
        if (known.isEmpty()) {
            String hint = Nearest.to(word, Placeholder.words()).map(w -> "Maybe {" + w + "}?").orElse("");
            faults.add(new Fault("placeholder-unknown", at, "there is no placeholder {" + word + "}", hint));
        }
        return known;
    }

    private static String text(String sentence, int from, int to, List<Fault> faults) {
        String text = sentence.substring(from, to);
        if (text.indexOf('}') >= 0) {
            faults.add(new Fault(
                    "brace-close", from + text.indexOf('}'), "a } without its {", "Write placeholders like {pay}."));
        }
        return text;
    }
}
