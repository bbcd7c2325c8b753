package dev.plaindeal.calibrate;

import dev.plaindeal.weights.StepKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a report says to write into rules.
 *
 * @param plan id of the plan that was answered
 * @param market ISO 3166 code of the buyers
 * @param people how many answered and were not left out
 * @param weights every weight it names
 */
public record WeightsToWrite(String plan, String market, int people, List<FittedWeight> weights) {

    /** Copies the list. */
    public WeightsToWrite {
        weights = List.copyOf(weights);
    }

    /**
     * Those of a report in a file, as {@link ReportJson} wrote it.
     *
     * @param file what to call it in problems
     * @throws dev.plaindeal.problem.ProblemException with every problem
     */
    public static WeightsToWrite read(String json, String file) {
        FileFields whole = FileFields.read(json, file);
        FileFields people = whole.object("people");
        int careful = people.count("answered") - people.texts("careless").size();
        if (careful < 0) {
            people.refuse("careless", "more people are named here than answered", "");
        }
        List<FittedWeight> weights = whole.objects("weights").stream()
                .map(WeightsToWrite::weight)
                .flatMap(Optional::stream)
                .toList();
        WeightsToWrite read = new WeightsToWrite(whole.text("plan"), whole.text("market"), careful, weights);
        whole.requireNoProblem();
        return read;
    }

    private static Optional<FittedWeight> weight(FileFields fields) {
        String name = fields.text("step");
        Optional<StepKind> step = Arrays.stream(StepKind.values()).filter(kind -> kind.name().equals(name)).findFirst();
        if (step.isEmpty()) {
            fields.refuse("step", "there is no step " + name, "");
        }
        String key = fields.text("source");
        Optional<FittedWeight.WeightSource> source =
                Arrays.stream(FittedWeight.WeightSource.values()).filter(one -> one.key().equals(key)).findFirst();
        if (source.isEmpty()) {
            fields.refuse("source", "source is answers or prior", "");
        }
        double fitted = fields.number("fitted");
        step.filter(kind -> !(fitted > 0 && fitted <= kind.most())).ifPresent(kind -> fields.refuse(
                "fitted", "step " + kind + " takes more than 0 and at most " + kind.most() + " seconds, not " + fitted, ""));
        double prior = fields.number("prior");
        double low = fields.number("low");
        double high = fields.number("high");
        int answers = fields.count("answers");
        return step.flatMap(kind -> source.map(from -> new FittedWeight(kind, prior, fitted, low, high, answers, from)));
    }
}
