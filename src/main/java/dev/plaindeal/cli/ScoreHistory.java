package dev.plaindeal.cli;

import dev.plaindeal.cli.GitRevision.GitCommit;
import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.PromotionScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How simple promotions looked at a revision, and what each later revision that touched the rules changed, up to now.
 *
 * @param steps one for each revision, the latest last, the work tree behind them
 * @param whole from the first to the last
 * @param more whether there are earlier revisions between the first two that are left out
 */
record ScoreHistory(List<HistoryStep> steps, ScoreTrend whole, boolean more) {

    /** Each is loaded, which takes about a second. */
    static final int MOST = 50;

    /**
     * A revision.
     *
     * @param commit empty for the rules as they lie in the folder
     * @param scores empty where its rules cannot be used
     * @param change from the one before that could be used; empty for the first, and where they cannot be used
     * @param problem the first of those it has
     */
    record HistoryStep(
            Optional<GitCommit> commit, Optional<List<PromotionScore>> scores, Optional<ScoreTrend> change, Optional<Problem> problem) {

        private String name() {
            return commit.map(one -> one.date() + " " + one.shortHash()).orElse("now");
        }
    }

    /**
     * Scores each revision.
     *
     * @param first what it begins with
     * @param begin the scores there
     * @param later revisions behind it, the latest last; of more than {@link #MOST} the earliest is left out
     * @param now the scores of the rules in the folder
     * @param scored scores a revision
     */
    static ScoreHistory of(
            GitCommit first, List<PromotionScore> begin, List<GitCommit> later, List<PromotionScore> now,
            Function<GitCommit, List<PromotionScore>> scored) {
        List<PromotionScore> before = begin;
        List<HistoryStep> steps = new ArrayList<>();
        steps.add(new HistoryStep(Optional.of(first), Optional.of(begin), Optional.empty(), Optional.empty()));
        for (GitCommit commit : later.subList(Math.max(0, later.size() - MOST), later.size())) {
            HistoryStep step = step(commit, before, scored);
            before = step.scores().orElse(before);
            steps.add(step);
        }
        steps.add(new HistoryStep(Optional.empty(), Optional.of(now), Optional.of(ScoreTrend.of(before, now)), Optional.empty()));
        return new ScoreHistory(List.copyOf(steps), ScoreTrend.of(begin, now), later.size() > MOST);
    }

    /** Rules that could not be used for a while hide nothing of what was before and after. */
    private static HistoryStep step(GitCommit commit, List<PromotionScore> before, Function<GitCommit, List<PromotionScore>> scored) {
        try {
            List<PromotionScore> scores = scored.apply(commit);
            return new HistoryStep(Optional.of(commit), Optional.of(scores), Optional.of(ScoreTrend.of(before, scores)), Optional.empty());
        } catch (ProblemException unusable) {
            return new HistoryStep(Optional.of(commit), Optional.empty(), Optional.empty(), Optional.of(unusable.problems().get(0)));
        }
    }

    String text() {
        StringBuilder text = new StringBuilder(whole.text()).append('\n');
        for (int i = 0; i < steps.size(); i++) {
            HistoryStep step = steps.get(i);
            text.append(String.format(Locale.ROOT, "%-21s  %s\n", step.name(), step.scores().map(ScoreHistory::average).orElse("these rules cannot be used")));
            step.problem().ifPresent(problem -> text.append("  ").append(problem.text().replace("\n", "\n  ")).append('\n'));
            step.change().ifPresent(change -> change.changes().forEach(entry -> text.append("  ").append(entry.text()).append('\n')));
            if (i == 0 && more) {
                text.append("earlier revisions between are left out: ").append(MOST).append(" are told of\n");
            }
        }
        return text.toString();
    }

    private static String average(List<PromotionScore> scores) {
        double average = scores.stream().mapToDouble(score -> score.simplicity().score()).average().orElse(0);
        return scores.isEmpty() ? "nothing is scored" : String.format(Locale.ROOT, "%.1f on average of %d", average, scores.size());
    }

    String json(JsonWriter.Layout layout) {
        return JsonWriter.object(layout, out -> {
            whole.fields(out);
            out.objects("revisions", steps, ScoreHistory::step);
            out.flag("earlierLeftOut", more);
        }) + "\n";
    }

    private static void step(JsonWriter out, HistoryStep step) {
        step.commit().ifPresent(commit -> {
            out.text("commit", commit.hash());
            out.text("date", commit.date());
        });
        step.scores().filter(scores -> !scores.isEmpty()).ifPresent(scores -> {
            out.whole("scored", scores.size());
            out.rounded("average", scores.stream().mapToDouble(score -> score.simplicity().score()).average().orElseThrow(), 1);
        });
        step.problem().ifPresent(problem -> out.text("problem", problem.text()));
        step.change().ifPresent(change -> change.changedFields(out));
    }
}
