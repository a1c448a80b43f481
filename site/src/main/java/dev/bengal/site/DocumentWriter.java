package dev.bengal.site;

import dev.bengal.collector.Stages;
import dev.bengal.site.content.Answers;
import dev.bengal.site.content.Inquiry;
import dev.bengal.site.content.PageException;
import dev.bengal.site.content.SourceText;
import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.incremental.DocumentRecord;
import dev.bengal.site.incremental.ModelChecksum;
import dev.bengal.site.incremental.SourceRecord;
import dev.bengal.site.markdown.RenderedText;
import dev.bengal.site.output.Contents;
import dev.bengal.site.output.FileStamp;
import dev.bengal.site.theme.TemplateFault;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes documents on one thread, each only where it does not stand as it should; their places must be claimed. */
final class DocumentWriter implements AutoCloseable {
    private static final String COMPARE = "compare";
    private static final String PARSE = "parse";
    private static final String RENDER = "render";
    private static final String WRITE = "write";

    /** The stages of a document. */
    static final String[] STAGES = {COMPARE, PARSE, RENDER, WRITE};

    private final Press press;
    private final Stages.Worker stages;
    private final ModelChecksum checksums = new ModelChecksum();

    DocumentWriter(Press press, Stages.Worker stages) {
        this.press = press;
        this.stages = stages;
    }

    /** Makes a document or leaves it as it stands. What goes wrong with it is its fault. */
    Made write(Document document) {
        try {
            return standingOrNew(document);
        } catch (TemplateFault e) {
            return Made.failed(e.fault());
        } catch (PageException e) {
            return Made.failed(e.fault(document.source()));
        } catch (IOException e) {
            return Made.failed(
                    PageFault.of(document.source(), "cannot be written to the output (" + e.getMessage() + ")"));
        } finally {
            stages.leave();
        }
    }

    private Made standingOrNew(Document document) throws TemplateFault, PageException, IOException {
        stages.enter(COMPARE);
        Optional<DocumentRecord> known = press.memory().document(document.file());
        if (press.arrangedAsBefore()
                && known.isPresent()
                && stands(known.get(), document, known.get().surroundings(), Answers::isAboutBytes)) {
            return standing(known.get(), document);
        }
        Map<String, Object> model = document.model().get();
        long surroundings = surroundings(document, model);
        if (known.isPresent() && stands(known.get(), document, surroundings, question -> true)) {
            return standing(known.get(), document);
        }
        return anew(document, model, surroundings);
    }

    private Made standing(DocumentRecord known, Document document) {
        press.memory().note(document.file(), known);
        return Made.standing(known);
    }

    private long surroundings(Document document, Map<String, Object> model) {
        Document.Text text = document.text();
        return new Checksum()
                .add(press.checksum())
                .add(document.template())
                .add(checksums.of(model))
                .add(text == null ? 0 : press.answers().checksum(text.node()))
                .value();
    }

    private boolean stands(DocumentRecord known, Document document, long surroundings, Predicate<String> isOpen) {
        Document.Text text = document.text();
        Optional<Long> checksum = text == null
                ? Optional.of(subject(document))
                : press.memory().noted(text.page().source()).map(SourceRecord::checksum);
        return checksum.isPresent()
                && known.stands(
                        surroundings,
                        checksum.get(),
                        isOpen,
                        press.answers()::checksum,
                        press.output().stamp(document.file()));
    }

    /** Which page an older address leads to does not depend on the arrangement alone: where one is broken, another may have it. */
    private static long subject(Document document) {
        return Checksum.of(document.source());
    }

    private Made anew(Document document, Map<String, Object> model, long surroundings)
            throws TemplateFault, PageException, IOException {
        Document.Text text = document.text();
        if (text == null) {
            return put(document, model, surroundings, null);
        }
        stages.enter(PARSE);
        SourceText source = press.content().text(text.page());
        Inquiry inquiry = new Inquiry(press.answers());
        RenderedText rendered = press.markdown().get().render(text.page(), source, inquiry);
        Map<String, Object> whole = press.model().with(rendered, text.node(), model);
        return put(document, whole, surroundings, new Content(source.checksum(), inquiry.asked(), rendered));
    }

    private Made put(Document document, Map<String, Object> model, long surroundings, @Nullable Content content)
            throws TemplateFault, IOException {
        stages.enter(RENDER);
        byte[] bytes = press.templates().render(document.template(), model, document.source());
        stages.enter(WRITE);
        press.output().put(document.file(), Contents.of(bytes));
        String excerpt = content == null ? "" : content.rendered.excerpt();
        List<String> remarks = content == null ? List.of() : content.rendered.remarks();
        Optional<FileStamp> stamp = press.output().stamp(document.file());
        if (stamp.isPresent()) {
            press.memory()
                    .note(
                            document.file(),
                            new DocumentRecord(
                                    surroundings,
                                    content == null ? subject(document) : content.checksum,
                                    content == null ? Map.of() : content.asked,
                                    stamp.get(),
                                    excerpt,
                                    remarks));
        }
        return new Made(null, true, excerpt, remarks);
    }

    @Override
    public void close() {
        stages.close();
    }

    private record Content(long checksum, Map<String, Long> asked, RenderedText rendered) {}
}
