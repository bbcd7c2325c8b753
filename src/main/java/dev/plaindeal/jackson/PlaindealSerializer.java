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

    /** Writes one value into whatever is being written. */
    interface Writing<T> {
        void write(JsonGenerator out, T value) throws IOException;
    }

    private final transient Writing<T> writing;

    PlaindealSerializer(Class<T> type, Writing<T> writing) {
        super(type);
        this.writing = writing;
    }

    /** Hands on a text token by token, so that it may stand in any other JSON, be it a text or a tree. */
    static <T> PlaindealSerializer<T> ofText(Class<T> type, Function<T, String> text) {
        return new PlaindealSerializer<>(type, (out, value) -> copy(out, text.apply(value)));
    }

    private static void copy(JsonGenerator out, String text) throws IOException {
        try (JsonParser tokens = JSON.createParser(text)) {
            tokens.nextToken();
            out.copyCurrentStructureExact(tokens);
        }
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
        writing.write(out, value);
    }
}
