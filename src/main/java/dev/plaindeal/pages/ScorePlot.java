package dev.plaindeal.pages;

import java.util.List;

/** Points on two axes, each with a number that stands in the table below the picture. */
final class ScorePlot {

    private static final double FULL = 100;
    private static final double LEFT = 7;
    private static final double WIDTH = 90;
    private static final double TOP = 4;
    private static final double HEIGHT = 84;
    private static final int STEP = 20;
    /** Beyond this many, numbers beside the points hide the points. */
    private static final int MOST_NUMBERED = 25;

    private ScorePlot() {}

    /**
     * A point.
     *
     * @param across where between left and right, 0 to 1
     * @param score where between bottom and top, 0 to 100
     */
    record Point(double across, double score) {}

    /**
     * The picture.
     *
     * @param label what it shows, for who does not see it
     * @param least what stands at the left end of the axis
     * @param most what stands at its right end
     */
    static void write(Html html, String label, String least, String most, List<Point> points) {
        html.open("svg", "class", "wide plot", "role", "img", "aria-label", label);
        for (int score = 0; score <= FULL; score += STEP) {
            String y = Bars.percent(y(score));
            html.open("line", "class", "axis", "x1", Bars.percent(LEFT), "x2", Bars.percent(LEFT + WIDTH), "y1", y, "y2", y).close();
            html.element("text", String.valueOf(score), "class", "soft", "x", Bars.percent(LEFT - 1), "y", y, "dy", "4", "text-anchor", "end");
        }
        html.element("text", least, "class", "soft", "x", Bars.percent(LEFT), "y", Bars.percent(96));
        html.element("text", most, "class", "soft", "x", Bars.percent(LEFT + WIDTH), "y", Bars.percent(96), "text-anchor", "end");
        for (int i = 0; i < points.size(); i++) {
            point(html, points.get(i), points.size() <= MOST_NUMBERED ? String.valueOf(i + 1) : "");
        }
        html.close();
    }

    private static void point(Html html, Point point, String number) {
        String x = Bars.percent(LEFT + 2 + point.across() * (WIDTH - 6));
        String y = Bars.percent(y(point.score()));
        html.open("circle", "class", "point", "cx", x, "cy", y, "r", "5").close();
        html.element("text", number, "x", x, "y", y, "dx", "8", "dy", "-5");
    }

    private static double y(double score) {
        return TOP + HEIGHT - score * HEIGHT / FULL;
    }
}
