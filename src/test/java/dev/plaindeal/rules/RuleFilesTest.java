package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files count, what they are called, and that nothing outside the folder is read. */
class RuleFilesTest {

    private static final int STATES = 500;

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
                "promotions/README", "LICENSE.txt", "messages/de.properties", "promotions/.DS_Store", "_templates/a.txt")) {
            write(path, "aside");
        }
        RuleFiles files = RuleFiles.folder(rules);
        assertThat(files.problems()).isEmpty();
        assertThat(files.unread()).isEmpty();
        assertThat(files.paths())
                .containsExactly("promotions/b.drl", "promotions/us/a.drl", "simplicity/x/y.drl", "stacking/s.drl");
        assertThat(files.files().get("promotions/us/a.drl").shown()).isEqualTo(rules + "/promotions/us/a.drl");
    }

    /** What lies there and is not read is named, and so is what was probably meant. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock =
            """
            promotions/spring.drl.txt      | Maybe promotions/spring.drl?
            promotions/us/SPRING.DRL       | Maybe promotions/us/SPRING.drl?
            promotions/spring.Drl          | Maybe promotions/spring.drl?
            promotions/spring.drl~         | Maybe promotions/spring.drl?
            promotions/spring.drl.bak      | Maybe promotions/spring.drl?
            promotions/#spring.drl#        | Rule files lie in promotions/
            promotions/spring.dlr          | Maybe promotions/spring.drl?
            promotions/spring              | Maybe promotions/spring.drl?
            promotions/notes.txt           | Rule files lie in promotions/
            promotions/README.drl.txt      | Maybe promotions/README.drl?
            stacking/limits.DRL            | Maybe stacking/limits.drl?
            SPRING.DRL                     | Maybe promotions/SPRING.drl?
            Promotions/us/SPRING.DRL       | Maybe promotions/us/SPRING.drl?
            promos/spring.txt              | Rule files lie in promotions/
            messages/de.txt                | Texts for buyers are files like messages/de.properties.
            messages/de.PROPERTIES         | Texts for buyers are files like messages/de.properties.
            messages/deep/de.properties    | Texts for buyers are files like messages/de.properties.
            de.properties                  | Texts for buyers are files like messages/de.properties.
            promotions/de.properties.txt   | Texts for buyers are files like messages/de.properties.
            """)
    void namesWhatIsNotRead(String path, String hint) throws IOException {
        write("promotions/fine.drl", "");
        write(path, "");
        RuleFiles files = RuleFiles.folder(rules);
        assertThat(files.problems()).isEmpty();
        assertThat(files.paths()).containsExactly("promotions/fine.drl");
        assertThat(files.unread()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("not-read");
            assertThat(problem.isError()).isFalse();
            assertThat(problem.place().file()).isEqualTo(rules + "/" + path);
            assertThat(problem.hint()).startsWith(hint);
        });
    }

    @Test
    void namesSomeOfVeryManyThatAreNotRead() throws IOException {
        for (int i = 0; i < 1_200; i++) {
            write("node/" + i + ".js", "");
        }
        List<Problem> unread = RuleFiles.folder(rules).unread();
        assertThat(unread).hasSize(101);
        assertThat(unread).extracting(Problem::message).contains("1,100 more files in this folder are not read");
    }

    @Test
    void saysThatThereIsNotOnePromotion() throws IOException {
        write("stacking/s.drl", "");
        assertThat(RuleFiles.folder(rules).noPromotion(Severity.ERROR)).hasValueSatisfying(none -> {
            assertThat(none.code()).isEqualTo("no-promotion");
            assertThat(none.place().file()).isEqualTo(rules + "/");
        });
        assertThat(RuleFiles.of(Map.of()).noPromotion(Severity.WARNING)).isPresent();
        write("promotions/us/a.drl", "");
        assertThat(RuleFiles.folder(rules).noPromotion(Severity.ERROR)).isEmpty();
    }

    @Test
    void aFolderOfPromotionsInCapitalsIsNamed() throws IOException {
        Files.move(rules.resolve("promotions"), rules.resolve("PROMOTIONS"));
        assertThat(RuleFiles.folder(rules).problems()).singleElement()
                .satisfies(problem -> assertThat(problem.hint()).startsWith("Maybe PROMOTIONS/ has to be called promotions/"));
    }

    /** Text that is handed in is meant; all that is not used is refused. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock =
            """
            us-ten                         | not-read     | Maybe promotions/us-ten.drl?
            promotions/us-ten              | not-read     | Maybe promotions/us-ten.drl?
            promotions/us-ten.DRL          | not-read     | Maybe promotions/us-ten.drl?
            promotions/us-ten.drl.txt      | not-read     | Maybe promotions/us-ten.drl?
            promotions/us-ten.txt          | not-read     | Rule files lie in
            PROMOTIONS/US/TEN.DRL          | not-read     | Maybe promotions/US/TEN.drl?
            README.md                      | not-read     | Rule files lie in
            messages/de.properties         | not-read     | Texts for buyers
            promotions/                    | not-read     | Rule files lie in
            promotions                     | not-read     | Rule files lie in
            .                              | not-read     | Rule files lie in
            us-ten.drl                     | wrong-folder | Maybe promotions/us-ten.drl?
            rules/promotions/us-ten.drl    | wrong-folder | Maybe promotions/us-ten.drl?
            Promotions/us-ten.drl          | wrong-folder | Maybe promotions/us-ten.drl?
            promotion/us-ten.drl           | wrong-folder | Maybe promotions/us-ten.drl?
            ./promotions/us-ten.drl        | file-name    | Maybe promotions/us-ten.drl?
            /promotions/us-ten.drl         | file-name    | Maybe promotions/us-ten.drl?
            promotions//us-ten.drl         | file-name    | Maybe promotions/us-ten.drl?
            promotions\\us-ten.drl         | file-name    | Maybe promotions/us-ten.drl?
            ../promotions/us-ten.drl       | file-name    | Maybe promotions/us-ten.drl?
            promotions/../us-ten.drl       | file-name    | Use letters
            promotions/us ten.drl          | file-name    | Use letters
            promotions/.drl                | file-name    | Use letters
            promotions/.us-ten.drl         | file-name    | Use letters
            """)
    void refusesTextThatIsNotUsed(String path, String code, String hint) {
        RuleFiles files = RuleFiles.of(Map.of(path, "", "promotions/fine.drl", ""));
        assertThat(files.paths()).containsExactly("promotions/fine.drl");
        assertThat(files.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.place().file()).isEqualTo(path);
            assertThat(problem.hint()).startsWith(hint);
        });
    }

    @Test
    void takesTextThatIsPutAside() {
        RuleFiles files = RuleFiles.of(Map.of("promotions/_later.drl", "", "_templates/a.drl", "", "promotions/_old/a.txt", ""));
        assertThat(files.paths()).isEmpty();
        assertThat(files.problems()).isEmpty();
        assertThat(RuleFiles.of(Map.of("../_x/a.drl", "")).problems()).hasSize(1);
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
        Files.createSymbolicLink(rules.resolve("promotions/broken.drl"), Path.of("nothing"));
        Files.createSymbolicLink(rules.resolve("promotions/nowhere.drl"), folder.resolve("nothing"));
        Files.createSymbolicLink(rules.resolve("stacking"), Files.createDirectories(folder.resolve("elsewhere")));
        RuleFiles files = RuleFiles.folder(rules);
        assertThat(files.paths()).isEmpty();
        assertThat(files.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("symbolic-link", "symbolic-link", "symbolic-link", "symbolic-link", "unreadable");
    }

    /** As configuration mounted into a container is laid out. */
    @Test
    void followsLinksInsideTheFolder() throws IOException {
        write("..2026/promotions/us/a.drl", "// inside");
        write("..2026/b.drl", "// inside");
        Files.delete(rules.resolve("promotions/us"));
        Files.delete(rules.resolve("promotions"));
        Files.createSymbolicLink(rules.resolve("..data"), Path.of("..2026"));
        Files.createSymbolicLink(rules.resolve("promotions"), Path.of("..data/promotions"));
        Files.createDirectories(rules.resolve("stacking"));
        Files.createSymbolicLink(rules.resolve("stacking/b.drl"), Path.of("../..data/b.drl"));
        for (Path named : List.of(rules, Files.createSymbolicLink(folder.resolve("link"), rules))) {
            RuleFiles files = RuleFiles.folder(named);
            assertThat(files.paths()).containsExactly("promotions/us/a.drl", "stacking/b.drl");
            assertThat(files.problems()).isEmpty();
            assertThat(files.unread()).isEmpty();
            assertThat(files.files().get("promotions/us/a.drl").shown()).isEqualTo(named + "/promotions/us/a.drl");
        }
    }

    /** A ring of links ends, and no file is there twice. */
    @Test
    void readsNoFolderTwice() throws IOException {
        write("promotions/us/a.drl", "");
        Files.createSymbolicLink(rules.resolve("promotions/all"), rules);
        Files.createSymbolicLink(rules.resolve("promotions/gb"), Path.of("us"));
        Files.createSymbolicLink(rules.resolve("promotions/us/up"), Path.of(".."));
        Files.createSymbolicLink(rules.resolve("promotions/self"), Path.of("self"));
        RuleFiles files = RuleFiles.folder(rules);
        assertThat(files.paths()).containsExactly("promotions/us/a.drl");
        assertThat(files.problems()).extracting(problem -> rules.relativize(Path.of(problem.place().file())) + ": " + problem.message())
                .containsExactly(
                        "promotions/all: the link leads to a folder it lies in",
                        "promotions/gb: the link leads to promotions/us/, which is read already",
                        "promotions/us/up: the link leads to promotions/, which is read already");
        assertThat(files.unread()).extracting(problem -> problem.place().file()).containsExactly(rules + "/promotions/self");
    }

    /** What is read while the links are turned is all of one state, or refused. */
    @Test
    void neverMixesTwoStatesOfAVolume() throws Exception {
        Files.delete(rules.resolve("promotions/us"));
        Files.delete(rules.resolve("promotions"));
        for (int state = 0; state < STATES; state++) {
            for (String file : List.of("promotions/a.drl", "promotions/b.drl", "stacking/c.drl", "stacking/d.drl")) {
                write(".." + state + "/" + file, "// " + state);
            }
        }
        Files.createSymbolicLink(rules.resolve("..data"), Path.of("..0"));
        Files.createSymbolicLink(rules.resolve("promotions"), Path.of("..data/promotions"));
        Files.createSymbolicLink(rules.resolve("stacking"), Path.of("..data/stacking"));
        AtomicBoolean ended = new AtomicBoolean();
        Thread turning = new Thread(() -> turn(ended));
        turning.start();
        try {
            while (!ended.get()) {
                RuleFiles files = RuleFiles.folder(rules);
                Set<String> states = files.files().values().stream().map(RuleFile::text).collect(Collectors.toSet());
                assertThat(states).hasSizeLessThan(2);
                assertThat(files.problems()).extracting(Problem::code).isSubsetOf("changing");
                assertThat(files.paths()).hasSize(files.problems().isEmpty() ? 4 : 0);
            }
        } finally {
            ended.set(true);
            turning.join();
        }
    }

    private void turn(AtomicBoolean ended) {
        try {
            for (int state = 1; state < STATES && !ended.get(); state++) {
                Path turned = Files.createSymbolicLink(rules.resolve("..tmp"), Path.of(".." + state));
                Files.move(turned, rules.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
                Thread.sleep(1);
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        } finally {
            ended.set(true);
        }
    }

    /** Reading a pipe would wait for a writer that never comes. */
    @Test
    void opensNoPipe() throws Exception {
        for (String pipe : List.of("promotions/a.drl", "promotions/b.txt")) {
            assertThat(new ProcessBuilder("mkfifo", rules.resolve(pipe).toString()).start().waitFor()).isZero();
        }
        RuleFiles files = RuleFiles.folder(rules);
        assertThat(files.problems()).extracting(Problem::message).containsExactly("this is no file");
        assertThat(files.unread()).extracting(problem -> problem.place().file()).containsExactly(rules + "/promotions/b.txt");
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
