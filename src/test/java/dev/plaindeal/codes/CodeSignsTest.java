package dev.plaindeal.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The check character finds every slip it promises to find: all of them are tried. */
class CodeSignsTest {

    private static final long SEED = 20261127;

    private static String code(int length, Random random) {
        return new CodeMaker(new CodeOrder("p", 1, length, ""), random).code();
    }

    @Test
    void aWrongSignNeverFits() {
        Random random = new Random(SEED);
        for (int run = 0; run < 60; run++) {
            String code = code(6 + run % 30, random);
            assertThat(CodeSigns.fit(code)).as(code).isTrue();
            for (int at = 0; at < code.length(); at++) {
                for (int sign = 0; sign < CodeSigns.count(); sign++) {
                    StringBuilder slip = new StringBuilder(code);
                    slip.setCharAt(at, CodeSigns.sign(sign));
                    assertThat(CodeSigns.fit(slip.toString())).as("%s for %s", slip, code).isEqualTo(slip.toString().equals(code));
                }
            }
        }
    }

    @Test
    void twoSignsSwappedNeverFitUnlessTheyAreTheSame() {
        Random random = new Random(SEED);
        for (int run = 0; run < 200; run++) {
            String code = code(6 + run % 17, random);
            for (int at = 0; at < code.length(); at++) {
                for (int other = at + 1; other < code.length(); other++) {
                    StringBuilder slip = new StringBuilder(code);
                    slip.setCharAt(at, code.charAt(other));
                    slip.setCharAt(other, code.charAt(at));
                    assertThat(CodeSigns.fit(slip.toString())).as("%s for %s", slip, code).isEqualTo(code.charAt(at) == code.charAt(other));
                }
            }
        }
    }

    @Test
    void noSignLooksLikeAnother() {
        assertThat(CodeSigns.count()).isEqualTo(23);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < CodeSigns.count(); i++) {
            all.append(CodeSigns.sign(i));
        }
        for (String alike : List.of("0O", "1IL", "2Z", "5S", "6G", "8B", "UV")) {
            assertThat(alike.chars().filter(c -> all.indexOf(String.valueOf((char) c)) >= 0).count()).as(alike).isLessThan(2);
        }
        assertThat(all.toString()).doesNotContainPattern("[AEIOUY]");
    }

    @Test
    void allSignsAreEquallyLikely() {
        int[] seen = new int[128];
        CodeMaker maker = new CodeMaker(new CodeOrder("p", 1, 24, ""), new Random(SEED));
        for (int i = 0; i < 10_000; i++) {
            maker.code().substring(0, 23).chars().forEach(c -> seen[c]++);
        }
        for (int i = 0; i < CodeSigns.count(); i++) {
            assertThat(seen[CodeSigns.sign(i)]).isBetween(9_600, 10_400);
        }
    }

    @Test
    void onlyCodesOfTheseSignsCanBeMistyped() {
        assertThat(CodeSigns.areAll("TEA10")).isFalse();
        assertThat(CodeSigns.areAll("TEA-" + code(12, new Random(SEED)))).isTrue();
        assertThat(CodeSigns.fit("TEA-" + code(12, new Random(SEED)))).isTrue();
        assertThat(CodeSigns.areAll("TEA-")).isFalse();
    }
}
