package dev.bengal.report.build;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CallTree;
import dev.bengal.model.TopAllocators;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Draws who allocated what as a flame graph: one HTML page that asks for nothing else. Each frame is as wide as the bytes
 * that were allocated below it; it can be searched, and each frame enlarged, by mouse and by keyboard.
 *
 * <p>What comes from the record is in the page as data only. The page's script shows it as text.
 */
public final class FlameGraphRenderer {
    private static final String PAGE = "flamegraph.html";
    private static final String PLACE_OF_DATA = "/*DATA*/";
    private static final double MEBIBYTE = 1024 * 1024;

    /** Frames of a smaller part of the whole are left out: they would be thinner than a hair. */
    private static final long PARTS_SHOWN = 10_000;

    private static final String LEFT_OUT = "Frames of less than a ten-thousandth are left out.";

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
    private static final JsonFactory JSON = new JsonFactory().setCharacterEscapes(new InsideScript());

    private final DateTimeFormatter time;

    /** @param zone in which times are shown */
    public FlameGraphRenderer(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    /** Writes the page. */
    public void render(BuildMetrics build, CallTree stacks, Appendable out) throws IOException {
        String page = page();
        int data = page.indexOf(PLACE_OF_DATA);
        out.append(page, 0, data)
                .append(data(build, stacks))
                .append(page, data + PLACE_OF_DATA.length(), page.length());
    }

    /**
     * Writes what the page shows, as JSON that may stand in a script: the {@code tree} of {@code [frame, bytes, callees]}, the names of the
     * {@code frames} with their {@code kinds}, and the {@code scale} by which bytes of samples make bytes.
     */
    public void renderData(BuildMetrics build, CallTree stacks, Appendable out) throws IOException {
        out.append(data(build, stacks));
    }

    private static String page() throws IOException {
        try (@Nullable InputStream in = FlameGraphRenderer.class.getResourceAsStream(PAGE)) {
            if (in == null) {
                throw new FileNotFoundException(PAGE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String data(BuildMetrics build, CallTree stacks) throws IOException {
        Frames frames = new Frames();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField(
                    "title", "Allocation of " + Label.printable(build.identity().project()));
            json.writeStringField("subtitle", subtitle(build));
            json.writeStringField(
                    "hint",
                    "Callers above, callees below; the wider, the more bytes. Click a frame, or press Enter on it, to enlarge it;"
                            + " Escape goes back, arrow keys move, / searches. " + LEFT_OUT);
            json.writeStringField(
                    "hintForFingers",
                    "Callers above, callees below; the wider, the more bytes. Tap a frame to read of it, and again to enlarge"
                            + " it. " + LEFT_OUT);
            json.writeNumberField("scale", scale(build, stacks));
            json.writeFieldName("tree");
            write(json, stacks, Math.max(1, stacks.bytes() / PARTS_SHOWN), frames);
            frames.write(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    /** What a byte of a sample stands for: together they make the total that was counted. */
    private static double scale(BuildMetrics build, CallTree stacks) {
        Double allocated = build.totals().memory().allocatedMebibytes();
        return allocated == null || stacks.bytes() == 0 ? 1 : allocated * MEBIBYTE / stacks.bytes();
    }

    private String subtitle(BuildMetrics build) {
        List<String> parts = new ArrayList<>();
        parts.add(Label.printable(build.identity().scenario().name()));
        if (build.commit() != null) {
            parts.add("commit " + Label.commit(build.commit()));
        }
        parts.add(time.format(build.timestamp()));
        parts.add("build " + Label.printable(build.identity().id().value()));
        parts.add(Figures.mebibytes(build.totals().memory().allocatedMebibytes()) + " allocated");
        Optional<TopAllocators> allocators = TopAllocators.of(build);
        allocators.ifPresent(found -> parts.add(found.samples() + (found.samples() == 1 ? " sample" : " samples")));
        allocators
                .map(TopAllocators::truncatedAfterMebibytes)
                .ifPresent(covered -> parts.add("stopped early: only the first " + Figures.mebibytes(covered)));
        return String.join(" · ", parts);
    }

    private static void write(JsonGenerator json, CallTree tree, long smallest, Frames frames) throws IOException {
        json.writeStartArray();
        json.writeNumber(frames.indexOf(tree.frame()));
        json.writeNumber(tree.bytes());
        List<CallTree> callees = tree.callees().stream()
                .filter(callee -> callee.bytes() >= smallest)
                .toList();
        if (!callees.isEmpty()) {
            json.writeStartArray();
            for (CallTree callee : callees) {
                write(json, callee, smallest, frames);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** The names, each once, with what kind of frame they are: 0 none, 1 code, 2 of the JDK, 3 something allocated. */
    private static final class Frames {
        private final Map<String, Integer> indexes = new LinkedHashMap<>();

        int indexOf(String frame) {
            return indexes.computeIfAbsent(frame, name -> indexes.size());
        }

        void write(JsonGenerator json) throws IOException {
            json.writeArrayFieldStart("frames");
            for (String frame : indexes.keySet()) {
                json.writeString(frame.isEmpty() ? "all" : Label.printable(frame));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("kinds");
            for (String frame : indexes.keySet()) {
                json.writeNumber(kind(frame));
            }
            json.writeEndArray();
        }

        private static int kind(String frame) {
            if (frame.isEmpty() || frame.startsWith("(")) {
                return 0;
            }
            if (frame.startsWith(CallTree.ALLOCATED)) {
                return 3;
            }
            return JDK.stream().anyMatch(frame::startsWith) ? 2 : 1;
        }
    }

    /** Nothing in a text can end the script element that it stands in, or be taken for a tag. */
    private static final class InsideScript extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private static final int[] ESCAPES = escapes();

        private static int[] escapes() {
            int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
            for (char c : new char[] {'<', '>', '&', '\'', '/'}) {
                escapes[c] = CharacterEscapes.ESCAPE_STANDARD;
            }
            return escapes;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ESCAPES.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return new SerializedString(String.format(Locale.ROOT, "\\u%04x", c));
        }
    }
}
