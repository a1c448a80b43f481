package dev.bengal.site.markdown;

import org.commonmark.node.CustomBlock;

/** Holds a table, which on a phone is wider than the screen. */
final class ScrollBox extends CustomBlock {}
