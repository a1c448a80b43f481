package dev.bengal.site.markdown.formula;

import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Reads a formula between two lines {@code $$}. Like all of TeX's formulas it has no empty line; at one it ends, and is none. */
public final class FormulaBlockParser extends AbstractBlockParser {
    private static final String MARK = "$$";

    private final FormulaBlock formula = new FormulaBlock();
    private final StringBuilder lines = new StringBuilder();

    @Override
    public Block getBlock() {
        return formula;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            return BlockContinue.none();
        }
        if (isMark(state)) {
            formula.close();
            return BlockContinue.finished();
        }
        return BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        if (!lines.isEmpty()) {
            lines.append('\n');
        }
        lines.append(line.getContent());
    }

    @Override
    public void closeBlock() {
        formula.fill(lines.toString().strip());
    }

    private static boolean isMark(ParserState state) {
        CharSequence line = state.getLine().getContent();
        int from = state.getNextNonSpaceIndex();
        return state.getIndent() < 4
                && line.length() - from >= MARK.length()
                && line.charAt(from) == '$'
                && line.subSequence(from, line.length()).toString().strip().equals(MARK);
    }

    /** Opens a formula wherever a block may begin, and in the middle of a paragraph, but not where that ends one of its own. */
    public static final class Factory extends AbstractBlockParserFactory {
        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            return isMark(state) && !isInFormula(matched)
                    ? BlockStart.of(new FormulaBlockParser())
                            .atIndex(state.getLine().getContent().length())
                    : BlockStart.none();
        }

        private static boolean isInFormula(MatchedBlockParser matched) {
            boolean open = false;
            for (SourceLine line : matched.getParagraphLines().getLines()) {
                String words = line.getContent().toString();
                for (int at = words.indexOf(MARK); at >= 0; at = words.indexOf(MARK, at + MARK.length())) {
                    open = !open;
                }
            }
            return open;
        }
    }
}
