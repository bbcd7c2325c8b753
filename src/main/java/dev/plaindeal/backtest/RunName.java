package dev.plaindeal.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run is a run of, so that one that was stopped goes on with the same and nothing else: a fingerprint of each thing that changes
 * the answer. How many threads work at it, and how many bad lines are put up with, change none.
 *
 * @param rules both rule books
 * @param orders the files, with what tells them from the same files after a change
 * @param rejects where bad lines go
 * @param settings whatever else
 */
record RunName(String rules, String orders, String rejects, String settings) {

    /** Of what these texts say. */
    static RunName of(String rules, String orders, String rejects, String settings) {
        return new RunName(Fingerprint.of(rules), Fingerprint.of(orders), Fingerprint.of(rejects), Fingerprint.of(settings));
    }

    /** In words, what of it is another. */
    List<String> differences(RunName other) {
        List<String> differences = new ArrayList<>();
        if (!rules.equals(other.rules)) {
            differences.add("other rules");
        }
        if (!orders.equals(other.orders)) {
            differences.add("other orders");
        }
        if (!rejects.equals(other.rejects)) {
            differences.add("another file of bad lines");
        }
        if (!settings.equals(other.settings)) {
            differences.add("other settings");
        }
        return differences;
    }
}
