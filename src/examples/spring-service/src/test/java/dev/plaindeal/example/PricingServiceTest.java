package dev.plaindeal.example;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A basket in, a receipt out; a basket that cannot be read is a 400 with its problems. */
@SpringBootTest(properties = "rules=../../../rules")
@AutoConfigureMockMvc
class PricingServiceTest {

    private static final Path ARTICLE = Path.of("../../../fixtures/article/us-live-three-layers.basket.json");

    @Autowired
    private MockMvc http;

    private ResultActions price(String body) throws Exception {
        return http.perform(post("/price").contentType(MediaType.APPLICATION_JSON).content(body));
    }

    @Test
    void aBasketGetsItsReceipt() throws Exception {
        price(Files.readString(ARTICLE)).andExpect(status().isOk()).andExpect(jsonPath("$.total").value("97.39"));
    }

    @Test
    void aBasketThatCannotBeReadIsToldWhy() throws Exception {
        price(Files.readString(ARTICLE).replace("\"US\"", "\"UK\"").replace("\"47.99\"", "47.99"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.problems.length()").value(2))
                .andExpect(jsonPath("$.problems[?(@.pointer == '/market')].hint").value("Maybe GB?"))
                .andExpect(jsonPath("$.problems[?(@.pointer == '/lines/0/unitPrice')].code").value("money-as-number"));
    }

    @Test
    void whatIsNoJsonIsABadRequestToo() throws Exception {
        price("{").andExpect(status().isBadRequest());
    }
}
