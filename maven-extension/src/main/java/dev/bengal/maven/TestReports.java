package dev.bengal.maven;

import dev.bengal.maven.TestCase.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the reports {@code TEST-*.xml} that Surefire and Failsafe leave. They are taken for hostile: tests wrote into them. */
final class TestReports {
    /** Where the figures of tests are read. */
    static final String SOURCE = "Surefire's reports";

    /** Reading more than that would slow the build that is measured; in bytes. */
    private static final long MOST = 64L << 20;

    private TestReports() {}

    /**
     * The tests in the reports of {@code folder} that were written since then.
     *
     * @param folder need not exist
     * @param since of which the part below a second does not count, as with some file systems
     */
    static List<TestCase> in(Path folder, Instant since) throws IOException {
        List<TestCase> tests = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return tests;
        }
        long left = MOST;
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (Path report : reports) {
                left -= Files.size(report);
                if (left >= 0
                        && Files.getLastModifiedTime(report).toInstant().getEpochSecond() >= since.getEpochSecond()) {
                    read(report, tests);
                }
            }
        }
        return tests;
    }

    /** One that is cut short gives the tests before that place. */
    private static void read(Path report, List<TestCase> tests) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("testcase")) {
                    tests.add(test(reader));
                }
            }
        } catch (XMLStreamException e) {
            // The forked JVM may have been killed while it wrote.
        }
    }

    private static TestCase test(XMLStreamReader reader) throws XMLStreamException {
        String type = Objects.requireNonNullElse(reader.getAttributeValue(null, "classname"), "");
        String method = Objects.requireNonNullElse(reader.getAttributeValue(null, "name"), "");
        double millis = millis(Objects.requireNonNullElse(reader.getAttributeValue(null, "time"), ""));
        return TestCase.of(type, method, millis, ending(reader));
    }

    /** A test that failed and then passed has other elements, such as {@code flakyFailure}. */
    private static Ending ending(XMLStreamReader reader) throws XMLStreamException {
        Ending ending = Ending.PASSED;
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                ending = switch (reader.getLocalName()) {
                    case "failure", "error" -> Ending.FAILED;
                    case "skipped" -> Ending.SKIPPED;
                    default -> ending;
                };
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return ending;
    }

    /** Seconds, with commas between thousands. */
    private static double millis(String seconds) {
        try {
            double value = Double.parseDouble(seconds.replace(",", "")) * 1000;
            return Double.isFinite(value) && value > 0 ? value : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
