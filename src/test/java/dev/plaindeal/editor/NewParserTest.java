package dev.plaindeal.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Rule files are valid under the parser editors use and Drools is going to: the one on ANTLR 4. */
class NewParserTest {

    static List<Path> ruleFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList();
        }
    }

    private static DrlParser parser() {
        return new DrlParser(LanguageLevelOption.DRL10);
    }

    @ParameterizedTest
    @MethodSource("ruleFiles")
    void parses(Path file) throws IOException, DroolsParserException {
        DrlParser parser = parser();
        PackageDescr read = parser.parse(false, Files.readString(file));
        assertThat(parser.getErrors()).isEmpty();
        assertThat(read.getRules()).isNotEmpty();
    }

    @Test
    void itIsTheNewParserAndItDoesRefuse() throws DroolsParserException {
        DrlParser parser = parser();
        parser.parse(false, "rule \"half\" when then");
        assertThat(parser.hasErrors()).isTrue();
        assertThat(parser.getErrors().get(0).getClass().getName() + parser.getErrors().get(0).getMessage())
                .as("the old parser numbers its errors")
                .doesNotContain("ERR 10");
    }
}
