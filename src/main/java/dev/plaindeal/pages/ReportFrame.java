package dev.plaindeal.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;

/** What is around every report: the head with its style sheet, which alone the page's policy lets in, and the end. */
final class ReportFrame {

    private static final String CSS = css();
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(CSS) + "'; base-uri 'none'; form-action 'none'";

    private ReportFrame() {}

    /** A whole page. */
    static String page(String title, Consumer<Html> content) {
        Html html = new Html();
        content.accept(html);
        return opening(title) + html.markup() + ENDING;
    }

    /** The beginning of a page, up to where its content stands. */
    static String opening(String title) {
        Html html = new Html();
        html.open("html", "lang", "en");
        html.open("head");
        html.open("meta", "charset", "utf-8");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", title);
        html.style(CSS);
        html.close();
        html.open("body").open("main").element("h1", title);
        return "<!doctype html>\n" + html.piece();
    }

    /** What ends a page that was opened. */
    static final String ENDING = "</main></body></html>\n";

    private static String css() {
        try (InputStream css = ReportFrame.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
