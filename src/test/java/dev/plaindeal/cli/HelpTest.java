package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Help says what it says, percent signs too, and the library of options has nothing to warn of beside it. */
class HelpTest {

    @Test
    void nothingIsWarnedOfBesideTheHelpOfNew() {
        PrintStream before = System.err;
        ByteArrayOutputStream warned = new ByteArrayOutputStream();
        StringWriter out = new StringWriter();
        System.setErr(new PrintStream(warned, true, StandardCharsets.UTF_8));
        try {
            Terminal terminal = new Terminal(
                    InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(new StringWriter()), Instant.EPOCH);
            assertThat(Plaindeal.run(new String[] {"new", "--help"}, terminal)).isZero();
        } finally {
            System.setErr(before);
        }
        assertThat(warned.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(out.toString()).contains("for instance 50% or USD 4.");
    }
}
