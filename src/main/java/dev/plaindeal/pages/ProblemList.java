package dev.plaindeal.pages;

import dev.plaindeal.problem.Problem;
import java.util.List;

/** Problems as a list: place, sentence, hint. */
final class ProblemList {

    private ProblemList() {}

    static void write(Html html, List<Problem> problems) {
        html.open("ul");
        for (Problem problem : problems) {
            html.open("li").element("code", problem.place().text()).text(" " + problem.place().pointer() + " ");
            html.element("strong", problem.severity().key()).text(": " + problem.message() + " " + problem.hint()).close();
        }
        html.close();
    }
}
