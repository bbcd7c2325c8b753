package dev.plaindeal.calibrate;

import java.util.List;

/**
 * What one person is asked.
 *
 * @param number from 1
 * @param items in the order in which they are shown
 */
public record QuestionForm(int number, List<PlannedItem> items) {

    /** Choices of a form that are fitted. */
    static final int CHOICES = 20;
    /** Choices asked twice. */
    static final int REPEATS = 2;
    /** Prices to pay that are timed. */
    static final int TIMED = 6;

    /** Copies the list. */
    public QuestionForm {
        items = List.copyOf(items);
    }
}
