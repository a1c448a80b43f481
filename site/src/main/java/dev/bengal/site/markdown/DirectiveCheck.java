package dev.bengal.site.markdown;

import dev.bengal.site.config.NearestName;
import dev.bengal.site.markdown.box.BoxHtml;
import dev.bengal.site.markdown.box.ChecklistHtml;
import dev.bengal.site.markdown.code.LiteralCode;
import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectiveNames;
import dev.bengal.site.markdown.directive.Measure;
import dev.bengal.site.markdown.include.Inclusions;
import dev.bengal.site.markdown.media.MediaHost;
import dev.bengal.site.markdown.media.MediaKind;
import dev.bengal.site.markdown.navigation.DirectiveLinks;
import dev.bengal.site.markdown.table.ListTable;
import dev.bengal.site.markdown.tree.Remarks;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Notices what is odd about the directives of one page: names, values and bodies that none of them has. */
final class DirectiveCheck {
    private static final Map<String, MediaHost> HOSTS =
            Arrays.stream(MediaHost.values()).collect(Collectors.toMap(MediaHost::directive, host -> host));

    private final Set<String> own;
    private final Remarks remarks;

    /** With the names of boxes that the site has of its own. */
    DirectiveCheck(Set<String> own, Remarks remarks) {
        this.own = own;
        this.remarks = remarks;
    }

    /** Gives a directive the id of its options, and remarks on options that it cannot have. */
    void options(Directive directive, HeadingIds ids) {
        Map<String, String> options = directive.options();
        if (options.isEmpty()) {
            return;
        }
        String id = options.getOrDefault("id", options.getOrDefault("name", ""));
        if (!id.isEmpty()) {
            identify(directive, id, ids);
        }
        String classes = options.getOrDefault("class", "");
        if (!classes.isEmpty() && Measure.classes(classes).isEmpty()) {
            remarks.say(":::{%s} has :class: %s, which is no name of a class".formatted(directive.name(), classes));
        }
        DirectiveOptions.unknown(directive).forEach(option -> remarks.say(unknown(directive.name(), option)));
    }

    private void identify(Directive directive, String id, HeadingIds ids) {
        if (!HeadingIds.isId(id)) {
            remarks.say(":::{%s} has the id %s, which may have letters, digits and the signs _ . : - only"
                    .formatted(directive.name(), id));
        } else if (!ids.claim(id)) {
            remarks.say(":::{%s} has the id %s, which the page has already".formatted(directive.name(), id));
        } else {
            directive.identify(id);
        }
    }

    private static String unknown(String name, String option) {
        return ":::{" + name + "} has the option :" + option + ":, which means nothing to it"
                + NearestName.of(option, DirectiveOptions.of(name))
                        .map(near -> "; :" + near + ": does")
                        .orElse("");
    }

    void look(Directive directive) {
        String name = directive.name();
        switch (name) {
            case "list-table" -> listTable(directive);
            case "checklist" -> value(directive, "style", ChecklistHtml.STYLES);
            case "child-cards" -> value(directive, "include", DirectiveLinks.CHILDREN);
            case "figure" -> {
                value(directive, "align", MediaKind.ALIGNMENTS);
                value(directive, "loading", MediaKind.LOADINGS);
                media(MediaKind.FIGURE, directive);
            }
            case "video" -> media(MediaKind.VIDEO, directive);
            case "audio" -> media(MediaKind.AUDIO, directive);
            case "spotify" -> value(directive, "type", MediaHost.SPOTIFY_TYPES);
            default -> {}
        }
        MediaHost host = HOSTS.get(name);
        if (host != null && host.address(directive).isEmpty()) {
            remarks.say(":::{" + name + "} " + directive.words() + " names nothing on " + host.host());
        }
        if (!isKnown(name)) {
            remarks.say("the directive :::{" + name + "} is not known and shows as a plain box" + meant(name));
        }
    }

    private boolean isKnown(String name) {
        return DirectiveRenderers.names().contains(name) || BoxHtml.knows(name) || own.contains(name);
    }

    private String meant(String name) {
        Set<String> names = new TreeSet<>(own);
        Stream.of(
                        DirectiveRenderers.names().stream(),
                        BoxHtml.names(),
                        Stream.of(Inclusions.NAME, LiteralCode.NAME),
                        DirectiveNames.others().stream())
                .flatMap(all -> all)
                .forEach(names::add);
        return NearestName.of(name, names)
                .map(near -> "; :::{" + near + "} is")
                .orElse("; [markup] boxes in the configuration can name it");
    }

    private void listTable(Directive directive) {
        Optional<ListTable> table = ListTable.of(directive);
        if (table.isEmpty()) {
            remarks.say("a list-table is no list of rows, each a list of cells, and shows as a plain box");
        } else if (!table.get().isEven()) {
            remarks.say("a list-table has rows of different length");
        }
    }

    private void media(MediaKind kind, Directive directive) {
        String what = ":::{" + directive.name() + "} " + directive.words();
        value(directive, "preload", MediaKind.PRELOADS);
        if (directive.words().isEmpty()) {
            remarks.say("a :::{" + directive.name() + "} names no file; write one behind it");
        } else if (!kind.takes(directive.words())) {
            remarks.say(what + " is no file that browsers play; its name must end in one of " + kind.endings());
        }
        String words = directive.options().get(kind.describing());
        boolean decorates = kind == MediaKind.FIGURE && words != null;
        if (!decorates && (words == null || words.isBlank())) {
            remarks.say(what + " has no :" + kind.describing() + ":, which says what it is to those who cannot see it"
                    + (kind == MediaKind.FIGURE ? "; leave it empty for decoration" : ""));
        }
    }

    private void value(Directive directive, String option, Set<String> values) {
        String value = directive.options().getOrDefault(option, "");
        if (!value.isEmpty() && !values.contains(value)) {
            remarks.say(":::{%s} has :%s: %s, which must be one of %s"
                    .formatted(directive.name(), option, value, String.join(", ", new TreeSet<>(values))));
        }
    }
}
