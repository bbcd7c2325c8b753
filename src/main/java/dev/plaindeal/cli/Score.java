package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.check.RulePatch;
import dev.plaindeal.check.RulePatches;
import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.pages.ScorePage;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.score.Fix;
import dev.plaindeal.score.PresentedTerms;
import dev.plaindeal.score.ScoreRange;
import dev.plaindeal.score.ScoreReason;
import dev.plaindeal.score.Simplicity;
import dev.plaindeal.score.SimplicityWriter;
import dev.plaindeal.score.Sureness;
import dev.plaindeal.score.TermsReader;
import dev.plaindeal.score.TermsReading;
import dev.plaindeal.score.WorkedExample;
import dev.plaindeal.text.Visible;
import dev.plaindeal.weights.BuyerView;
import dev.plaindeal.weights.ViewAspect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores promotions of a rule book, or structured terms of promotions that do not exist yet. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Shows how simple each promotion looks to the buyer, hardest first.",
        footer = {
            "",
            "Examples:",
            "  plaindeal score",
            "  plaindeal score --market ID --format json",
            "  plaindeal score --format html > scores.html",
            "  plaindeal score --audience GB/live,no-subtotal",
            "  plaindeal score --since main",
            "  plaindeal score --fix us-save10 | git apply",
            "  echo '{\"context\":{\"price\":47.99,\"currency\":\"USD\"},\"layers\":[{\"kind\":\"percent\",\"value\":17}]}' \\",
            "      | plaindeal score --terms -",
            "",
            "With --terms one object is answered with one object, an array with an array in the same order."
        })
final class Score implements Callable<Integer> {

    private static final JsonWriter.Layout LAYOUT = JsonWriter.Layout.FIELDS_INDENTED;

    /** Below the column of what buyers see. */
    private static final int EXAMPLE_AT = 26;

    private final Terminal terminal;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(names = "--market", paramLabel = "XX", description = "Only this market (ISO 3166); with --terms, for terms that name none.")
    private Optional<String> market = Optional.empty();

    @Option(names = "--terms", paramLabel = "FILE", description = "Score structured terms from a JSON file, or - for standard input.")
    private Optional<String> terms = Optional.empty();

    @Option(names = "--steps", description = "With --terms: add how often each step comes and how long they take.")
    private boolean steps;

    @Option(names = "--compare", description = "With --terms and an array of two: which is simpler, and how sure that is; without --steps.")
    private boolean pair;

    @Option(
            names = "--fix",
            paramLabel = "ID",
            description = "The best fix of this promotion that an edit of one file carries out, as a patch for git apply; check accepts it.")
    private Optional<String> fixed = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "REV",
            description = "What the promotions scored at a git revision of the rules, what each later revision changed (the latest fifty), and what they score now.")
    private Optional<String> since = Optional.empty();

    @Mixin
    private AudienceOption audience = new AudienceOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}. Default: text; with --terms always json.")
    private Optional<ReportFormat> format = Optional.empty();

    @Spec
    private CommandSpec spec;

    private int code;

    Score(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        requireSense();
        boolean ofOwnFiles = fixed.isPresent() || since.isPresent();
        PromotionEngine engine = audience.in(ofOwnFiles ? rules.own(terminal) : rules.engine(terminal));
        if (fixed.isPresent()) {
            patch(engine, fixed.get());
        } else {
            terminal.out().print(terms.map(file -> answered(engine, file)).orElseGet(() -> overview(engine)));
        }
        return code;
    }

    private String overview(PromotionEngine engine) {
        return since.map(revision -> trend(engine, revision)).orElseGet(() -> table(engine));
    }

    /** An option that would be passed over is refused: whoever wrote it expects something of it. */
    private void requireSense() {
        refuse(Stream.of(terms, fixed, since).filter(Optional::isPresent).count() > 1, "--terms, --fix and --since are three questions: ask one of them");
        refuse(steps && terms.isEmpty(), "--steps is told of structured terms: name them with --terms");
        refuse(pair && terms.isEmpty(), "--compare is of two structured terms: name them with --terms");
        refuse(pair && steps, "--compare tells no steps");
        refuse(terms.isPresent() && format.isPresent() && form() != ReportFormat.json, "--terms is answered as json");
        refuse(fixed.isPresent() && format.isPresent(), "--fix prints a patch, which has one format");
        refuse(since.isPresent() && form() == ReportFormat.html, "--since is told as text or json");
    }

    private void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }

    private ReportFormat form() {
        return format.orElse(ReportFormat.text);
    }

    /** The first fix that an edit of the promotion's file carries out, as a patch; the others are named on standard error. */
    private void patch(PromotionEngine engine, String id) {
        List<PromotionScore> scores = engine.scores(market).stream().filter(score -> score.id().equals(id)).toList();
        if (scores.isEmpty()) {
            throw refused("no-such-promotion", "no promotion " + id + " is scored here", "plaindeal score lists those there are.");
        }
        List<RulePatch> patches = RulePatches.of(rules.path(), scores.get(0));
        if (patches.isEmpty()) {
            String first = scores.get(0).fixes().stream().findFirst().map(fix -> "The best fix is none of a file: " + fix.message() + ".").orElse("");
            throw refused("no-edit", "no single edit of a file makes " + id + " simpler", first);
        }
        RulePatch best = patches.get(0);
        terminal.err().println(told("This edit: ", best.fix()));
        patches.stream().skip(1).map(RulePatch::fix).map(fix -> told("Another one: ", fix)).forEach(terminal.err()::println);
        terminal.err().println(best.fix().edit().kind() == Fix.Kind.SHOW
                ? "This says what buyers see there: it is so when the pages show it."
                : "The sentence at the top of the file is as it was: change it where it says something else.");
        PatchPlace place = place(best);
        terminal.err().flush();
        print(best.diff(place.name()));
    }

    private PatchPlace place(RulePatch patch) {
        try {
            PatchPlace place = PatchPlace.of(Path.of(patch.file()), rules.path());
            if (!place.isHere()) {
                terminal.err().println("Apply it in " + place.folder() + ".");
            }
            return place;
        } catch (IOException unreadable) {
            throw refused("unreadable", "where the file lies cannot be read: " + Failure.reason(unreadable), "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw refused("interrupted", "stopped while waiting for git", "");
        }
    }

    /** Byte for byte, or git would not take it: line ends of other systems too. Nothing else may be hidden in it. */
    private void print(String diff) {
        String shown = diff.replace("\r\n", "\n");
        if (shown.lines().anyMatch(line -> !Visible.output(line).equals(line))) {
            throw refused("hidden-characters", "this file has characters that are not printed as they are", "Write them as they can be seen.");
        }
        terminal.out().own(diff);
    }

    private static String told(String which, Fix fix) {
        return which + String.format(Locale.ROOT, "%s (+%.0f, to %.0f)", fix.message(), fix.gains(), fix.after().score());
    }

    private ProblemException refused(String problem, String sentence, String hint) {
        return new ProblemException(List.of(Problem.error(problem, Place.of(rules.path().toString()), sentence, hint)));
    }

    private String trend(PromotionEngine engine, String revision) {
        GitRevision first = new GitRevision(rules.path(), revision);
        ScoreHistory history = ScoreHistory.of(
                first.named(), scored(first), first.laterCommits(ScoreHistory.MOST + 1), engine.scores(market),
                commit -> scored(new GitRevision(rules.path(), commit.hash())));
        return form() == ReportFormat.json ? history.json(LAYOUT) : history.text();
    }

    private List<PromotionScore> scored(GitRevision revision) {
        return audience.in(revision.load()).scores(market);
    }

    private String answered(PromotionEngine engine, String file) {
        String json = Inputs.text(file, terminal);
        TermsReading reading = TermsReader.read(json, Inputs.shown(file));
        if (!reading.isUsable()) {
            throw new ProblemException(reading.problems());
        }
        List<Optional<ScoredTerms>> answers = reading.terms().stream().map(one -> answer(engine, inMarket(one))).toList();
        if (pair) {
            return compared(answers);
        }
        boolean array = json.stripLeading().startsWith("[");
        return (array ? JsonWriter.array(LAYOUT, answers, this::answer) : JsonWriter.object(LAYOUT, out -> answer(out, answers.get(0))))
                + "\n";
    }

    /** The answer to structured terms. */
    private record ScoredTerms(Simplicity simplicity, List<Fix> fixes, List<String> example) {}

    /** Which of two is simpler, and how sure that is. */
    private String compared(List<Optional<ScoredTerms>> answers) {
        if (answers.size() != 2) {
            throw notCompared("not-two", "--compare takes an array of two terms, not of " + answers.size());
        }
        if (answers.stream().anyMatch(Optional::isEmpty)) {
            throw notCompared("unscored", "an amount here is too large to be scored, so the two cannot be compared");
        }
        Simplicity first = answers.get(0).orElseThrow().simplicity();
        Simplicity second = answers.get(1).orElseThrow().simplicity();
        Sureness sure = new Sureness(first.range().simplerThan(second.range()).orElseThrow());
        return JsonWriter.object(LAYOUT, out -> {
            out.object("first", () -> SimplicityWriter.fields(out, first));
            out.object("second", () -> SimplicityWriter.fields(out, second));
            out.text("simpler", sure.simplerOne().key());
            out.rounded("firstIn", sure.share(), 3);
            out.text("message", sure.sentence("the first", "the second"));
        }) + "\n";
    }

    private ProblemException notCompared(String problem, String sentence) {
        return new ProblemException(List.of(Problem.error(problem, Place.of(Inputs.shown(terms.orElseThrow())), sentence, "")));
    }

    /** Terms that cannot be scored stop no others. */
    private Optional<ScoredTerms> answer(PromotionEngine engine, PresentedTerms one) {
        try {
            return Optional.of(new ScoredTerms(engine.score(one), engine.fixes(one), WorkedExample.of(one)));
        } catch (IllegalArgumentException unscorable) {
            code = 1;
            return Optional.empty();
        }
    }

    private void answer(JsonWriter out, Optional<ScoredTerms> answer) {
        answer.ifPresentOrElse(
                scored -> {
                    SimplicityWriter.fields(out, scored.simplicity());
                    if (steps) {
                        SimplicityWriter.steps(out, scored.simplicity());
                    }
                    SimplicityWriter.fixes(out, scored.fixes());
                    out.texts("example", scored.example());
                },
                () -> out.text("unscored", "An amount here is too large to be scored"));
    }

    private PresentedTerms inMarket(PresentedTerms one) {
        return market.filter(m -> one.context().market().isEmpty())
                .map(m -> one.with(one.context().withMarket(m)))
                .orElse(one);
    }

    private String table(PromotionEngine engine) {
        List<PromotionScore> scores = engine.scores(market);
        return switch (form()) {
            case text -> text(engine, scores);
            case json -> json(engine, scores);
            case html -> ScorePage.of(scores, unscored(engine, scores));
        };
    }

    private String text(PromotionEngine engine, List<PromotionScore> scores) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%5s %-9s %8s  %-3s %-14s %-16s %-34s %s\n",
                "score", "range", "seconds", "in", "buyers see", "at", "promotion", "hardest part; best fix"));
        for (PromotionScore score : scores) {
            text.append(String.format(
                    Locale.ROOT,
                    "%5.1f %-9s %8.1f  %-3s %-14s %-16s %-34s %s\n",
                    score.simplicity().score(),
                    range(score.simplicity().range()),
                    score.simplicity().seconds(),
                    score.market(),
                    shown(score.audience()),
                    score.price(),
                    score.id(),
                    remark(score)));
            text.append(" ".repeat(EXAMPLE_AT)).append(String.join("; ", score.example())).append('\n');
        }
        return text.append(unscored(engine, scores)).toString();
    }

    /** What the table leaves out, or why there is nothing in it. */
    private String unscored(PromotionEngine engine, List<PromotionScore> scores) {
        List<String> left = engine.unscored(market);
        if (!left.isEmpty()) {
            return "Not scored: " + String.join(", ", left) + ". No amount there is in the currency of the market's reference price"
                    + " (simplicity/markets.drl), or one is a million million or more.\n";
        }
        return scores.isEmpty() ? "No promotion here is for " + market.map(Visible::line).orElse("any market") + ".\n" : "";
    }

    private static String range(ScoreRange range) {
        return String.format(Locale.ROOT, "%.0f to %.0f", range.low(), range.high());
    }

    /** What is printed of the audience beside the market: whether prices are shown, and what is not usual. */
    private static String shown(BuyerView view) {
        List<String> shown = new ArrayList<>();
        if (view.has(ViewAspect.PRICE_TO_PAY)) {
            shown.add("price");
        }
        if (view.has(ViewAspect.SUBTOTAL)) {
            shown.add("subtotal");
        }
        if (view.has(ViewAspect.SPOKEN)) {
            shown.add("heard");
        }
        return shown.isEmpty() ? "-" : String.join("+", shown);
    }

    private static String remark(PromotionScore score) {
        ScoreReason hardest = score.simplicity().reasons().get(0);
        String fix = score.fixes().stream().findFirst().map(Score::best).orElse("");
        return String.format(Locale.ROOT, "%s %.1f s%s", hardest.message(), hardest.seconds(), fix);
    }

    private static String best(Fix fix) {
        return String.format(Locale.ROOT, "; %s (+%.0f)", fix.message(), fix.gains());
    }

    private String json(PromotionEngine engine, List<PromotionScore> scores) {
        terminal.err().print(unscored(engine, scores));
        terminal.err().flush();
        return JsonWriter.array(LAYOUT, scores, Score::promotion) + "\n";
    }

    private static void promotion(JsonWriter out, PromotionScore score) {
        out.text("id", score.id());
        out.text("market", score.market());
        out.text("price", score.price());
        out.texts("audience", score.audience().keys());
        SimplicityWriter.fields(out, score.simplicity());
        SimplicityWriter.fixes(out, score.fixes());
        out.texts("example", score.example());
    }
}
