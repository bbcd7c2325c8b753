package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files count, what they are called, and that nothing outside the folder is read. */
class RuleFilesTest {

    @TempDir
    private Path folder;

    private Path rules;

    @BeforeEach
    void folders() throws IOException {
        rules = folder.resolve("rules");
        Files.createDirectories(rules.resolve("promotions/us"));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(rules.resolve(path).getParent());
        Files.writeString(rules.resolve(path), text);
    }

    private List<String> codes() {
        return RuleFiles.folder(rules).problems().stream().map(Problem::code).toList();
    }

    @Test
    void readsWhatIsNotPutAside() throws IOException {
        for (String path : List.of("promotions/b.drl", "promotions/us/a.drl", "stacking/s.drl", "simplicity/x/y.drl")) {
            write(path, "// " + path);
        }
        for (String path : List.of("_template.drl", "promotions/_later.drl", "promotions/_old/a.drl", ".git/a.drl", "README.md",
                "promotions/notes.txt", "promotions/a.drl~")) {
            write(path, "aside");
        }
        RuleFiles files = RuleFiles.folder(rules);
        assertThat(files.problems()).isEmpty();
        assertThat(files.paths())
                .containsExactly("promotions/b.drl", "promotions/us/a.drl", "simplicity/x/y.drl", "stacking/s.drl");
        assertThat(files.files().get("promotions/us/a.drl").shown()).isEqualTo(rules + "/promotions/us/a.drl");
    }

    @Test
    void hashesTheSameWhereverTheyComeFrom() throws IOException {
        write("promotions/us/a.drl", "// é\r\n");
        RuleFiles handedIn = RuleFiles.of(Map.of("promotions/us/a.drl", "// é\r\n"));
        assertThat(Hash.of(handedIn.files().values())).isEqualTo(Hash.of(RuleFiles.folder(rules).files().values()));
        RuleFiles renamed = RuleFiles.of(Map.of("promotions/us/b.drl", "// é\r\n"));
        assertThat(Hash.of(renamed.files().values())).isNotEqualTo(Hash.of(handedIn.files().values()));
    }

    @Test
    void saysWhenTheFolderIsNone() throws IOException {
        assertThat(RuleFiles.folder(folder.resolve("nowhere")).problems()).extracting(Problem::code).containsExactly("no-folder");
        assertThat(RuleFiles.folder(folder).problems()).extracting(Problem::code).containsExactly("no-promotions");
    }

    @Test
    void saysWhenAFileIsNeverLoaded() throws IOException {
        write("us-save10.drl", "");
        write("promotion/us-save10.drl", "");
        assertThat(codes()).containsExactly("wrong-folder", "wrong-folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us save10.drl", "us-säve.drl", "us\tsave.drl", "-save.drl", "us;save.drl", "us$save.drl", "真珠.drl"})
    void refusesOddNames(String name) throws IOException {
        write("promotions/" + name, "");
        assertThat(codes()).containsExactly("file-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "promotions/../../etc/x.drl",
                "../promotions/x.drl",
                "/promotions/x.drl",
                "promotions//x.drl",
                "promotions\\x.drl",
                "promotions/./x.drl",
                "C:/promotions/x.drl",
                "promotions/x\u0000.drl"
            })
    void refusesPathsThatLeaveTheFolder(String path) {
        RuleFiles files = RuleFiles.of(Map.of(path, ""));
        assertThat(files.paths()).isEmpty();
        assertThat(files.problems()).extracting(Problem::code).containsExactly("file-name");
    }

    @Test
    void refusesLinksOutOfTheFolder() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.drl"), "// secret");
        Files.createSymbolicLink(rules.resolve("promotions/out.drl"), secret);
        Files.createSymbolicLink(rules.resolve("promotions/far"), folder);
        Files.createSymbolicLink(rules.resolve("promotions/broken.drl"), folder.resolve("nothing"));
        RuleFiles files = RuleFiles.folder(rules);
        assertThat(files.paths()).isEmpty();
        assertThat(files.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("symbolic-link", "symbolic-link", "unreadable");
    }

    /** As configuration mounted into a container is laid out. */
    @Test
    void followsLinksInsideTheFolder() throws IOException {
        write("..2026/a.drl", "// inside");
        Files.createSymbolicLink(rules.resolve("promotions/a.drl"), Path.of("../..2026/a.drl"));
        assertThat(RuleFiles.folder(rules).paths()).containsExactly("promotions/a.drl");
        assertThat(codes()).isEmpty();
    }

    @Test
    void endsInFoldersThatAreTooDeep() throws IOException {
        write("promotions/1/2/3/4/5/6/7/8/9/a.drl", "");
        assertThat(codes()).containsExactly("too-deep");
    }

    @Test
    void refusesAFolderThatIsCalledLikeAFile() throws IOException {
        Files.createDirectories(rules.resolve("promotions/a.drl"));
        assertThat(RuleFiles.folder(rules).paths()).isEmpty();
    }

    @Test
    void refusesHalfACharacter() {
        assertThat(RuleFiles.of(Map.of("promotions/a.drl", "// \ud83e")).problems())
                .extracting(Problem::code)
                .containsExactly("not-utf-8");
    }

    @Test
    void readsThePackedRules() {
        RuleFiles packed = RuleFiles.packed();
        assertThat(packed.problems()).isEmpty();
        assertThat(packed.paths()).isNotEmpty();
        assertThat(RuleBook.load(packed).promotions()).isNotEmpty();
    }

    /** The packed rules are those of the repository, file by file. */
    @Test
    void packsTheRulesOfTheRepository() {
        RuleFiles own = RuleFiles.folder(Path.of("rules"));
        assertThat(Hash.of(RuleFiles.packed().files().values())).isEqualTo(Hash.of(own.files().values()));
    }
}
