package dev.plaindeal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.draft.Answers.Need;
import dev.plaindeal.draft.Answers;
import dev.plaindeal.draft.Question;
import dev.plaindeal.text.Visible;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Asks a person for what is not known yet of a new promotion; asks again when an answer makes no sense. */
final class Interview {

    private final Terminal terminal;
    private final BufferedReader in;

    Interview(Terminal terminal) {
        this.terminal = terminal;
        this.in = new BufferedReader(new InputStreamReader(terminal.in(), UTF_8));
    }

    /** The answers completed, or empty when the input ends before they are. */
    Optional<Answers> complete(Answers given) {
        Optional<Answers> answers = Optional.of(given);
        for (Question question : Question.values()) {
            if (answers.isPresent() && answers.get().to(question).isEmpty()) {
                answers = asked(question, answers.get());
            }
        }
        return answers;
    }

    private Optional<Answers> asked(Question question, Answers known) {
        Need need = known.need(question);
        if (need == Need.SENSELESS) {
            return Optional.of(known);
        }
        while (true) {
            terminal.out().print(question.words() + (need == Need.OPTIONAL ? " (empty for none)" : "") + ": ");
            terminal.out().flush();
            Optional<String> line = line();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            if (line.get().isEmpty() && need == Need.OPTIONAL) {
                return Optional.of(known);
            }
            try {
                Answers more = known.with(question, line.get());
                more.check();
                return Optional.of(more);
            } catch (IllegalArgumentException sentence) {
                terminal.out().println("  " + Visible.line(String.valueOf(sentence.getMessage())));
            }
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
