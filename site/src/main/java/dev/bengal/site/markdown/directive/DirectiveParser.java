package dev.bengal.site.markdown.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Reads a directive. A line {@code :::} ends the innermost open one, {@code :::{/name}} the nearest of that name and all in
 * it, however many colons either has.
 *
 * <p>The parser asks containers from the outside in whether a line is theirs, and a closing line belongs to an inner one.
 * So the outermost directive decides for all: it marks the one that ends, and turns the line into a blank one, which
 * every list and directive on the way lets pass.
 *
 * <p>A mark has no body: it ends with its line, or with a closing line right below it.
 */
public final class DirectiveParser extends AbstractBlockParser {
    private static final Pattern OPENING = Pattern.compile(":{3,}\\{([A-Za-z][\\w-]*)}[ \t]*(.*)");
    private static final Pattern CLOSING = Pattern.compile(":{3,}(?:\\{/([\\w-]+)})?[ \t]*");
    private static final Pattern OPTION = Pattern.compile(":([A-Za-z][\\w-]*):(?:[ \t]+(.*))?");

    private final Directive directive;
    private final boolean outermost;
    private boolean readsOptions = true;

    private final SourceLine title;

    private DirectiveParser(String name, SourceLine title, boolean outermost) {
        this.directive =
                new Directive(DirectiveNames.usual(name), title.getContent().toString());
        this.title = title;
        this.outermost = outermost;
    }

    @Override
    public Block getBlock() {
        return directive;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block block) {
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (directive.isClosing()) {
            return BlockContinue.finished();
        }
        CharSequence line = state.getLine().getContent();
        String rest =
                line.subSequence(state.getNextNonSpaceIndex(), line.length()).toString();
        if (outermost && rest.startsWith(":::")) {
            Matcher closing = CLOSING.matcher(rest);
            Directive ended = closing.matches() ? ended(closing.group(1)) : null;
            if (ended != null) {
                ended.closeOnThisLine();
            }
            if (ended == directive) {
                return BlockContinue.finished();
            }
            if (ended != null) {
                return BlockContinue.atIndex(line.length());
            }
        }
        if (directive.isMark()) {
            return BlockContinue.none();
        }
        if (readsOptions && readOption(rest)) {
            return BlockContinue.atIndex(line.length());
        }
        return BlockContinue.atIndex(state.getIndex());
    }

    private boolean readOption(String rest) {
        Matcher option = OPTION.matcher(rest);
        readsOptions = option.matches();
        if (readsOptions) {
            directive
                    .options()
                    .put(
                            option.group(1).replace('_', '-'),
                            option.group(2) == null ? "" : option.group(2).stripTrailing());
        }
        return readsOptions;
    }

    /** What a closing line ends, or null where it is text: in a code fence, or with a name that is not open. */
    private @Nullable Directive ended(@Nullable String name) {
        List<Directive> open = new ArrayList<>();
        Node last = directive;
        for (Node node = directive; node != null; node = node.getLastChild()) {
            if (node instanceof Directive inner && inner.isOpen()) {
                open.add(0, inner);
            }
            last = node;
        }
        if (last instanceof FencedCodeBlock fence && fence.getClosingFenceLength() == null) {
            return null;
        }
        return open.stream()
                .filter(candidate -> name == null || candidate.name().equals(DirectiveNames.usual(name)))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void closeBlock() {
        directive.close();
    }

    @Override
    public void parseInlines(InlineParser inlineParser) {
        if (!directive.words().isEmpty()) {
            Directive.Title node = new Directive.Title();
            directive.prependChild(node);
            inlineParser.parse(SourceLines.of(title), node);
        }
    }

    /** Opens a directive wherever a block may begin, and in the middle of a paragraph. */
    public static final class Factory extends AbstractBlockParserFactory {
        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int from = state.getNextNonSpaceIndex();
            if (state.getIndent() >= 4 || from >= line.length() || line.charAt(from) != ':') {
                return BlockStart.none();
            }
            CharSequence rest = line.subSequence(from, line.length());
            Matcher opening = OPENING.matcher(rest);
            if (!opening.matches()) {
                return CLOSING.matcher(rest).matches()
                        ? BlockStart.of(new StrayClosing.Parser()).atIndex(line.length())
                        : BlockStart.none();
            }
            boolean outermost = true;
            for (Node node = matched.getMatchedBlockParser().getBlock(); node != null; node = node.getParent()) {
                outermost &= !(node instanceof Directive);
            }
            int title = from + opening.start(2);
            SourceLine words = state.getLine()
                    .substring(title, title + opening.group(2).stripTrailing().length());
            return BlockStart.of(new DirectiveParser(opening.group(1), words, outermost))
                    .atIndex(line.length());
        }
    }
}
