package dev.plaindeal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.plaindeal.money.DecimalText;
import dev.plaindeal.money.Money;
import dev.plaindeal.text.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Writes JSON, the one way in which anything here does: keys in the order in which they are written, money as text in major
 * units, numbers as decimals, and no character that cannot be seen. For one thread.
 *
 * <p>{@code JsonWriter.line(out -> out.money("total", total))} gives {@code {"total":"97.39"}}.
 */
public final class JsonWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    /** Powers of ten for the decimals asked for. */
    private static final long[] TENS = {1, 10, 100, 1_000};
    /** Below this, and this far from the middle of two decimals, a product in floating point leaves no doubt. */
    private static final double LARGEST_SURE = 1e9;
    private static final double DOUBT = 1e-4;

    private final JsonGenerator out;

    private JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    /** How the text is laid out. */
    public enum Layout {
        /** On one line, for JSON lines. */
        LINE,
        /** Every field and every item of a list on a line of its own, for people and version control. */
        INDENTED,
        /** Every field on a line of its own; the items of a list follow each other. */
        FIELDS_INDENTED
    }

    /** Something that writes, and may fail with what the generator fails with, which writes to memory and never does. */
    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    private static void write(Writing step) {
        try {
            step.write();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** An object on one line, without a line end. */
    public static String line(Consumer<JsonWriter> fields) {
        return object(Layout.LINE, fields);
    }

    /** An object, indented, with a line end at its end. */
    public static String indented(Consumer<JsonWriter> fields) {
        return object(Layout.INDENTED, fields) + "\n";
    }

    /** An object, without a line end at its end. */
    public static String object(Layout layout, Consumer<JsonWriter> fields) {
        return text(layout, writer -> writer.object(() -> fields.accept(writer)));
    }

    /** An array of objects, without a line end at its end. */
    public static <T> String array(Layout layout, Collection<T> all, ItemFields<T> fields) {
        return text(layout, writer -> writer.items(all, fields));
    }

    private static String text(Layout layout, Consumer<JsonWriter> content) {
        // What it is gathered in is lent by the factory, so that a text is copied once, when it is whole.
        try (SegmentedStringWriter text = new SegmentedStringWriter(JSON._getBufferRecycler());
                JsonGenerator generator = JSON.createGenerator(text)) {
            lay(generator, layout);
            content.accept(new JsonWriter(generator));
            generator.flush();
            return Visible.json(text.getAndClear());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void lay(JsonGenerator generator, Layout layout) {
        switch (layout) {
            case LINE -> { }
            case INDENTED -> generator.setPrettyPrinter(fields().withArrayIndenter(INDENT));
            case FIELDS_INDENTED -> generator.setPrettyPrinter(fields());
        }
    }

    private static DefaultPrettyPrinter fields() {
        return new DefaultPrettyPrinter().withObjectIndenter(INDENT);
    }

    /** Writes the fields of the object that stands for one thing. */
    @FunctionalInterface
    public interface ItemFields<T> {
        /** Writes them. */
        void write(JsonWriter out, T item);
    }

    private void object(Runnable fields) {
        write(out::writeStartObject);
        fields.run();
        write(out::writeEndObject);
    }

    private <T> void items(Collection<T> all, ItemFields<T> fields) {
        write(out::writeStartArray);
        all.forEach(item -> object(() -> fields.write(this, item)));
        write(out::writeEndArray);
    }

    public void text(String key, String value) {
        write(() -> out.writeStringField(key, value));
    }

    /** A text that is left out when it is empty. */
    public void textIfAny(String key, String value) {
        if (!value.isEmpty()) {
            text(key, value);
        }
    }

    /** A decimal string in major units, with the decimals of its currency. */
    public void money(String key, Money money) {
        text(key, money.text());
    }

    /** An amount that is left out when it is zero. */
    public void moneyIfAny(String key, Money money) {
        if (!money.isZero()) {
            money(key, money);
        }
    }

    public void whole(String key, long value) {
        write(() -> out.writeNumberField(key, value));
    }

    public void number(String key, BigDecimal value) {
        write(() -> out.writeNumberField(key, value));
    }

    /** A number for reading, never for arithmetic: rounded half up to so many decimals. */
    public void rounded(String key, double value, int decimals) {
        double scaled = value * TENS[decimals];
        double whole = Math.floor(scaled);
        boolean sure = value >= 0 && scaled < LARGEST_SURE && Math.abs(scaled - whole - 0.5) > DOUBT;
        long rounded = (long) whole + (scaled - whole > 0.5 ? 1 : 0);
        if (sure) {
            write(() -> out.writeFieldName(key));
            write(() -> out.writeNumber(DecimalText.of(rounded, decimals)));
        } else {
            number(key, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
        }
    }

    public void flag(String key, boolean value) {
        write(() -> out.writeBooleanField(key, value));
    }

    /** An object with what is written meanwhile. */
    public void object(String key, Runnable fields) {
        write(() -> out.writeFieldName(key));
        object(fields);
    }

    /** A list with an object for each of these. */
    public <T> void objects(String key, Collection<T> all, ItemFields<T> fields) {
        write(() -> out.writeFieldName(key));
        items(all, fields);
    }

    /** The same, left out when there are none. */
    public <T> void objectsIfAny(String key, Collection<T> all, ItemFields<T> fields) {
        if (!all.isEmpty()) {
            objects(key, all, fields);
        }
    }

    public void texts(String key, Collection<String> values) {
        write(() -> {
            out.writeArrayFieldStart(key);
            for (String value : values) {
                out.writeString(value);
            }
            out.writeEndArray();
        });
    }
}
