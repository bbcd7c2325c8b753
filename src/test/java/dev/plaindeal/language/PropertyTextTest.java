package dev.plaindeal.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PropertyTextTest {

    @Test
    void remembersWhereEntriesStand() {
        assertThat(PropertyText.parse("# note\n\n  key = a \\\n      b\r\nnext:c"))
                .containsExactly(
                        new PropertyText.Property("key", "a b", 3, 3, 9, "  key = a \\"),
                        new PropertyText.Property("next", "c", 5, 1, 6, "next:c"));
    }

    /** Small texts made of everything the format gives a meaning to, read by us and by the JDK. */
    @Test
    void readsWhatTheJdkReads() throws IOException {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        String[] pieces = {"a", "b", "=", ":", " ", "\t", "\\", "\n", "\r", "\r\n", "#", "!", "\\u00e9", "\\n", "é", "{"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Map<String, String> ours = new HashMap<>();
            PropertyText.parse(text.toString()).forEach(entry -> ours.put(entry.key(), entry.value()));
            Properties jdk = new Properties();
            try {
                jdk.load(new StringReader(text.toString()));
            } catch (IllegalArgumentException badUnicodeEscape) {
                continue;
            }
            // The JDK makes a nameless entry of a lone backslash at the end of the text.
            jdk.remove("");
            ours.remove("");
            assertThat(ours).as("seed %d, draw %d: %s", seed, i, text).isEqualTo(jdk);
        }
    }
}
