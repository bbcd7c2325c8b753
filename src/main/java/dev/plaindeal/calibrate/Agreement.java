package dev.plaindeal.calibrate;

import dev.plaindeal.calibrate.CalibrationReport.Disagreement;
import dev.plaindeal.calibrate.CalibrationReport.HeldOut;
import dev.plaindeal.calibrate.CalibrationReport.SureGroup;
import dev.plaindeal.calibrate.PersonAnswers.Chosen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How well answers are foretold. For one thread. */
final class Agreement {

    private static final int FOLDS = 5;
    private static final double HALF = 0.5;
    private static final int TENTHS = 10;
    private static final double TOO_FAR = 3;
    /** A pair answered less often says nothing of itself. */
    private static final int ENOUGH = 5;

    private final WeightTable table;
    private final List<PersonAnswers> people;
    private final List<HeldOutAnswer> heldOut = new ArrayList<>();
    private List<Disagreement> disagreements = List.of();

    private Agreement(WeightTable table, List<PersonAnswers> people) {
        this.table = table;
        this.people = people;
    }

    /** An answer, with its chance before it was known. */
    private record HeldOutAnswer(boolean before, double chance) {
        double sure() {
            return Math.max(chance, 1 - chance);
        }
    }

    static Agreement of(WeightTable table, List<PersonAnswers> people, WeightFit.Found fit) {
        Agreement agreement = new Agreement(table, people);
        for (int fold = 0; fold < FOLDS; fold++) {
            agreement.holdOut(fold);
        }
        agreement.disagreements = agreement.disagreements(fit);
        return agreement;
    }

    HeldOut heldOut() {
        return new HeldOut(
                heldOut.size(),
                (int) heldOut.stream().filter(HeldOutAnswer::before).count(),
                (int) heldOut.stream().filter(answer -> answer.chance() > HALF).count());
    }

    /** A pair is held out with all that people said of it. */
    private void holdOut(int fold) {
        Predicate<String> held = item -> Math.floorMod(item.hashCode(), FOLDS) == fold;
        WeightFit.Found fit = WeightFit.of(table.size(), people.stream().map(person -> person.keeping(held.negate())).toList());
        for (PersonAnswers person : people) {
            for (Chosen choice : person.keeping(held).choices()) {
                boolean before = choice.easier().total() < choice.harder().total();
                heldOut.add(new HeldOutAnswer(before, fit.chance(choice.easier(), choice.harder())));
            }
        }
    }

    List<SureGroup> groups() {
        Map<Integer, List<HeldOutAnswer>> byTenth = heldOut.stream()
                .collect(Collectors.groupingBy(answer -> (int) (answer.sure() * TENTHS), TreeMap::new, Collectors.toList()));
        return byTenth.entrySet().stream()
                .map(entry -> new SureGroup(
                        entry.getKey() / (double) TENTHS,
                        entry.getValue().size(),
                        entry.getValue().stream().mapToDouble(HeldOutAnswer::sure).average().orElse(0),
                        entry.getValue().stream().mapToInt(answer -> answer.chance() > HALF ? 1 : 0).average().orElse(0)))
                .toList();
    }

    List<Disagreement> disagreements() {
        return disagreements;
    }

    private List<Disagreement> disagreements(WeightFit.Found fit) {
        Map<String, Foretold> tallies = new TreeMap<>();
        for (PersonAnswers person : people) {
            for (Chosen choice : person.choices()) {
                double chance = fit.chance(choice.easier(), choice.harder());
                tallyPair(tallies.computeIfAbsent(choice.item(), item -> new Foretold()), choice, chance);
                for (int i = 0; i < table.size(); i++) {
                    tallyStep(tallies, i, choice, chance);
                }
            }
        }
        return tallies.entrySet().stream()
                .filter(entry -> entry.getValue().isFarOff())
                .map(entry -> entry.getValue().told(entry.getKey()))
                .sorted(Comparator.comparingDouble((Disagreement one) -> -Math.abs(one.deviations())).thenComparing(Disagreement::about))
                .toList();
    }

    private void tallyPair(Foretold tally, Chosen choice, double chance) {
        boolean expected = choice.easier().total() < choice.harder().total();
        tally.add(expected, expected ? chance : 1 - chance);
    }

    private void tallyStep(Map<String, Foretold> tallies, int index, Chosen choice, double chance) {
        double more = choice.harder().seconds()[index] - choice.easier().seconds()[index];
        if (more != 0) {
            tallies.computeIfAbsent(table.kinds().get(index).name(), step -> new Foretold()).add(more > 0, more > 0 ? chance : 1 - chance);
        }
    }

    /** Foretold and observed, added up. */
    private static final class Foretold {
        private int answers;
        private int observed;
        private double foretold;
        private double variance;

        void add(boolean happened, double chance) {
            answers++;
            observed += happened ? 1 : 0;
            foretold += chance;
            variance += chance * (1 - chance);
        }

        private double deviations() {
            return (observed - foretold) / Math.sqrt(variance);
        }

        boolean isFarOff() {
            return answers >= ENOUGH && Math.abs(deviations()) > TOO_FAR;
        }

        Disagreement told(String about) {
            return new Disagreement(about, answers, foretold, observed, deviations());
        }
    }
}
