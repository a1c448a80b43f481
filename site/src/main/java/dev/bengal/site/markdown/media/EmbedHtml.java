package dev.bengal.site.markdown.media;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import java.util.Optional;

/**
 * What lies elsewhere, as a link that says so. Nothing is loaded from there with the page, so nobody there learns who reads it
 * before the reader goes there.
 */
final class EmbedHtml implements DirectiveRenderer {
    private final MediaHost host;

    EmbedHtml(MediaHost host) {
        this.host = host;
    }

    @Override
    public boolean write(Directive directive, DirectivePen pen) {
        Optional<String> address = host.address(directive);
        if (address.isEmpty()) {
            return false;
        }
        pen.html().line();
        pen.html().tag("p", DirectivePen.own(directive, "embed embed-" + host.directive()));
        pen.html().tag("a", attributes("href", address.get(), "rel", "noopener noreferrer"));
        pen.span("embed-title", directive.options().getOrDefault("title", "See it"));
        pen.html().text(" ");
        pen.span("embed-host", "on " + host.host());
        pen.html().tag("/a");
        pen.close("p");
        pen.body(directive);
        return true;
    }
}
