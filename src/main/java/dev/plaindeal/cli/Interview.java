package dev.plaindeal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.draft.Answers.Need;
import dev.plaindeal.draft.Answers;
import dev.plaindeal.draft.Question.Choosable;
import dev.plaindeal.draft.Question;
import dev.plaindeal.text.Visible;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Asks a person for what is not known yet of a new promotion. An answer that makes no sense is asked again, and it alone;
 * {@code back} goes to the question before, whose answer stands there to be taken again.
 */
final class Interview {

    private static final String BACK = "back";
    private static final String NONE = "-";

    private final Terminal terminal;
    private final BufferedReader in;
    private final Consumer<Answers> check;
    private final Deque<Turn> steps = new ArrayDeque<>();
    private final Map<Question, String> earlier = new EnumMap<>(Question.class);

    /** Where the interview stood before a question. */
    private record Turn(Question question, Answers known, Set<Question> open) {}

    /** @param check refuses what only the folders can tell, with a sentence for the author */
    Interview(Terminal terminal, Consumer<Answers> check) {
        this.terminal = terminal;
        this.in = new BufferedReader(new InputStreamReader(terminal.in(), UTF_8));
        this.check = check;
    }

    /** The answers completed, or empty when the input ends before they are. */
    Optional<Answers> complete(Answers given) {
        Answers known = given;
        Set<Question> left = EnumSet.noneOf(Question.class);
        Optional<Question> next = next(known, left);
        while (next.isPresent()) {
            Question question = next.get();
            ask(question, known);
            Optional<String> line = line();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            if (line.get().equals(BACK)) {
                Turn before = before(new Turn(question, known, left));
                known = before.known();
                left = before.open();
            } else {
                Turn here = new Turn(question, known, EnumSet.copyOf(left));
                String answer = line.get().isEmpty() ? earlier.getOrDefault(question, "") : line.get();
                if (known.need(question) == Need.OPTIONAL && (answer.isEmpty() || answer.equals(NONE))) {
                    left.add(question);
                    steps.push(here);
                } else {
                    Answers more = with(known, question, answer);
                    if (more != known) {
                        steps.push(here);
                        known = more;
                    }
                }
            }
            next = next(known, left);
        }
        return Optional.of(known);
    }

    private static Optional<Question> next(Answers known, Set<Question> left) {
        return Arrays.stream(Question.values())
                .filter(question -> known.to(question).isEmpty() && !left.contains(question))
                .filter(question -> known.need(question) != Need.SENSELESS)
                .findFirst();
    }

    /** The step to go back to; what was answered since is remembered. */
    private Turn before(Turn here) {
        if (steps.isEmpty()) {
            terminal.out().println("  this is the first question");
            return here;
        }
        Turn before = steps.pop();
        here.known().to(before.question()).ifPresent(answer -> earlier.put(before.question(), answer));
        return before;
    }

    private void ask(Question question, Answers known) {
        List<Choosable> choices = question.choices(known);
        if (!choices.isEmpty()) {
            terminal.out().println(question.words().substring(0, question.words().indexOf(':') + 1));
            for (int i = 0; i < choices.size(); i++) {
                Choosable choice = choices.get(i);
                String words = choice.words().isEmpty() ? "" : ": " + choice.words();
                terminal.out().println("  " + (i + 1) + "  " + choice.key() + words);
            }
        }
        String what = choices.isEmpty() ? question.words() : "Its number or name";
        String none = known.need(question) != Need.OPTIONAL
                ? ""
                : earlier.containsKey(question) ? " (" + NONE + " for none)" : " (empty for none)";
        String again = earlier.containsKey(question) ? " [" + Visible.line(earlier.get(question)) + "]" : "";
        terminal.out().print(what + none + again + ": ");
        terminal.out().flush();
    }

    /** With the answer, told where it was read as something else; the same answers where it makes no sense. */
    private Answers with(Answers known, Question question, String answer) {
        try {
            Answers more = known.with(question, answer);
            more.check();
            check.accept(more);
            more.to(question)
                    .filter(read -> !read.equals(answer))
                    .ifPresent(read -> terminal.out().println("  = " + Visible.line(read)));
            return more;
        } catch (IllegalArgumentException sentence) {
            terminal.out().println("  " + Visible.line(String.valueOf(sentence.getMessage())));
            return known;
        }
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(in.readLine()).map(String::strip);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
