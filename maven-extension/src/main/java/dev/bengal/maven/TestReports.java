package dev.bengal.maven;

import dev.bengal.maven.TestCase.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the reports {@code TEST-*.xml} that Surefire and Failsafe leave, each once. They are taken for hostile: tests wrote into
 * them. Safe for use by several threads.
 */
final class TestReports {
    /** Where the figures of tests are read. */
    static final String SOURCE = "Surefire's reports";

    private final long most;
    private final Set<Written> read = ConcurrentHashMap.newKeySet();

    /** @param most that is read of one folder at once, in bytes: reading more would slow the build that is measured */
    TestReports(long most) {
        this.most = most;
    }

    /**
     * The tests in the reports of {@code folder} that were written since then, and were not read before.
     *
     * @param folder need not exist
     * @param since of which the part below a second does not count, as with some file systems
     */
    Found in(Path folder, Instant since) {
        List<TestCase> tests = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return new Found(tests, true);
        }
        boolean complete = true;
        long left = most;
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (Path report : reports) {
                Written file = Written.of(report);
                if (file != null && file.isSince(since) && read.add(file)) {
                    boolean fits = file.size() <= left;
                    left -= fits ? file.size() : 0;
                    complete &= fits && isRead(report, tests);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            complete = false;
        }
        return new Found(tests, complete);
    }

    /** @param complete whether all reports that had to be could be read, to their ends */
    record Found(List<TestCase> tests, boolean complete) {}

    /** A report as somebody wrote it. */
    private record Written(Path report, FileTime modified, long size) {
        /** Null for what is no file of its own: a link may lead anywhere, and a pipe never ends. */
        static @Nullable Written of(Path report) throws IOException {
            BasicFileAttributes file =
                    Files.readAttributes(report, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return file.isRegularFile() ? new Written(report, file.lastModifiedTime(), file.size()) : null;
        }

        boolean isSince(Instant since) {
            return modified.toInstant().getEpochSecond() >= since.getEpochSecond();
        }
    }

    /** Whether it could be read to its end. One that breaks off, as that of a killed JVM, gives the tests before that place. */
    private static boolean isRead(Path report, List<TestCase> tests) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(report, LinkOption.NOFOLLOW_LINKS)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("testcase")) {
                    tests.add(test(reader));
                }
            }
            return true;
        } catch (IOException | XMLStreamException e) {
            return false;
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
