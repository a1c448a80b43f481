package dev.bengal.site.markdown.directive;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** A closing line with nothing to close: it is left out, and the author is told. */
public final class StrayClosing extends CustomBlock {
    static final class Parser extends AbstractBlockParser {
        private final StrayClosing block = new StrayClosing();

        @Override
        public Block getBlock() {
            return block;
        }

        @Override
        public @Nullable BlockContinue tryContinue(ParserState state) {
            return BlockContinue.none();
        }
    }
}
