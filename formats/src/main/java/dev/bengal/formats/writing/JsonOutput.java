package dev.bengal.formats.writing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes JSON to text. */
final class JsonOutput {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonOutput() {}

    /** What is written into a generator. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static String pretty(Body body) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            body.write(json);
        }
        return text.append('\n').toString();
    }

    static String line(Body body) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            body.write(json);
        }
        return text.append('\n').toString();
    }

    /** A number, without the fraction where it has none; null where there is no value. */
    static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        json.writeFieldName(name);
        number(json, value);
    }

    static void number(JsonGenerator json, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumber(value.longValue());
        } else {
            json.writeNumber(new BigDecimal(value.toString()));
        }
    }
}
