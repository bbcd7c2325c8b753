package dev.plaindeal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenTest {

    /** Written down apart from the table, from the lists of the Unicode standard. */
    private static final Pattern HIDDEN = Pattern.compile("[\\x{0}-\\x{1f}\\x{7f}-\\x{9f}\\x{ad}\\x{34f}\\x{61c}\\x{115f}\\x{1160}"
            + "\\x{17b4}\\x{17b5}\\x{180b}-\\x{180f}\\x{200b}-\\x{200f}\\x{2028}-\\x{202e}\\x{2060}-\\x{206f}\\x{2800}\\x{3164}"
            + "\\x{d800}-\\x{dfff}\\x{fdd0}-\\x{fdef}\\x{fe00}-\\x{fe0f}\\x{feff}\\x{ffa0}\\x{fff0}-\\x{fffb}\\x{fffe}\\x{ffff}"
            + "\\x{13430}-\\x{13438}\\x{1bca0}-\\x{1bca3}\\x{1d173}-\\x{1d17a}\\x{e0000}-\\x{e0fff}]");

    @Test
    void everyCharacterThatCannotBeSeenIsHidden() {
        for (int c = 0; c <= 0x10FFFF; c++) {
            boolean nothing = (c & 0xFFFE) == 0xFFFE;
            boolean expected = nothing || HIDDEN.matcher(Character.toString(c)).matches();
            assertThat(Hidden.is(c)).as("U+%04X", c).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "plain", "50 %", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0915\u094d\u200d\u0937", "\u0915\u094d\u200c\u0937",
        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\ud83d\udc69\ud83c\udffd\u200d\ud83d\ude80", "\u2764\ufe0f\u200d\ud83d\udd25",
        "\u2600\ufe0f", "1\ufe0f\u20e3", "\u845b\udb40\udd00", "\u0e2a\u0e48\u0e27\u0e19\u0e25\u0e14", "\u0627\u064b\u200c\u0628",
        "a\u00a0b", "\u3000", "\u2007"
    })
    void whatItsNeighboursNeedMayStand(String text) {
        assertThat(Hidden.firstIn(text)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SA\u200cVE", "SA\u200dVE", "SA\ufe0fVE", "SA\udb40\udd00VE", "or\u200bder", "x\u202ey", "x\ud800y", "\u0645\u0645\u200b\u0645",
        "\u0645\u0645\u200c", "\u0645\u0645\u200c\u200c\u0645", "\u0645\u0645\u200f\u0645", "\u0e2a\u200d\u0e48", "ab\udb40\udc41"
    })
    void nothingElseMay(String text) {
        assertThat(Hidden.firstIn(text)).isBetween(1, 3);
    }
}
