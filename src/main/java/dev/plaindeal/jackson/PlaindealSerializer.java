package dev.plaindeal.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.Function;

/** Leaves it to a writer of ours what a value looks like. */
final class PlaindealSerializer<T> extends StdSerializer<T> {

    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = new JsonFactory();

    private final transient Function<T, String> text;

    private PlaindealSerializer(Class<T> type, Function<T, String> text) {
        super(type);
        this.text = text;
    }

    /** Hands on a text token by token, so that it may stand in any other JSON, be it a text or a tree. */
    static <T> PlaindealSerializer<T> ofText(Class<T> type, Function<T, String> text) {
        return new PlaindealSerializer<>(type, text);
    }

    private static void copy(JsonGenerator out, String text) throws IOException {
        try (JsonParser tokens = JSON.createParser(text)) {
            tokens.nextToken();
            out.copyCurrentStructureExact(tokens);
        }
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
        copy(out, text.apply(value));
    }
}
