package dev.bengal.site.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.site.content.SiteLinks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code index.json}: an array of {@code title}, {@code url}, {@code description} and {@code section}, a page each. */
public final class SearchIndex {
    private SearchIndex() {}

    /** The bytes of the file. */
    public static byte[] of(List<ListedPage> pages, SiteLinks links) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartArray();
            for (ListedPage page : pages) {
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeStringField("title", page.title());
                json.writeStringField("url", links.href(page.path()));
                json.writeStringField("description", page.summary());
                json.writeStringField("section", page.section());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
