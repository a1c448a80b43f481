/**
 * Roles: {@code {name}`text`} in a sentence, such as a key, an abbreviation or an icon. A role that leads to a page becomes a
 * link.
 */
@NullMarked
package dev.bengal.site.markdown.role;

import org.jspecify.annotations.NullMarked;
