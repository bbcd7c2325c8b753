package dev.plaindeal.check;

import dev.plaindeal.problem.Problem;
import java.util.function.Consumer;

/** Stacking rules that keep no promotion of a layer: every promotion of it is then there for nothing. */
final class KeepsNothing implements Check {

    @Override
    public void look(Desk desk, Consumer<Problem> found) {
        desk.stackingWords().stream()
                .filter(word -> word.word().equals("keeps") && word.text(0).equals("0"))
                .forEach(word -> found.accept(Problem.warning(
                        "keeps-nothing",
                        word.at(),
                        "with keeps(0) no promotion of this layer is ever kept",
                        "Write keeps(1), or put the promotions aside that nobody should get.")));
    }
}
