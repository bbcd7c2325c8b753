package dev.plaindeal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plaindeal.problem.Place;
import java.io.IOException;

/**
 * Reads a JSON text as a tree without places: one value and nothing behind it, no field twice, numbers exact. For what machines
 * write; what people write is read by {@link JsonTree}, which knows each value's line. Thread-safe.
 */
public final class StrictJson {

    /** For what this program wrote itself. */
    public static final StrictJson ANY = new StrictJson(StreamReadConstraints.defaults());

    private final JsonMapper mapper;

    /** With bounds to what is read. */
    public StrictJson(StreamReadConstraints bounds) {
        this.mapper = JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(bounds)
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** A text that is not one JSON value. */
    public static final class NotJson extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;
        private final boolean fieldTwice;

        private NotJson(JsonProcessingException cause) {
            super(cause.getOriginalMessage(), cause);
            boolean placed = cause.getLocation() != null;
            this.line = placed ? Math.max(0, cause.getLocation().getLineNr()) : 0;
            this.column = placed ? Math.max(0, cause.getLocation().getColumnNr()) : 0;
            this.fieldTwice = cause.getOriginalMessage().startsWith("Duplicate field");
        }

        /** Where in a file of this name it goes wrong. */
        public Place in(String file) {
            return Place.of(file, line, column, "");
        }

        /** What is wrong, in a sentence without its end. */
        public String sentence() {
            return fieldTwice ? "a field is given twice in one object" : "this is not JSON";
        }

        /** Whether all that is wrong is a field given twice. */
        public boolean isFieldTwice() {
            return fieldTwice;
        }
    }

    /** The value; a missing node for an empty text. */
    public JsonNode read(String text) throws NotJson {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new NotJson(malformed);
        }
    }

    /**
     * The value of a file.
     *
     * @throws IOException for what is not even text
     */
    public JsonNode read(byte[] bytes) throws NotJson, IOException {
        try {
            return mapper.readTree(bytes);
        } catch (JsonProcessingException malformed) {
            throw new NotJson(malformed);
        }
    }
}
