package dev.bengal.formats.writing;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML: each budget is a test case, which fails where it is exceeded and is skipped where it could not be judged. */
public final class JUnitWriter {
    /**
     * A budget that was held against a build.
     *
     * @param group such as the scenario
     * @param name what is limited and to what
     * @param state how it ended
     * @param message what was found
     */
    public record Case(String group, String name, State state, String message) {}

    /** How a case ended. */
    public enum State {
        PASSED,
        FAILED,
        SKIPPED
    }

    /** Writes one suite. */
    public void write(String suite, List<Case> cases, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", clean(suite));
            xml.writeAttribute("tests", Integer.toString(cases.size()));
            xml.writeAttribute("failures", count(cases, State.FAILED));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", count(cases, State.SKIPPED));
            for (Case one : cases) {
                xml.writeCharacters("\n  ");
                write(xml, one);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("the report cannot be written: " + e.getMessage(), e);
        }
        out.append(text.append('\n').toString());
    }

    private static String count(List<Case> cases, State state) {
        return Long.toString(cases.stream().filter(one -> one.state() == state).count());
    }

    private static void write(XMLStreamWriter xml, Case one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(one.group()));
        xml.writeAttribute("name", clean(one.name()));
        if (one.state() != State.PASSED) {
            xml.writeEmptyElement(one.state() == State.FAILED ? "failure" : "skipped");
            xml.writeAttribute("message", clean(one.message()));
        }
        xml.writeEndElement();
    }

    /** Without the signs that XML cannot hold. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || (c > 0xFFFF) || c == '\t'
                        ? c
                        : 0xFFFD)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
