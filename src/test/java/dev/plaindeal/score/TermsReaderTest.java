package dev.plaindeal.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plaindeal.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsReaderTest {

    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = TermsReader.class.getResourceAsStream("/dev/plaindeal/terms.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Problem> problems(String json) {
        return TermsReader.read(json, "terms.json").problems();
    }

    @Test
    void aNameThatCannotBeSeenIsRefused() {
        assertThat(problems(layer("'kind':'amount','value':5,'name':'te\\u200bn','issuer':'\\u001b'")))
                .extracting(problem -> problem.place().pointer())
                .containsExactly("/layers/0/issuer", "/layers/0/name");
    }

    private static String layer(String fields) {
        return "{\"context\":{\"price\":50,\"currency\":\"USD\"},\"layers\":[{" + fields.replace('\'', '"') + "}]}";
    }

    private static String context(String fields) {
        return "{\"context\":{" + fields.replace('\'', '"') + "},\"layers\":[{\"kind\":\"free_shipping\"}]}";
    }

    @Test
    void everyCaseOfTheProjectIsReadAndFitsTheSchema() {
        for (JsonNode pair : Cases.file("pairs.json")) {
            fits(pair.path("simpler").toString());
            fits(pair.path("harder").toString());
        }
        for (JsonNode example : Cases.file("examples.json")) {
            fits(example.path("terms").toString());
        }
        for (JsonNode tie : Cases.file("ties.json")) {
            fits("[" + tie.path("a") + "," + tie.path("b") + "]");
        }
    }

    private static void fits(String json) {
        assertThat(problems(json)).as(json).isEmpty();
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'kind':'amount','value':-5|/layers/0/value
            'kind':'amount','value':0|/layers/0/value
            'kind':'amount','value':true|/layers/0/value
            'kind':'amount','value':'5,00'|/layers/0/value
            'kind':'amount','value':1e13|/layers/0/value
            'kind':'amount','value':0.1234567|/layers/0/value
            'kind':'amount'|/layers/0
            'kind':'percent','value':100.5|/layers/0
            'kind':'percent','value':12.34567|/layers/0
            'kind':'discount','value':5|/layers/0/kind
            'value':5|/layers/0
            'kind':'amount','value':5,'activation':'code','code_len':-1|/layers/0/code_len
            'kind':'amount','value':5,'activation':'Code'|/layers/0/activation
            'kind':'amount','value':5,'exclusions':1.5|/layers/0/exclusions
            'kind':'amount','value':5,'words':1000000|/layers/0/words
            'kind':'amount','value':5,'deferred':'yes'|/layers/0/deferred
            'kind':'amount','value':5,'treshold':50|/layers/0/treshold
            'kind':'amount','value':5,'terms_currency':'usd'|/layers/0/terms_currency
            'kind':'amount','tiers':[]|/layers/0
            'kind':'amount','tiers':[{'threshold':50}]|/layers/0/tiers/0
            'kind':'amount','tiers':[{'threshold':50,'value':5,'cap':3}]|/layers/0/tiers/0/cap
            'kind':'amount','value':5,'tiers':[{'threshold':50,'value':5}]|/layers/0/tiers
            """)
    void aWrongLayerIsRefusedAtItsPlace(String fields, String pointer) {
        String json = layer(fields);
        assertThat(problems(json)).extracting(problem -> problem.place().pointer()).contains(pointer);
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isNotEmpty();
    }

    /** Writing such a number out would take a megabyte; the schema library gives up on it. */
    @Test
    void aHugeExponentIsRefused() {
        assertThat(problems(layer("'kind':'amount','value':1e999999"))).hasSize(1);
        assertThat(problems(layer("'kind':'amount','value':1e-999999"))).hasSize(1);
        assertThat(problems(layer("'kind':'amount','value':5,'words':1e999999"))).hasSize(1);
    }

    /** A schema cannot say that no threshold comes twice. */
    @Test
    void tiersWithOneThresholdAreRefused() {
        assertThat(problems(layer("'kind':'amount','tiers':[{'threshold':50,'value':5},{'threshold':50.0,'value':7}]")))
                .extracting(Problem::message)
                .containsExactly("two tiers have the same threshold 50");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'price':-1|/context/price
            'price':0|/context/price
            'currency':'USD'|/context
            'price':5,'currency':'XXQ'|/context/currency
            'price':5,'currency':7|/context/currency
            'price':5,'qty':0|/context/qty
            'price':5,'select':'any'|/context/select
            'price':5,'market':5|/context/market
            'price':5,'spoken':1|/context/spoken
            """)
    void aWrongContextIsRefusedAtItsPlace(String fields, String pointer) {
        assertThat(problems(context(fields))).extracting(problem -> problem.place().pointer()).contains(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "[]", "7", "null", "{", "{}", "[1]", "{\"context\":[],\"layers\":{}}",
        "{\"context\":{\"price\":5},\"layers\":[]}",
        "{\"context\":{\"price\":5},\"layers\":[{\"kind\":\"gift\",\"kind\":\"gift\"}]}",
        "{\"context\":{\"price\":5},\"layers\":[{\"kind\":\"gift\"}]} {}"
    })
    void whatIsNoTermsIsRefused(String json) {
        TermsReading reading = TermsReader.read(json, "terms.json");
        assertThat(reading.isUsable()).isFalse();
        assertThat(reading.terms()).isEmpty();
    }

    @Test
    void aSlipGetsAHint() {
        assertThat(problems(layer("'kind':'amount','value':5,'treshold':50")))
                .extracting(Problem::message, Problem::hint)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "there is no field treshold", "Maybe threshold?"));
    }

    @Test
    void everyProblemIsFoundAtOnce() {
        assertThat(problems(layer("'kind':'amount','value':-5,'cap':'x','every':3"))).hasSize(3);
    }

    @Test
    void nothingMayBeSaidAloud() {
        fits(layer("'kind':'free_shipping','value':0,'threshold':0,'tiers':[],'cap':null"));
    }

    @Test
    void numbersMayBeTexts() {
        PresentedTerms terms = TermsReader.read(layer("'kind':'amount','value':'18.44'"), "t").terms().get(0);
        assertThat(terms.layers().get(0).value()).isEqualTo(Numeral.of("18.44"));
    }
}
