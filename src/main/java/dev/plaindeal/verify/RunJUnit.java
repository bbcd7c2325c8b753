package dev.plaindeal.verify;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.text.Visible;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a run as JUnit XML, the form continuous integration reads: one test suite, one test case per fixture. What
 * differs is a failure; what cannot be used is an error.
 */
public final class RunJUnit {

    private final StringBuilder text = new StringBuilder();

    private RunJUnit() {}

    /** A whole XML document with a line end at its end. */
    public static String of(FixtureRun run, double seconds) {
        RunJUnit writer = new RunJUnit();
        writer.document(run, String.format(Locale.ROOT, "%.3f", seconds));
        return writer.text.toString();
    }

    private void document(FixtureRun run, String seconds) {
        RunTally tally = RunTally.of(run);
        long failures = tally.different() + tally.noReceipt();
        long errors = tally.refused() + tally.noBasket();
        String counts = " tests=\"" + run.verdicts().size() + "\" failures=\"" + failures + "\" errors=\"" + errors
                + "\" skipped=\"0\" time=\"" + seconds + "\">\n";
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"plaindeal\"").append(counts);
        text.append("  <testsuite name=\"fixtures\"").append(counts);
        run.verdicts().forEach(this::verdict);
        text.append("  </testsuite>\n</testsuites>\n");
    }

    private void verdict(Verdict verdict) {
        String path = verdict.fixture();
        int slash = path.lastIndexOf('/');
        String suite = "fixtures" + (slash < 0 ? "" : "." + path.substring(0, slash).replace('/', '.'));
        text.append("    <testcase classname=\"").append(escaped(Visible.line(suite)));
        text.append("\" name=\"").append(escaped(Visible.line(path.substring(slash + 1)))).append("\" time=\"0.000\"");
        String body = body(verdict);
        text.append(body.isEmpty() ? "/>\n" : ">\n" + body + "    </testcase>\n");
    }

    private static String body(Verdict verdict) {
        if (verdict instanceof Verdict.Different different) {
            return element("failure", headline(different), DiffText.of(different.differences()));
        }
        if (verdict instanceof Verdict.NoReceipt missing) {
            return element("failure", "there is no receipt", "T" + missing.sentence().substring(1) + " yet.\n");
        }
        if (verdict instanceof Verdict.NoBasket) {
            return element("error", "there is no basket for this receipt", "");
        }
        if (verdict instanceof Verdict.Refused refused) {
            List<Problem> problems = refused.problems();
            String all = String.join("\n", problems.stream().map(Problem::text).toList());
            return element("error", problems.get(0).message(), all + "\n");
        }
        return "";
    }

    private static String headline(Verdict.Different different) {
        Difference first = different.differences().get(0);
        String more = different.differences().size() == 1 ? "" : " and " + (different.differences().size() - 1) + " more";
        return first.what() + " was " + (first.before().isEmpty() ? "-" : first.before()) + ", is "
                + (first.after().isEmpty() ? "-" : first.after()) + more;
    }

    private static String element(String name, String message, String body) {
        return "      <" + name + " message=\"" + escaped(Visible.line(message)) + "\">" + escaped(body) + "</" + name + ">\n";
    }

    /** XML has no way at all to say most control characters, nor half a character; all that are hidden are made visible. */
    private static String escaped(String text) {
        return text.lines()
                .map(line -> Visible.line(line)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"))
                .collect(Collectors.joining("\n", "", text.endsWith("\n") ? "\n" : ""));
    }
}
