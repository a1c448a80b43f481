package dev.bengal.site.markdown.directive;

/** Writes one kind of directive, so that it works without a script. */
@FunctionalInterface
public interface DirectiveRenderer {
    /** Writes it, or nothing and returns false where it is a box like any other. */
    boolean write(Directive directive, DirectivePen pen);
}
