/**
 * The grammar of directives, {@code :::{name} title} with options and a body, and what all of them are written with. What each of
 * them is lies in the rooms beside this one; {@link dev.bengal.site.markdown.directive.DirectiveRenderer} is what they write by.
 */
@NullMarked
package dev.bengal.site.markdown.directive;

import org.jspecify.annotations.NullMarked;
