package dev.plaindeal.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;

/**
 * Hands a value on to a reader of ours as it was written, numbers and names given twice included, and nothing of it guessed.
 *
 * <p>Everything outside ASCII is escaped on the way: half a character is then what the reader finds, and not lost before.
 */
final class PlaindealDeserializer<T> extends StdDeserializer<T> {

    /** What places name in stead of a file. */
    static final String NAME = "<json>";
    /** A receipt of a basket of the largest size, with room. */
    static final int LARGEST_RECEIPT = 64 * 1024 * 1024;

    private static final long serialVersionUID = 1L;
    private static final JsonFactory JSON = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** A value that has more bytes than its reader takes. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Stops when there is too much, before it is all in memory. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            if (bytes.size() + length > most) {
                throw new TooLarge();
            }
            bytes.write(from, offset, length);
        }

        byte[] all() {
            return bytes.toByteArray();
        }
    }

    private final int mostBytes;
    private final transient Function<byte[], T> reader;

    PlaindealDeserializer(Class<T> type, int mostBytes, Function<byte[], T> reader) {
        super(type);
        this.mostBytes = mostBytes;
        this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String within = parser.getParsingContext().getParent() == null
                ? ""
                : parser.getParsingContext().getParent().pathAsPointer().toString();
        try {
            return reader.apply(copied(parser));
        } catch (TooLarge tooLarge) {
            throw refused(parser, List.of(Problem.error(
                    "input-too-large", new Place(NAME, 0, 0, within, ""), "This has more than " + mostBytes + " bytes", "")));
        } catch (ProblemException found) {
            throw refused(parser, found.problems().stream().map(problem -> in(within, problem)).toList());
        }
    }

    private byte[] copied(JsonParser parser) throws IOException {
        Bounded copy = new Bounded(mostBytes);
        try (JsonGenerator out = JSON.createGenerator(copy)) {
            out.copyCurrentStructureExact(parser);
        }
        return copy.all();
    }

    /** Lines and columns are those of the copy: nobody has seen it. */
    private static Problem in(String within, Problem problem) {
        Place place = new Place(NAME, 0, 0, within + problem.place().pointer(), "");
        return new Problem(problem.code(), problem.severity(), place, problem.message(), problem.hint());
    }

    private JsonMappingException refused(JsonParser parser, List<Problem> problems) {
        ProblemException all = new ProblemException(problems);
        return JsonMappingException.from(parser, String.valueOf(all.getMessage()), all);
    }
}
