package dev.bengal.site.theme;

import dev.bengal.site.PageFault;
import dev.bengal.site.RelativeName;
import dev.bengal.site.SiteException;
import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.work.Lazy;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The templates of a site. They see data only: no method of any object can be called from one. */
public final class Templates {
    private static final List<String> BUILT_IN = List.of(
            "page.html",
            "section.html",
            "home.html",
            "term.html",
            "terms.html",
            "404.html",
            "redirect.html",
            "sidebar.html");

    private final TemplateLoader loader;
    private final Lazy<PebbleEngine> engine;
    private final long checksum;
    private final Set<String> names = new TreeSet<>(BUILT_IN);
    private final Map<String, PebbleTemplate> compiled = new ConcurrentHashMap<>();

    /**
     * The templates of the site in {@code root}, whose assets they may name. Its own are compiled at once, so that a broken one is
     * found; of the built-in ones an incremental build mostly needs one or none.
     */
    public Templates(Path root, Assets assets) {
        Path folder = root.resolve("templates");
        loader = new TemplateLoader(folder);
        engine = new Lazy<>(() -> engine(loader, assets));
        List<String> own = own(folder);
        checksum = checksum(folder, own);
        names.addAll(own);
        own.forEach(this::compiled);
    }

    private static PebbleEngine engine(TemplateLoader loader, Assets assets) {
        return new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .methodAccessValidator((object, method) -> false)
                .extension(new ThemeExtension(assets))
                .build();
    }

    private PebbleTemplate compiled(String name) {
        PebbleTemplate known = compiled.get(name);
        return known == null ? compiled.computeIfAbsent(name, this::compile) : known;
    }

    private PebbleTemplate compile(String name) {
        if (!has(name)) {
            throw new IllegalArgumentException("no template " + name);
        }
        try {
            return engine.get().getTemplate(name);
        } catch (PebbleException e) {
            throw new SiteException(fault(name, e).toString(), e);
        }
    }

    private static List<String> own(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".html") && Files.isRegularFile(file))
                    .map(file -> RelativeName.of(folder, file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new SiteException(folder + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /** Tells the site's own templates from those of another build; the built-in ones belong to the program. */
    public long checksum() {
        return checksum;
    }

    private static long checksum(Path folder, List<String> own) {
        Checksum checksum = new Checksum();
        try {
            for (String name : own) {
                checksum.add(name).add(Files.readAllBytes(folder.resolve(name)));
            }
        } catch (IOException e) {
            throw new SiteException(folder + " cannot be read (" + e.getMessage() + ").", e);
        }
        return checksum.value();
    }

    /** How many there are. */
    public int size() {
        return names.size();
    }

    /** Whether there is one of this name. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** Whether there is one of this name among the site's own. */
    public boolean isOwn(String name) {
        return has(name) && loader.isOwn(name);
    }

    /**
     * The document that a template makes of a model.
     *
     * @param source what it is made for, named where no line of a template can be
     */
    public byte[] render(String name, Map<String, Object> model, String source) throws TemplateFault {
        StringWriter document = new StringWriter(16 * 1024);
        evaluate(name, model, source, document);
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A part of a document. */
    String part(String name, Map<String, Object> model) throws TemplateFault {
        StringWriter part = new StringWriter();
        evaluate(name, model, "a part of pages", part);
        return part.toString();
    }

    private void evaluate(String name, Map<String, Object> model, String source, StringWriter to) throws TemplateFault {
        PebbleTemplate template = compiled(name);
        try {
            template.evaluate(to, model);
        } catch (PebbleException e) {
            throw new TemplateFault(fault(name, e), e);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        } catch (StackOverflowError e) {
            throw new TemplateFault(
                    PageFault.of(where(name), "includes or extends itself without end, for " + source), e);
        } catch (RuntimeException e) {
            // Filters check little of what they are given, and throw what the JDK throws.
            throw new TemplateFault(PageFault.of(where(name), "failed for " + source + " (" + e + ")"), e);
        }
    }

    private PageFault fault(String name, PebbleException e) {
        String file = e.getFileName() == null ? name : e.getFileName();
        Integer line = e.getLineNumber();
        return new PageFault(where(file), line == null || line < 1 ? null : line, e.getPebbleMessage());
    }

    private String where(String file) {
        return loader.isOwn(file) ? "templates/" + file : "the built-in template " + file;
    }
}
