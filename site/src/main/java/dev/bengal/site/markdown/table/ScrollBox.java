package dev.bengal.site.markdown.table;

import org.commonmark.node.CustomBlock;

/** Holds a table, which on a phone is wider than the screen. */
public final class ScrollBox extends CustomBlock {}
