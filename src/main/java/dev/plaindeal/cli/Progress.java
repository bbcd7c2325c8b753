package dev.plaindeal.cli;

/** Shows on a terminal how far a long run is; silent where nobody sits in front of it. */
final class Progress {

    private final Terminal terminal;
    private final int all;
    private final boolean shown;
    private final int every;

    Progress(Terminal terminal, int all, int every) {
        this.terminal = terminal;
        this.all = all;
        this.every = every;
        this.shown = terminal.attended() && all > every;
    }

    void done(int number) {
        if (shown && number % every == 0) {
            terminal.err().own("\r" + number + " of " + all);
        }
    }

    /** Clears the line. */
    void end() {
        if (shown) {
            terminal.err().own("\r\u001b[K");
        }
    }
}
