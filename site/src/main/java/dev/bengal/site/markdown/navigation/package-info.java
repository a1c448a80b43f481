/**
 * Directives that lead to other pages: the way to this page, its neighbours, what is related, cards of what lies below it, and the
 * links of cards and buttons.
 */
@NullMarked
package dev.bengal.site.markdown.navigation;

import org.jspecify.annotations.NullMarked;
