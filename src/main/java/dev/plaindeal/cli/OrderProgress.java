package dev.plaindeal.cli;

import dev.plaindeal.backtest.RunProgress;
import java.util.Locale;

/** Shows how many orders are worked off, where nobody knows how many there are; silent where nobody sits in front of it. */
final class OrderProgress implements RunProgress {

    private final Terminal terminal;

    OrderProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(LineStep step, long lines) {
        show(lines, switch (step) {
            case READ -> " orders read";
            case DONE -> " orders";
        });
    }

    void made(long orders) {
        show(orders, " orders");
    }

    /** What was there before may have been longer. */
    private void show(long number, String what) {
        if (terminal.attended()) {
            terminal.err().own("\r" + String.format(Locale.ROOT, "%,d", number) + what + "\u001b[K");
        }
    }

    /** Clears the line. */
    void end() {
        if (terminal.attended()) {
            terminal.err().own("\r\u001b[K");
        }
    }
}
