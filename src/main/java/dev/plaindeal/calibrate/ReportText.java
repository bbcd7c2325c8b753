package dev.plaindeal.calibrate;

import dev.plaindeal.calibrate.CalibrationReport.Disagreement;
import dev.plaindeal.calibrate.CalibrationReport.HeldOut;
import dev.plaindeal.calibrate.CalibrationReport.SureGroup;
import dev.plaindeal.calibrate.CalibrationReport.Turnout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells a report to people. */
public final class ReportText {

    private static final double HUNDRED = 100;

    private ReportText() {}

    /** The report, a line end at its end. */
    public static String of(CalibrationReport report) {
        List<String> lines = new ArrayList<>();
        people(report, lines);
        lines.add("");
        lines.add(String.format(Locale.ROOT, "%-16s %7s %7s   %-16s %7s", "seconds of", "before", "fitted", "95 %", "answers"));
        report.weights().stream().filter(weight -> weight.source() == FittedWeight.WeightSource.ANSWERS).forEach(weight -> lines.add(line(weight)));
        untouched(report, lines);
        lines.add("");
        heldOut(report, lines);
        report.disagreements().forEach(one -> lines.add(line(one)));
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static void people(CalibrationReport report, List<String> lines) {
        Turnout people = report.people();
        int careful = people.answered() - people.careless().size();
        lines.add(String.format(Locale.ROOT, "Plan %s, market %s: %s answered, %d of them fitted.", report.plan(), report.market(),
                counted(people.answered(), "person", "people"), careful));
        if (!people.careless().isEmpty()) {
            lines.add("Left out, as their answers are those of a coin: " + String.join(", ", people.careless()) + ".");
        }
        if (people.sentTwice() > 0) {
            lines.add(counted(people.sentTwice(), "line", "lines") + " came twice and count once.");
        }
        lines.add(String.format(Locale.ROOT, "%d choices fitted; of %d asked twice %d were answered alike.", people.choices(), people.repeats(), people.alike()));
        lines.add(String.format(Locale.ROOT, "%s timed and fitted; left out were %d worked out otherwise and %d shorter than half a second or longer than"
                + " five minutes.", counted(people.times(), "price", "prices"), people.wrong(), people.interrupted()));
        if (people.times() < CalibrationReport.TIMES_WANTED) {
            lines.add("Fewer than " + CalibrationReport.TIMES_WANTED + " times: which of two is simpler is fitted, but not how long they take, so"
                    + " scores as a whole may still be too high or too low.");
        }
    }

    private static String counted(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    private static String line(FittedWeight weight) {
        return String.format(Locale.ROOT, "%-16s %7.3f %7.3f   %-16s %7d", weight.step(), weight.prior(), weight.fitted(),
                String.format(Locale.ROOT, "%.3f to %.3f", weight.low(), weight.high()), weight.answers());
    }

    private static void untouched(CalibrationReport report, List<String> lines) {
        String names = report.weights().stream()
                .filter(weight -> weight.source() == FittedWeight.WeightSource.PRIOR)
                .map(weight -> weight.step().name())
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            lines.add("The answers could not move, so these stay what they were: " + names + ".");
        }
    }

    private static void heldOut(CalibrationReport report, List<String> lines) {
        HeldOut held = report.heldOut();
        if (held.answers() == 0) {
            return;
        }
        lines.add(String.format(Locale.ROOT, "Of %d answers held out in turn, the weights before foretold %.1f %%, those fitted to the others %.1f %%.",
                held.answers(), HUNDRED * held.before() / held.answers(), HUNDRED * held.after() / held.answers()));
        lines.add("The pairs are picked to be close, as clear ones tell nothing, so even the right weights foretell few of them; of those foretold"
                + " with more the share below should come true.");
        lines.add("Foretold with   answers   came true");
        report.groups().forEach(group -> lines.add(line(group)));
    }

    private static String line(SureGroup group) {
        return String.format(Locale.ROOT, "%10.0f %%   %7d   %7.0f %%", HUNDRED * group.foretold(), group.answers(), HUNDRED * group.observed());
    }

    private static String line(Disagreement one) {
        return String.format(Locale.ROOT, "People differ at %s: the one with less %s was to be easier %.0f times of %d, and was %d times (%.1f standard"
                + " deviations).", one.about(), one.isPair() ? "work" : "of it", one.foretold(), one.answers(), one.observed(), one.deviations());
    }
}
