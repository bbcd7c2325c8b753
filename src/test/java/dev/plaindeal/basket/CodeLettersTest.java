package dev.plaindeal.basket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rule may ask for as a code: nothing that nobody could type. */
class CodeLettersTest {

    @ParameterizedTest
    @ValueSource(strings = {"SAVE10", "save 10", "双11", "双十一SALE", "夏セールとくとく10", "ㄅㄆ注音A", "한국SALE", "СКИДКА10", "ΕΚΠΤΩΣΗ", "ลด10",
            "خصم١٠", "स्वागत", "ＳＡＶＥ１０", "STRASSE", "straße", "ÉTÉ", "10%", "A-1", "🫖"})
    void canBeTyped(String code) {
        assertThat(CodeLetters.wrong(code)).isEmpty();
    }

    /** The letter named is the one that does not belong, wherever it stands. */
    @ParameterizedTest
    @CsvSource({"СODE10, U+0421", "CODEΟ10, U+039F", "ΑCODE, U+0391", "ՕFF10X, U+0555", "SAVEᎪ, U+13AA", "СКИДKА, U+004B", "ꓢAVE, U+A4E2",
            "ⲤAVE, U+2CA4", "SAVE१०, U+0967", "セールС, U+0421", "ЅAVE, U+0405", "SΑLΕX, U+0391", "ߖAVE, U+07D6"})
    void mixesNoScripts(String code, String letter) {
        assertThat(CodeLetters.wrong(code)).hasValueSatisfying(sentence -> assertThat(sentence).contains(letter));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x3164, 0x115F, 0x1160, 0xFFA0, 0x2800, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202E, 0x2060, 0x2066, 0x034F,
            0x061C, 0x00AD, 0x180E, 0x180B, 0x17B4, 0xFE0F, 0xFE00, 0xFEFF, 0xE0041, 0xE0100, 0xE000, 0x0378, 0xFFFF, 0x1D173, 0x0007, 0x0085})
    void holdsNothingUnseen(int letter) {
        String shown = String.format("U+%04X", letter);
        for (String code : new String[] {"SAVE" + Character.toString(letter), Character.toString(letter) + "SAVE",
                "SA" + Character.toString(letter) + "VE", Character.toString(letter)}) {
            assertThat(CodeLetters.wrong(code)).as(code).hasValueSatisfying(sentence -> assertThat(sentence).contains(shown));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000"})
    void isNotBlank(String code) {
        assertThat(CodeLetters.wrong(code)).hasValue("a code is not blank");
    }
}
