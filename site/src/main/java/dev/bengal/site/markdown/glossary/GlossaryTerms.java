package dev.bengal.site.markdown.glossary;

import dev.bengal.site.content.Inquiry;
import dev.bengal.site.markdown.directive.CommaWords;
import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.include.ContentPath;
import dev.bengal.site.markdown.include.FragmentParser;
import dev.bengal.site.markdown.tree.Children;
import dev.bengal.site.markdown.tree.Remarks;
import dev.bengal.site.yaml.YamlFault;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonmark.node.Node;

/** Gives each {@code glossary} of one page its terms, from {@code data/glossary.yaml} or the file that it names. */
public final class GlossaryTerms {
    private static final String USUAL = "data/glossary.yaml";

    private final Inquiry inquiry;
    private final Glossaries glossaries;
    private final FragmentParser parser;
    private final Consumer<Node> pass;
    private final Remarks remarks;
    private boolean busy;

    public GlossaryTerms(
            Inquiry inquiry, Glossaries glossaries, FragmentParser parser, Consumer<Node> pass, Remarks remarks) {
        this.inquiry = inquiry;
        this.glossaries = glossaries;
        this.parser = parser;
        this.pass = pass;
        this.remarks = remarks;
    }

    /** Puts the terms at the end of a directive, and takes out one that stands in the definition of a term. */
    public void resolve(Directive directive) {
        if (busy) {
            remarks.say("a definition of its glossary shows a glossary");
            directive.unlink();
            return;
        }
        String source = directive.options().getOrDefault("source", USUAL);
        read(source).ifPresent(file -> {
            List<GlossaryFile.Entry> chosen = chosen(file, directive);
            if (chosen.isEmpty()) {
                remarks.say("its glossary is empty: no term in " + source + " has one of the tags '"
                        + directive.options().getOrDefault("tags", "") + "'");
            }
            Glossary glossary = new Glossary();
            chosen.forEach(entry -> glossary.appendChild(term(entry, directive)));
            directive.appendChild(glossary);
        });
    }

    private Optional<GlossaryFile> read(String source) {
        Optional<String> text = ContentPath.ofData(source).flatMap(inquiry::text);
        if (text.isEmpty()) {
            remarks.say("its glossary needs " + source + ", which is not in data/");
            return Optional.empty();
        }
        try {
            return Optional.of(glossaries.of(text.get()));
        } catch (YamlFault e) {
            remarks.say("its glossary " + source + " is not YAML: line " + e.line() + ": " + e.reason());
        } catch (GlossaryFile.Malformed e) {
            remarks.say("its glossary " + source + " is none: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static List<GlossaryFile.Entry> chosen(GlossaryFile file, Directive directive) {
        List<String> tags = CommaWords.of(directive.options().getOrDefault("tags", ""));
        Comparator<GlossaryFile.Entry> order = directive.isOn("sorted")
                ? Comparator.comparing(GlossaryFile.Entry::term, String.CASE_INSENSITIVE_ORDER)
                : Comparator.comparing(entry -> "");
        return file.entries().stream()
                .filter(entry -> tags.isEmpty() || entry.tags().stream().anyMatch(tags::contains))
                .sorted(order)
                .toList();
    }

    private Glossary.Term term(GlossaryFile.Entry entry, Directive directive) {
        Glossary.Term term = new Glossary.Term(entry.term(), directive.isOn("show-tags") ? entry.tags() : List.of());
        Node definition = parser.parse(entry.definition());
        busy = true;
        remarks.enter(remarks.here());
        pass.accept(definition);
        remarks.leave(directive);
        busy = false;
        Children.move(definition, term);
        return term;
    }
}
