package dev.plaindeal.pages;

import dev.plaindeal.pages.ScorePlot.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The number beside a point, on a side where it lies on no other number and no other point. A point that has no such side has no number;
 * pointed at, it says its name.
 */
record PlotLabel(Point point, String number, NumberSide side) {

    /** Pixels that a plot has on a wide page, and that a digit has. */
    private static final double WIDTH = 800;
    private static final double HEIGHT = 255;
    private static final double DIGIT_WIDTH = 8;
    private static final double DIGIT_HEIGHT = 10;
    private static final double RADIUS = 5;

    /** Where a number stands, seen from its point, in pixels. */
    enum NumberSide {
        ABOVE_RIGHT(8, -5, "start"),
        BELOW_RIGHT(8, 14, "start"),
        ABOVE_LEFT(-8, -5, "end"),
        BELOW_LEFT(-8, 14, "end");

        private final int across;
        private final int down;
        private final String anchor;

        NumberSide(int across, int down, String anchor) {
            this.across = across;
            this.down = down;
            this.anchor = anchor;
        }

        int across() {
            return across;
        }

        int down() {
            return down;
        }

        String anchor() {
            return anchor;
        }
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** Those of points, by their order; the first has the first choice. */
    static List<PlotLabel> of(List<Point> points) {
        List<PlotLabel> placed = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            String number = String.valueOf(i + 1);
            Optional<PlotLabel> free = Stream.of(NumberSide.values())
                    .map(side -> new PlotLabel(point, number, side))
                    .filter(label -> placed.stream().noneMatch(other -> other.box().meets(label.box())))
                    .filter(label -> points.stream().noneMatch(other -> dot(other).meets(label.box())))
                    .findFirst();
            free.ifPresent(placed::add);
        }
        return placed;
    }

    private Box box() {
        double width = DIGIT_WIDTH * number.length();
        double near = point.across() * WIDTH + side.across;
        double bottom = -point.score() * HEIGHT / 100 + side.down;
        double left = side.across > 0 ? near : near - width;
        return new Box(left, bottom - DIGIT_HEIGHT, left + width, bottom);
    }

    private static Box dot(Point point) {
        double x = point.across() * WIDTH;
        double y = -point.score() * HEIGHT / 100;
        return new Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS);
    }
}
