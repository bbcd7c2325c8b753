package dev.plaindeal.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VisibleTest {

    private static final String HINDI = "\u0915\u094d\u200d\u0937";
    private static final String ARABIC = "\u062f.\u0643.\u200f";

    @Test
    void aNameIsOneLine() {
        assertThat(Visible.line("a\u001b[2Jb\n::error::c\td\u2028\r")).isEqualTo("a\\u001b[2Jb\\u000a::error::c\\u0009d\\u2028\\u000d");
    }

    @Test
    void aNameKeepsWhatItsLettersNeed() {
        assertThat(Visible.line(HINDI)).isEqualTo(HINDI);
        assertThat(Visible.line(ARABIC)).isEqualTo("\u062f.\u0643.\\u200f");
    }

    @Test
    void aLineStartsNoCommand() {
        assertThat(Visible.output("::error file=x::y")).isEqualTo("\\u003a:error file=x::y");
        assertThat(Visible.output(" \u00a0\u3000::stop-commands::y")).isEqualTo(" \u00a0\u3000\\u003a:stop-commands::y");
        assertThat(Visible.excerpt("x ##[add-mask]y ##vso[z]")).isEqualTo("x \\u0023#[add-mask]y \\u0023#vso[z]");
        assertThat(Visible.output("a::b ## c [d]")).isEqualTo("a::b ## c [d]");
    }

    @Test
    void anExcerptKeepsItsTabsAndShowsAllElse() {
        assertThat(Visible.excerpt("\t" + HINDI + "\u202e")).isEqualTo("\t\u0915\u094d\\u200d\u0937\\u202e");
        assertThat(Visible.excerpt("x\ud83d\ude00\udb40\udc41y", 5)).isEqualTo("x\ud83d\ude00\\udb40\\udc41");
        assertThat(Visible.excerpt("  ::error::x", 3)).isEqualTo("  \\u003a");
    }

    @Test
    void aLineThatGoesOutKeepsMarksOfRightToLeftText() {
        assertThat(Visible.output("1\t" + ARABIC)).isEqualTo("1\t" + ARABIC);
        assertThat(Visible.output("\u0645 \u20671\u2069")).isEqualTo("\u0645 \u20671\u2069");
        assertThat(Visible.output("\u0645 \u20671")).isEqualTo("\u0645 \\u20671");
        assertThat(Visible.output("\u0645 \u2069\u20671")).isEqualTo("\u0645 \\u2069\\u20671");
        assertThat(Visible.output("\u0645\u202e\u200b\u001b")).isEqualTo("\u0645\\u202e\\u200b\\u001b");
        assertThat(Visible.output("x\u200f\u061c")).isEqualTo("x\\u200f\\u061c");
        assertThat(Visible.output("  ::error::x")).isEqualTo("  \\u003a:error::x");
    }

    @Test
    void jsonSaysTheSame() throws Exception {
        ObjectMapper json = new ObjectMapper();
        long seed = 20261105;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(8, 0, 0x11000).mapToObj(c -> Character.toString(c < 0x10000 ? c : c + 0xD0000)).reduce("", String::concat);
            String written = json.writeValueAsString(text);
            String shown = Visible.json(written);
            assertThat(shown.codePoints().noneMatch(Hidden::is)).as("seed %d: %s", seed, shown).isTrue();
            assertThat(json.readTree(shown).textValue()).as("seed %d: %s", seed, shown).isEqualTo(text);
        }
    }
}
