package dev.bengal.site.output;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document in the making: one element a line. */
final class XmlFile {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    XmlFile() throws XMLStreamException {
        writer = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
        writer.writeStartDocument("UTF-8", "1.0");
    }

    XmlFile start(String element, String... attributes) throws XMLStreamException {
        writer.writeCharacters("\n");
        writer.writeStartElement(element);
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], attributes[i + 1]);
        }
        return this;
    }

    XmlFile end() throws XMLStreamException {
        writer.writeEndElement();
        return this;
    }

    XmlFile text(String element, String text, String... attributes) throws XMLStreamException {
        start(element, attributes);
        writer.writeCharacters(XmlText.of(text));
        return end();
    }

    byte[] finish() throws XMLStreamException {
        writer.writeCharacters("\n");
        writer.writeEndDocument();
        writer.close();
        return bytes.toByteArray();
    }
}
