package dev.plaindeal.check;

import dev.plaindeal.problem.Problem;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Stacking rules that keep no promotion of a layer, or let none take anything off: they are then there for nothing. */
final class KeepsNothing implements Check {

    private static final Pattern NOTHING = Pattern.compile("[^1-9]*");

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        desk.stackingWords().stream()
                .filter(word -> word.word().equals("keeps") && word.text(0).equals("0"))
                .forEach(word -> found.accept(Problem.warning(
                        "keeps-nothing",
                        word.at(),
                        "with keeps(0) no promotion of this layer is ever kept",
                        "Write keeps(1), or put the promotions aside that nobody should get.")));
        desk.stackingWords().stream()
                .filter(word -> word.word().equals("mostOff") && NOTHING.matcher(word.text(0)).matches())
                .forEach(word -> found.accept(Problem.warning(
                        "keeps-nothing",
                        word.at(),
                        "at most " + word.text(0) + " off is nothing off, whatever the promotions say",
                        "Raise it, or put the promotions aside that nobody should get.")));
    }
}
