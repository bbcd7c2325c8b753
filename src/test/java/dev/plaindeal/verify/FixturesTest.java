package dev.plaindeal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.receipt.ReceiptJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class FixturesTest {

    private static final Path BASKET = Path.of("fixtures/article/us-live-three-layers.basket.json");

    @TempDir
    static Path folder;

    /** A fixture whose receipt is right, made here so that this test hangs on no other file. */
    private static void put(String name) throws IOException {
        PromotionEngine engine = PromotionEngine.load(Path.of("rules"));
        Files.createDirectories(folder.resolve(name).getParent());
        Files.copy(BASKET, folder.resolve(name + ".basket.json"));
        Files.writeString(
                folder.resolve(name + ".receipt.json"), ReceiptJson.pretty(engine.evaluate(Examiner.basket(BASKET))));
    }

    /** As another project would write it. */
    @TestFactory
    Stream<DynamicNode> fixtures() throws IOException {
        put("good/us-live");
        return Fixtures.in(folder.resolve("good"), Path.of("rules"));
    }

    private static List<DynamicNode> children(DynamicNode node) {
        return ((DynamicContainer) node).getChildren().<DynamicNode>map(child -> child).toList();
    }

    @Test
    void oneTestForEachFixtureInAContainerForItsFolder() throws IOException {
        put("shop/a/one");
        put("shop/a/two");
        put("shop/b/three");
        List<DynamicNode> nodes = Fixtures.in(folder.resolve("shop"), Path.of("rules")).toList();
        assertThat(nodes).extracting(DynamicNode::getDisplayName).containsExactly("a", "b");
        List<DynamicNode> tests = children(nodes.get(0));
        assertThat(tests).extracting(DynamicNode::getDisplayName).containsExactly("one", "two");
        assertThat(tests.get(0).getTestSourceUri().orElseThrow().toString()).endsWith("one.basket.json");
    }

    @Test
    void whatDiffersFailsWithTheDifference() throws IOException {
        put("bad/a/changed");
        Path receipt = folder.resolve("bad/a/changed.receipt.json");
        Files.writeString(receipt, Files.readString(receipt).replace("\"total\" : \"97.39\"", "\"total\" : \"97.00\""));
        Files.copy(BASKET, folder.resolve("bad/a/fresh.basket.json"));
        Files.writeString(folder.resolve("bad/a/orphan.receipt.json"), "{}");
        List<DynamicNode> nodes = Fixtures.in(folder.resolve("bad"), Path.of("rules")).toList();
        List<DynamicNode> tests = children(nodes.get(0));
        assertThatThrownBy(() -> run(tests.get(0)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("a/changed\n  money")
                .hasMessageContaining("    total                                      97.00       97.39       +0.39\n");
        assertThatThrownBy(() -> run(tests.get(1))).hasMessageContaining("fresh.receipt.json; plaindeal test --update");
        assertThatThrownBy(() -> run(nodes.get(1))).hasMessageContaining("There is no basket for ");
    }

    private static void run(DynamicNode test) throws Throwable {
        ((DynamicTest) test).getExecutable().execute();
    }
}
