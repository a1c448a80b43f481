package dev.bengal.formats.reading;

import dev.bengal.formats.FormatsException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the elements of an XML file. A document type is refused, and with it every entity; nothing outside of the file is ever
 * read.
 */
final class Xml {
    private static final int DEEPEST = 100;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]{0,100}\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

    private Xml() {}

    /** An element as it begins and ends. */
    interface Visitor {
        /**
         * It begins.
         *
         * @param place file and line
         */
        void start(String name, Map<String, String> attributes, String place);

        /** It ends. */
        void end(String name);
    }

    static void walk(Content content, Visitor visitor) {
        @Nullable XMLStreamReader reader = null;
        try {
            // Handed bytes, the parser of the JDK prints on the error stream what it cannot decode.
            reader = factory()
                    .createXMLStreamReader(new InputStreamReader(
                            content.unmarked(), charset(content).newDecoder()));
            int depth = 0;
            while (reader.hasNext()) {
                switch (next(reader)) {
                    case XMLStreamConstants.DTD ->
                        throw new FormatsException(
                                content.line(reader.getLocation().getLineNumber())
                                        + ": a document type (DTD) has no place in a report; nothing of it was taken.");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw new FormatsException(content.line(
                                            reader.getLocation().getLineNumber()) + ": elements are nested deeper than "
                                    + DEEPEST + "; nothing of it was taken.");
                        }
                        visitor.start(
                                reader.getLocalName(),
                                attributes(reader),
                                content.line(reader.getLocation().getLineNumber()));
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        visitor.end(reader.getLocalName());
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new FormatsException(
                    (line > 0 ? content.line(line) : content.name()) + ": not XML that can be read (" + reason(e)
                            + "); nothing of it was taken.",
                    e);
        } finally {
            close(reader);
        }
    }

    /** Within a broken document type the parser of the JDK fails while it looks for the words of its refusal. */
    private static int next(XMLStreamReader reader) throws XMLStreamException {
        try {
            return reader.next();
        } catch (MissingResourceException e) {
            throw new XMLStreamException("a broken document type", e);
        }
    }

    /** What the mark at the begin says, else the declaration. */
    private static Charset charset(Content content) {
        Matcher declared = ENCODING.matcher(content.head());
        if (!content.isMarked() && declared.find()) {
            try {
                return Charset.forName(declared.group(1));
            } catch (IllegalArgumentException e) {
                throw new FormatsException(
                        content.line(1) + ": the encoding " + declared.group(1)
                                + " is not known; nothing of it was taken.",
                        e);
            }
        }
        return content.charset();
    }

    private static void close(@Nullable XMLStreamReader reader) {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (XMLStreamException e) {
            // It reads from memory, and there is nothing to give back.
        }
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.indexOf("Message: ");
        String said = at < 0 ? message : message.substring(at + "Message: ".length());
        String first = said.lines().findFirst().orElse("damaged");
        return first.length() > 200 ? first.substring(0, 200) + "…" : first;
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    private static XMLInputFactory factory() {
        // The one of the JDK: another one on the class path may take these settings for suggestions.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside of the file is read");
        });
        return factory;
    }
}
