/**
 * The menus of a site.
 *
 * <p>{@link dev.bengal.site.menu.MenuWishes} collects who asks for a place in one: the configuration, the pages, and for the main
 * menu the sections at the top. {@link dev.bengal.site.menu.Menus} makes trees of them and says what leads nowhere.
 */
@NullMarked
package dev.bengal.site.menu;

import org.jspecify.annotations.NullMarked;
