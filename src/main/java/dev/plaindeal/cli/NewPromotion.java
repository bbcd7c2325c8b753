package dev.plaindeal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.draft.Answers;
import dev.plaindeal.draft.Draft;
import dev.plaindeal.draft.Question;
import dev.plaindeal.draft.DraftTemplate;
import dev.plaindeal.draft.NewFiles;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Nearest;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.text.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Writes a new promotion and the two baskets that show where it begins. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a rule file for a new promotion, and a basket that just qualifies and one that just misses it.",
        footer = {
            "",
            "Examples:",
            "  plaindeal new",
            "  plaindeal new --layer platform-coupon --kind percent-off --market US --id us-save10 \\",
            "      --code SAVE10 --percent 10 --threshold \"USD 50\" --cap \"USD 20\" \\",
            "      --until 2026-12-01 --zone America/New_York",
            "  plaindeal new --layer store-threshold --kind tiers --market ID --id batik-tiers \\",
            "      --store batik-bay --tiers \"IDR 200000: IDR 20000; IDR 400000: 12%%\"",
            "  plaindeal new --template buy-one-get-one --market GB --store pearl --id pearl-bogo",
            "  plaindeal new --ask < answers.txt",
            "",
            "On a terminal it asks for what is missing; 'back' goes to the question before. 10%%, 12,5 and,",
            "where the market has one currency, 20 are understood. Nothing is overwritten, and nothing is",
            "written unless all is well."
        })
final class NewPromotion implements Callable<Integer> {

    private final Terminal terminal;
    private final CommandSpec spec;

    @Option(names = "--rules", paramLabel = "DIR", description = "Folder of rule files. Default: rules/.")
    private Path rules = Path.of("rules");

    @Option(names = "--fixtures", paramLabel = "DIR", description = "Folder of fixtures. Default: fixtures/.")
    private Path fixtures = Path.of("fixtures");

    @Option(names = "--template", paramLabel = "NAME", description = "Begin with an announcement that people copy often.")
    private String template = "";

    @Option(names = "--list-templates", description = "List the templates, and write nothing.")
    private boolean listTemplates;

    @Option(names = "--ask", description = "Ask for what is missing although nobody sits at a terminal: answers are read, one a line.")
    private boolean ask;

    private NewPromotion(Terminal terminal) {
        this.terminal = terminal;
        this.spec = CommandSpec.forAnnotatedObject(this);
    }

    /** The command with a flag for each question. */
    static CommandSpec command(Terminal terminal) {
        NewPromotion command = new NewPromotion(terminal);
        for (Question question : Question.values()) {
            command.spec.addOption(OptionSpec.builder(question.flag())
                    .type(String.class)
                    .paramLabel("TEXT")
                    .description(question.words().replace("%", "%%") + ".")
                    .build());
        }
        return command.spec;
    }

    @Override
    public Integer call() {
        if (listTemplates) {
            for (DraftTemplate one : DraftTemplate.values()) {
                terminal.out().println(String.format(Locale.ROOT, "%-20s %s", one.key(), one.words()));
            }
            return 0;
        }
        Answers given = given();
        if (given.missing().isEmpty()) {
            return write(draft(given));
        }
        if (!terminal.attended() && !ask) {
            throw wrong("These are missing: " + flags(given) + ".");
        }
        Optional<Answers> asked = new Interview(terminal, this::requireNew).complete(given);
        if (asked.isEmpty()) {
            throw wrong("Nothing was written.");
        }
        return write(draft(asked.get()));
    }

    /** What the flags say, and what the template knows beside them. */
    private Answers given() {
        Optional<DraftTemplate> begun = DraftTemplate.find(template);
        if (begun.isEmpty() && !template.isEmpty()) {
            List<String> known = Arrays.stream(DraftTemplate.values()).map(DraftTemplate::key).toList();
            throw wrong("There is no template " + template + ". "
                    + Nearest.hint(template, known, "There are " + String.join(", ", known) + "."));
        }
        Answers answers = Answers.none();
        for (Question question : Question.values()) {
            String flag = spec.findOption(question.flag()).getValue();
            Optional<String> answer = Optional.ofNullable(flag).or(() -> begun.flatMap(one -> one.answer(question)));
            if (answer.isPresent()) {
                answers = with(answers, question, answer.get().strip());
            }
        }
        return answers;
    }

    /** A name that is taken is told when it is given, and not after the last question. */
    private void requireNew(Answers answers) {
        String file = answers.to(Question.ID).orElse("") + ".drl";
        Path promotions = rules.resolve("promotions");
        if (answers.to(Question.ID).isEmpty() || !Files.isDirectory(promotions)) {
            return;
        }
        try (Stream<Path> files = Files.walk(promotions)) {
            if (files.anyMatch(path -> path.getFileName().toString().equals(file))) {
                throw new IllegalArgumentException("there is a promotion of this name already");
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ProblemException(List.of(Failure.unforeseen(rules.toString(), unreadable)));
        }
    }

    private Answers with(Answers answers, Question question, String answer) {
        try {
            return answers.with(question, answer);
        } catch (IllegalArgumentException sentence) {
            throw wrong(question.flag() + ": " + sentence.getMessage() + ".");
        }
    }

    /** All flags that are missing, those included that only follow from others that are. */
    private static String flags(Answers answers) {
        return String.join(", ", answers.missing().stream().map(Question::flag).toList());
    }

    private Draft draft(Answers answers) {
        try {
            return Draft.of(answers);
        } catch (IllegalArgumentException sentence) {
            throw wrong(sentence.getMessage() + ".");
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(
                spec.commandLine(), Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }

    private int write(Draft draft) {
        NewFiles files = new NewFiles();
        files.add(rules, draft.rulePath(), draft.ruleText());
        Draft.FixtureFiles made = made(draft);
        made.files().forEach((path, text) -> files.add(fixtures, path, text));
        files.write();
        files.paths().forEach(file -> terminal.out().println("Wrote " + Visible.line(file.toString())));
        terminal.out().println();
        told(draft, "The basket that just qualifies", made.qualifying());
        told(draft, "The basket that just misses", made.missing());
        terminal.out().println("Next: plaindeal check, plaindeal test, and plaindeal compare --before-rev HEAD for what it"
                + " does to the other baskets.");
        return 0;
    }

    private Draft.FixtureFiles made(Draft draft) {
        if (!Files.isDirectory(rules)) {
            throw new ProblemException(List.of(Problem.error(
                    "no-folder", Place.of(rules.toString()), "there is no such folder", "Name the folder that holds promotions/.")));
        }
        try (Staged staged = new Staged(rules.toString())) {
            staged.copy(rules);
            staged.put(draft.rulePath(), draft.ruleText().getBytes(UTF_8));
            return draft.fixtures(staged.load(), terminal.now());
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ProblemException(List.of(Failure.unforeseen(rules.toString(), unreadable)));
        }
    }

    private void told(Draft draft, String which, Receipt receipt) {
        String what = receipt.applied().stream()
                .filter(applied -> applied.id().equals(draft.id()))
                .map(applied -> "takes off " + applied.discount())
                .findFirst()
                .or(() -> receipt.rejected().stream()
                        .filter(rejected -> rejected.id().equals(draft.id()))
                        .map(rejected -> "is refused, " + rejected.reason() + ": " + rejected.message())
                        .findFirst())
                .orElse("does not come up");
        terminal.out().println(which + ": to pay " + receipt.total() + "; " + draft.id() + " " + what);
    }
}
