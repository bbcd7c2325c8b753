package dev.plaindeal.pages;

import java.util.Locale;

/** Pieces of pictures that stretch with the page: places and widths are percentages of the width there is. */
final class Bars {

    private static final double FULL = 100;

    private Bars() {}

    /** A length as a share of another, in percent; 0 of nothing. */
    static double share(long part, long whole) {
        return whole == 0 ? 0 : part * FULL / whole;
    }

    /** A bar, {@code 12.5%} for 12.5. */
    static void bar(Html html, String kind, double from, double width) {
        html.open("rect", "class", kind, "x", percent(from), "y", "15%", "width", percent(Math.max(0, width)), "height", "70%").close();
    }

    /** The colour of a thing as a square beside its name. */
    static void swatch(Html html, String kind) {
        html.open("svg", "class", "swatch", "aria-hidden", "true");
        html.open("rect", "class", kind, "width", "100%", "height", "100%").close();
        html.close();
    }

    static String percent(double number) {
        return String.format(Locale.ROOT, "%.2f%%", number);
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
