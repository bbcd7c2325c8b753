package dev.plaindeal.check;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.text.Visible;

/**
 * A check's findings as GitHub's workflow commands, which its runners and several others show beside the line in a pull
 * request: {@code ::error file=...,line=...,col=...,title=...::message}.
 */
public final class CheckGithub {

    private CheckGithub() {}

    /** One line for each finding, then the summary. */
    public static String of(CheckReport report) {
        StringBuilder text = new StringBuilder();
        report.errors().forEach(problem -> text.append(line(problem)));
        report.warnings().forEach(problem -> text.append(line(problem)));
        return text.append(report.summary()).append('\n').toString();
    }

    private static String line(Problem problem) {
        Place place = problem.place();
        String where = "file=" + property(Visible.line(place.file()))
                + (place.line() > 0 ? ",line=" + place.line() : "")
                + (place.column() > 0 ? ",col=" + place.column() : "");
        String message = problem.message() + (problem.hint().isEmpty() ? "" : "\n" + problem.hint());
        return "::" + problem.severity().key() + " " + where + ",title=" + property(problem.code()) + "::" + data(message)
                + "\n";
    }

    /** A line end or percent sign would end the command or begin an escape. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
