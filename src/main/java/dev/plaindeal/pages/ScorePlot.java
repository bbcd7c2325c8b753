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
    /** More than these have no numbers on a narrow page. */
    private static final int CROWD = 10;

    private ScorePlot() {}

    /**
     * A point.
     *
     * @param across where between left and right, 0 to 1
     * @param score where between bottom and top, 0 to 100
     * @param name what it stands for, shown to who points at it
     */
    record Point(double across, double score, String name) {}

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
        points.forEach(point -> html.open("circle", "class", "point", "cx", x(point), "cy", y(point), "r", "5").element("title", point.name()).close());
        if (points.size() <= MOST_NUMBERED) {
            html.open("g", "class", points.size() > CROWD ? "crowd" : "few");
            PlotLabel.of(points).forEach(number -> label(html, number));
            html.close();
        }
        html.close();
    }

    private static void label(Html html, PlotLabel label) {
        html.element("text", label.number(), "x", x(label.point()), "y", y(label.point()), "dx", String.valueOf(label.side().across()),
                "dy", String.valueOf(label.side().down()), "text-anchor", label.side().anchor());
    }

    private static String x(Point point) {
        return Bars.percent(LEFT + 2 + point.across() * (WIDTH - 6));
    }

    private static String y(Point point) {
        return Bars.percent(y(point.score()));
    }

    private static double y(double score) {
        return TOP + HEIGHT - score * HEIGHT / FULL;
    }
}
