package dev.plaindeal.pages;

import dev.plaindeal.text.Visible;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML and SVG in which no text can be anything but text: the one way to markup is an element, and what stands in one is
 * escaped. For one thread.
 *
 * <p>{@code new Html().element("b", "1 < 2").markup()} gives {@code <b>1 &lt; 2</b>}.
 */
final class Html {

    static final char LEFT_TO_RIGHT = '\u200e';
    static final char RIGHT_TO_LEFT = '\u200f';

    private static final Set<String> WITHOUT_END = Set.of("meta", "br");

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param tag of our own, never from outside
     * @param attributes names and values in turn; the names are of our own
     */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        if (!WITHOUT_END.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    /** A text; what cannot be seen in it is shown, or a name could pass for another. */
    Html text(String text) {
        escape(text);
        return this;
    }

    /** A mark of direction, U+200E or U+200F, in what is isolated: it turns nothing that stands around it. */
    Html mark(char mark) {
        out.append(mark == LEFT_TO_RIGHT ? "&lrm;" : "&rlm;");
        return this;
    }

    /** An element with nothing but a text in it. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Ends the element that was opened last. */
    Html close() {
        String tag = open.pop();
        out.append("</").append(tag).append('>');
        if (BLOCKS.contains(tag)) {
            out.append('\n');
        }
        return this;
    }

    private static final Set<String> BLOCKS =
            Set.of("p", "tr", "table", "section", "h1", "h2", "h3", "figure", "svg", "ul", "ol", "li", "main", "head", "style", "div", "caption");

    /** A style sheet of our own, as it is. */
    Html style(String css) {
        out.append("<style>").append(css).append("</style>\n");
        return this;
    }

    private void escape(String text) {
        String shown = Visible.output(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    /**
     * All of it.
     *
     * @throws IllegalStateException while an element is open
     */
    String markup() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("<" + open.peek() + "> is not closed");
        }
        return out.toString();
    }

    /** What was written so far, for a page that is sent in pieces; what is open stays so. */
    String piece() {
        String piece = out.toString();
        out.setLength(0);
        return piece;
    }
}
