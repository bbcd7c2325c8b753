package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.cli.Desk.Run;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes are made, merged, checked and priced with, from the command line. */
class CodesTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void setUp() {
        desk = new Desk(folder);
        desk.write("rules/promotions/birthday.drl", """
                // 10 % off with a code of one's own.
                package promotions
                import dev.plaindeal.model.*

                rule "birthday"
                when
                    $coupon : PlatformCoupon( codePool == "birthday" )
                then
                    $coupon.percentOff(10);
                end
                """);
    }

    private String anyCode() {
        return desk.read("codes.txt").lines().skip(1).findFirst().orElseThrow().split("\t")[0];
    }

    @Test
    void madeCheckedAddedToAndPricedWith() {
        Run made = desk.run("codes", "make", "--pool", "birthday", "--count", "1000", "--out", "./codes.txt");
        assertThat(made.err()).isEmpty();
        assertThat(made.out()).isEqualTo("1,000 codes of the pool birthday written to codes.txt; "
                + "of 952,809,757,913 guesses one hits a code of this pool\n");
        desk.write("own.txt", "tea 1\nTEA1\n");
        Run merged = desk.run("codes", "merge", "./own.txt", "--pool", "birthday", "--into", "./codes.txt");
        assertThat(merged).isEqualTo(new Run(0, "codes.txt has 1,001 codes\n", "1 code was there twice and written once\n"));
        Run more = desk.run("codes", "make", "--pool", "birthday", "--count", "1", "--into", "./codes.txt");
        assertThat(more.code()).isZero();
        assertThat(desk.run("codes", "check", "./codes.txt").out())
                .isEqualTo("codes.txt is sorted and whole: 1,002 codes\n  birthday: 1,002 codes\n");
        assertThat(desk.files()).contains("codes.txt").noneMatch(file -> file.contains("half") || file.contains("plaindeal-codes"));
        desk.basket("shop/mine", "60.00", "tea1");
        String[] evaluate = {"evaluate", "./fixtures/shop/mine.basket.json", "--rules", "./rules"};
        assertThat(desk.run(evaluate.clone()).out()).contains("No promotion has this code.");
        Run priced = desk.run("evaluate", "./fixtures/shop/mine.basket.json", "--rules", "./rules", "--code-directory", "./codes.txt");
        assertThat(priced.err()).isEmpty();
        assertThat(priced.out()).contains("birthday").contains("TEA1").doesNotContain("No promotion has this code.");
    }

    @Test
    void codesAreLookedUpAndAMistypedOneIsSuspected() {
        desk.run("codes", "make", "--pool", "birthday", "--count", "10", "--out", "./codes.txt");
        String code = anyCode();
        assertThat(desk.run("codes", "check", "./codes.txt", code.toLowerCase(Locale.ROOT)))
                .isEqualTo(new Run(0, code.toLowerCase(Locale.ROOT) + ": in the pool birthday\n", ""));
        String slip = (code.startsWith("2") ? "3" : "2") + code.substring(1);
        assertThat(desk.run("codes", "check", "./codes.txt", slip, "TEA10")).isEqualTo(new Run(
                1, slip + ": not in this file; its check character does not fit, so it may be mistyped\nTEA10: not in this file\n", ""));
    }

    @Test
    void nothingIsOverwrittenAndADamagedFileIsNotAddedTo() {
        desk.run("codes", "make", "--pool", "birthday", "--count", "10", "--out", "./codes.txt");
        String before = desk.read("codes.txt");
        assertThat(desk.run("codes", "make", "--pool", "birthday", "--count", "10", "--out", "./codes.txt").err()).contains("[file-exists]");
        assertThat(desk.read("codes.txt")).isEqualTo(before);
        desk.write("codes.txt", before.replaceFirst("\tbirthday\n$", "\tholidays\n"));
        Run refused = desk.run("codes", "make", "--pool", "birthday", "--count", "10", "--into", "./codes.txt");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("[damaged-code-file]");
        Run checked = desk.run("codes", "check", "./codes.txt");
        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.err()).contains("there are 10, and some are others");
        desk.write("cut.txt", before.substring(0, before.length() - 5));
        Run evaluated = desk.run("evaluate", "./fixtures/shop/big.basket.json", "--rules", "./rules", "--code-directory", "./cut.txt");
        assertThat(evaluated.code()).isEqualTo(1);
        assertThat(evaluated.err()).contains("it was cut off");
        assertThat(evaluated.out()).isEmpty();
    }

    @Test
    void whatCannotBeMeantIsWrongUsage() {
        assertThat(desk.run("codes").code()).isEqualTo(2);
        assertThat(desk.run("codes", "make", "--pool", "p", "--count", "10").err()).contains("either --out FILE or --into FILE");
        Run easy = desk.run("codes", "make", "--pool", "p", "--count", "10000", "--length", "6", "--out", "./codes.txt");
        assertThat(easy.code()).isEqualTo(2);
        assertThat(easy.err()).contains("one guess in 643 would hit one of these codes");
        assertThat(desk.run("codes", "make", "--pool", "p", "--count", "10", "--seed", "1", "--out", "./codes.txt").code()).isEqualTo(2);
        assertThat(desk.run("codes", "merge", "./none.txt", "--pool", "p", "--out", "./codes.txt").err()).contains("[no-such-file]");
        assertThat(desk.files()).doesNotContain("codes.txt");
    }
}
