package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code new --help} says is text with percent signs, and no format that picocli would warn of beside it. */
class HelpTest {

    @TestFactory
    Stream<DynamicTest> everyOptionOfNewIsDescribedByAFormat() {
        return NewPromotion.command(HelpTest.nobody()).options().stream()
                .flatMap(option -> Stream.of(option.description()).map(line -> described(option, line)));
    }

    private static DynamicTest described(OptionSpec option, String line) {
        return DynamicTest.dynamicTest(option.longestName(), () -> assertThatCode(() -> String.format(line)).doesNotThrowAnyException());
    }

    private static Terminal nobody() {
        return new Terminal(
                InputStream.nullInputStream(), new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), Instant.EPOCH);
    }
}
