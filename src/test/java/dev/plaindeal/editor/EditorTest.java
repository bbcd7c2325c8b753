package dev.plaindeal.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The editor completes the words that rule files really have, and knows the form of baskets and receipts. */
class EditorTest {

    private static final Path SNIPPETS = Path.of(".vscode/plaindeal.code-snippets");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theSnippetsAreTheWords() throws IOException {
        if (Boolean.getBoolean("update")) {
            Files.writeString(SNIPPETS, Snippets.file());
        }
        assertThat(Files.readString(SNIPPETS).equals(Snippets.file()))
                .as(SNIPPETS + " has the words of today; mvn -q -o test -Dtest=EditorTest -Dupdate=true writes it anew")
                .isTrue();
    }

    @Test
    void everyWordHasItsSentenceAndItsOwnName() throws IOException {
        JsonNode snippets = JSON.readTree(Snippets.file());
        assertThat(snippets.size()).isGreaterThan(100);
        assertThat(snippets.get("promotions: whenSpending(String spend)").toString())
                .isEqualTo("{\"scope\":\"drools\",\"prefix\":\"whenSpending\",\"body\":[\"whenSpending(\\\"${1:spend}\\\")\"],"
                        + "\"description\":\"Only when the buyer spends at least this much.\"}");
    }

    @Test
    void schemasAreWiredToFilesThatAreThere() throws IOException {
        JsonNode settings = JSON.readTree(Files.readString(Path.of(".vscode/settings.json")));
        List<String> wired = new ArrayList<>();
        for (JsonNode schema : settings.get("json.schemas")) {
            wired.add(schema.get("fileMatch").get(0).asText());
            assertThat(Path.of(schema.get("url").asText())).isRegularFile();
        }
        assertThat(wired).containsExactly("*.basket.json", "*.receipt.json");
        assertThat(settings.get("files.associations").get("*.drl").asText()).isEqualTo("drools");
    }
}
