package dev.plaindeal.verify;

import dev.plaindeal.verify.Difference.Topic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Writes differences for people: amounts in columns with what changed, everything else as "was -> is". */
public final class DiffText {

    private static final int MOST_OF_THE_REST = 12;
    private static final int LABEL = 36;
    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();

    private DiffText() {}

    /** Indented lines with a line end each; no line when nothing differs. */
    public static String of(List<Difference> differences) {
        DiffText writer = new DiffText();
        for (Topic topic : Topic.values()) {
            writer.topic(topic, differences.stream().filter(d -> d.topic() == topic).toList());
        }
        return writer.text.toString();
    }

    private void topic(Topic topic, List<Difference> differences) {
        if (differences.isEmpty()) {
            return;
        }
        text.append(topic == Topic.MONEY
                ? String.format(Locale.ROOT, "  %-38s%12s%12s%12s\n", topic.words(), "receipt", "now", "change")
                : "  " + topic.words() + "\n");
        int shown = topic == Topic.REST ? Math.min(MOST_OF_THE_REST, differences.size()) : differences.size();
        differences.subList(0, shown).forEach(this::difference);
        if (shown < differences.size()) {
            text.append("    ... and ").append(differences.size() - shown).append(" more\n");
        }
    }

    private void difference(Difference difference) {
        if (difference.topic() == Topic.MONEY) {
            row(difference);
        } else {
            sentence(difference);
        }
    }

    private void row(Difference money) {
        String change = money.change().map(DiffText::signed).orElse("");
        String row = String.format(
                Locale.ROOT, "    %-36s%12s%12s%12s", money.what(), shown(money.before()), shown(money.after()), change);
        text.append(row.stripTrailing()).append('\n');
    }

    private void sentence(Difference difference) {
        String label = String.format(Locale.ROOT, "    %-" + LABEL + "s", difference.what()) + " ";
        String was = shown(difference.before());
        String is = shown(difference.after());
        String change = difference.change().map(number -> " (" + signed(number) + ")").orElse("");
        if (label.length() + was.length() + is.length() + change.length() + 4 <= WIDTH) {
            text.append(label).append(was).append(" -> ").append(is).append(change).append('\n');
        } else {
            text.append("    ").append(difference.what()).append('\n');
            text.append("      was ").append(was).append('\n');
            text.append("      now ").append(is).append(change).append('\n');
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private static String signed(BigDecimal number) {
        return number.signum() > 0 ? "+" + number.toPlainString() : number.toPlainString();
    }
}
