package dev.bengal.site.output;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An XML document in the making: one element a line. Written out, since the JDK's own writer is 50 milliseconds of a small
 * build until it has found and loaded its classes, and there are no more than elements, attributes and text here.
 */
final class XmlFile {
    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn */
    XmlFile start(String element, String... attributes) {
        xml.append("\n<").append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            xml.append('"');
        }
        xml.append('>');
        open.push(element);
        return this;
    }

    /** Ends the element that was started last. */
    XmlFile end() {
        xml.append("</").append(open.pop()).append('>');
        return this;
    }

    XmlFile text(String element, String text, String... attributes) {
        start(element, attributes);
        escape(XmlText.of(text));
        return end();
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                // As it is, a parser would take it for the end of a line.
                case '\r' -> xml.append("&#13;");
                default -> xml.append(c);
            }
        }
    }

    /** The bytes of the whole; elements that are still open are ended. */
    byte[] finish() {
        xml.append('\n');
        while (!open.isEmpty()) {
            end();
        }
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }
}
