package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutletTest {

    private static Outlet printed(OutputStream to) {
        Outlet outlet = new Outlet(to);
        PrintWriter out = new PrintWriter(outlet, false, StandardCharsets.UTF_8);
        out.println("To pay");
        out.flush();
        return outlet;
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(why);
            }
        };
    }

    @Test
    void aReceiptThatIsLostIsNoSuccess() {
        Outlet full = printed(failing("No space left on device"));
        assertThat(full.failed()).isTrue();
        assertThat(full.complaint().map(Problem::text).orElse("")).isEqualTo("""
                <stdout>: error: the output could not be written to its end: No space left on device [output-lost]
                    Nothing that was printed can be relied on.""");
    }

    @Test
    void aReaderWhoHasHadEnoughIsNoReasonToComplain() {
        Outlet gone = printed(failing("Broken pipe"));
        assertThat(gone.failed()).isTrue();
        assertThat(gone.complaint()).isEmpty();
    }

    @Test
    void otherwiseNothingIsSaid() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        Outlet outlet = printed(to);
        assertThat(to.toString(StandardCharsets.UTF_8)).startsWith("To pay");
        assertThat(outlet.failed()).isFalse();
        assertThat(outlet.complaint()).isEmpty();
    }
}
