package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.pages.ScorePage;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.score.Fix;
import dev.plaindeal.score.PresentedTerms;
import dev.plaindeal.score.ScoreRange;
import dev.plaindeal.score.ScoreReason;
import dev.plaindeal.score.Simplicity;
import dev.plaindeal.score.SimplicityWriter;
import dev.plaindeal.score.TermsReader;
import dev.plaindeal.score.TermsReading;
import dev.plaindeal.text.Visible;
import dev.plaindeal.weights.BuyerView;
import dev.plaindeal.weights.ViewAspect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            "  echo '{\"context\":{\"price\":47.99,\"currency\":\"USD\"},\"layers\":[{\"kind\":\"percent\",\"value\":17}]}' \\",
            "      | plaindeal score --terms -",
            "",
            "With --terms one object is answered with one object, an array with an array in the same order."
        })
final class Score implements Callable<Integer> {

    private static final JsonWriter.Layout LAYOUT = JsonWriter.Layout.FIELDS_INDENTED;

    private final Terminal terminal;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Option(names = "--market", paramLabel = "XX", description = "Only this market (ISO 3166); with --terms, for terms that name none.")
    private Optional<String> market = Optional.empty();

    @Option(names = "--terms", paramLabel = "FILE", description = "Score structured terms from a JSON file, or - for standard input.")
    private Optional<String> terms = Optional.empty();

    @Option(names = "--steps", description = "With --terms: add how often each step comes and how long they take.")
    private boolean steps;

    @Mixin
    private AudienceOption audience = new AudienceOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}. Default: text; with --terms always json.")
    private ReportFormat format = ReportFormat.text;

    private int code;

    Score(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PromotionEngine engine = audience.in(rules.engine(terminal));
        terminal.out().print(terms.map(file -> answered(engine, file)).orElseGet(() -> table(engine)));
        return code;
    }

    private String answered(PromotionEngine engine, String file) {
        String json = Inputs.text(file, terminal);
        TermsReading reading = TermsReader.read(json, Inputs.shown(file));
        if (!reading.isUsable()) {
            throw new ProblemException(reading.problems());
        }
        List<Optional<Simplicity>> answers = reading.terms().stream().map(one -> answer(engine, inMarket(one))).toList();
        boolean array = json.stripLeading().startsWith("[");
        return (array ? JsonWriter.array(LAYOUT, answers, this::answer) : JsonWriter.object(LAYOUT, out -> answer(out, answers.get(0))))
                + "\n";
    }

    /** Terms that cannot be scored stop no others. */
    private Optional<Simplicity> answer(PromotionEngine engine, PresentedTerms one) {
        try {
            return Optional.of(engine.score(one));
        } catch (RuntimeException unscorable) {
            code = 1;
            return Optional.empty();
        }
    }

    private void answer(JsonWriter out, Optional<Simplicity> answer) {
        answer.ifPresentOrElse(
                scored -> {
                    SimplicityWriter.fields(out, scored);
                    if (steps) {
                        SimplicityWriter.steps(out, scored);
                    }
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
        return switch (format) {
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
    }
}
