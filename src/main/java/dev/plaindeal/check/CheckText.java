package dev.plaindeal.check;

import dev.plaindeal.problem.Problem;

/** A check's findings for people: errors, then warnings, then one line. */
public final class CheckText {

    private CheckText() {}

    /** All of it, with a line end at its end. */
    public static String of(CheckReport report) {
        StringBuilder text = new StringBuilder();
        for (Problem error : report.errors()) {
            text.append(error.text()).append('\n');
        }
        if (!report.errors().isEmpty() && !report.warnings().isEmpty()) {
            text.append('\n');
        }
        for (Problem warning : report.warnings()) {
            text.append(warning.text()).append('\n');
        }
        if (!report.problems().isEmpty()) {
            text.append('\n');
        }
        return text.append(report.summary()).append('\n').toString();
    }
}
