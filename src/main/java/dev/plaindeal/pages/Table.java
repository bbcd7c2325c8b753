package dev.plaindeal.pages;

/** The rows of a table, cell by cell; on a narrow page each row is a block in which every number says what it is. For one thread. */
final class Table {

    private final Html html;
    private final String[] heads;
    private int column;

    private Table(Html html, String... heads) {
        this.html = html;
        this.heads = heads;
    }

    /**
     * Begins a table.
     *
     * @param caption what it shows
     * @param heads one for each column; one that begins with {@code #} is of numbers
     */
    static Table open(Html html, String caption, String... heads) {
        html.open("table", "class", "stack").element("caption", caption).open("thead").open("tr");
        for (String head : heads) {
            html.element("th", name(head), "scope", "col", "class", isNumber(head) ? "num" : "word");
        }
        html.close().close().open("tbody");
        return new Table(html, heads);
    }

    private static boolean isNumber(String head) {
        return head.startsWith("#");
    }

    private static String name(String head) {
        return isNumber(head) ? head.substring(1) : head;
    }

    /** Begins a row with what it is about. */
    Table row(String title) {
        return row(title, "plain");
    }

    /** The same, of a kind that the style sheet knows. */
    Table row(String title, String kind) {
        html.open("tr", "class", kind).element("th", title, "scope", "row");
        column = 1;
        return this;
    }

    /** The next cell. */
    Table cell(String text) {
        String head = heads[column];
        column++;
        html.element("td", text, "data-label", name(head), "class", isNumber(head) ? "num" : "word");
        return this;
    }

    /** The next cell, for a picture that its writer draws; nobody reads it out, the numbers beside it say the same. */
    Table picture(Runnable picture) {
        column++;
        html.open("td", "class", "bar", "aria-hidden", "true");
        picture.run();
        html.close();
        return this;
    }

    /** Ends a row. */
    Table end() {
        html.close();
        return this;
    }

    /** Ends the table. */
    void close() {
        html.close().close();
    }
}
