package dev.plaindeal.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls the service as a checkout would. */
class HostServiceTest {

    private static final String RULE = "package promotions\nimport dev.plaindeal.model.*\nrule \"us-five\"\nwhen\n"
            + "    $basket : PlatformBasket( market == \"US\" )\nthen\n    $basket.amountOff(\"USD 5\");\nend\n";
    private static final String BASKET = "{\"basket\":\"b\",\"market\":\"US\",\"currency\":\"USD\",\"lines\":"
            + "[{\"id\":\"1\",\"sku\":\"tea\",\"store\":\"shop\",\"unitPrice\":\"20.00\"}]}";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path rules;

    private HostService service;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(rules.resolve("promotions"));
        write(RULE);
        service = HostService.start(rules, 0, new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void write(String rule) throws IOException {
        Files.writeString(rules.resolve("promotions/us-five.drl"), rule);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + path));
    }

    private HttpResponse<String> price(String basket) throws IOException, InterruptedException {
        return client.send(
                to("/price").POST(HttpRequest.BodyPublishers.ofString(basket)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String health() throws IOException, InterruptedException {
        return client.send(to("/health").build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    @Test
    void aBasketIsPriced() throws IOException, InterruptedException {
        HttpResponse<String> response = price(BASKET);
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("\"total\":\"15.00\""), response.body());
    }

    @Test
    void aBrokenBasketIsRefusedWithItsProblems() throws IOException, InterruptedException {
        HttpResponse<String> response = price(BASKET.replace("20.00", "20.001"));
        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("unitPrice"), response.body());
    }

    @Test
    void rulesAreReloadedAndBrokenOnesAreNot() throws IOException, InterruptedException {
        String before = health();
        write(RULE.replace("USD 5", "USD 7"));
        for (int i = 0; i < 200 && health().equals(before); i++) {
            Thread.sleep(50);
        }
        assertTrue(price(BASKET).body().contains("\"total\":\"13.00\""));

        write(RULE.replace("amountOff", "amountOf"));
        for (int i = 0; i < 200 && !health().contains("rules-refused"); i++) {
            Thread.sleep(50);
        }
        assertTrue(health().contains("\"problems\":1"), health());
        assertFalse(health().equals(before));
        assertTrue(price(BASKET).body().contains("\"total\":\"13.00\""));
    }
}
