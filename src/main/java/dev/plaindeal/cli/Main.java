package dev.plaindeal.cli;

import dev.plaindeal.problem.Problem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

/** Where the process begins and ends: the only class that touches {@link System}'s streams and exit. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        Outlet outlet = new Outlet(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(outlet, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        boolean attended = System.console() != null;
        Instant now = Clock.systemUTC().instant();
        int code = Plaindeal.run(args, new Terminal(System.in, out, err, now, attended, System::nanoTime));
        out.flush();
        outlet.complaint().map(Problem::text).ifPresent(err::println);
        err.flush();
        System.exit(outlet.failed() ? Math.max(code, 1) : code);
    }
}
