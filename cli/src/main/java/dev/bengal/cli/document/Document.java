package dev.bengal.cli.document;

import dev.bengal.cli.terminal.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document with marked blocks.
 *
 * @param blocks how many it has
 * @param stale the places of those that showed something else before
 * @param files pictures that its blocks show, by their paths
 */
public record Document(Path path, String text, int blocks, List<String> stale, Map<Path, String> files) {
    public Document(Path path, String text) {
        this(path, text, 0, List.of(), Map.of());
    }

    /** The same with current figures. Lines end as those of the document do. */
    public Document renewed(DocumentFigures figures) throws IOException {
        StringBuilder renewed = new StringBuilder();
        List<String> stale = new ArrayList<>();
        Map<Path, String> pictures = new LinkedHashMap<>();
        int copied = 0;
        List<MarkedBlock> marked = MarkedBlock.in(text, path.toString());
        for (MarkedBlock block : marked) {
            DocumentFigures.Shown shown = figures.of(block, path);
            String content = framed(block, shown);
            boolean isStale = !content.equals(text.substring(block.start(), block.end()));
            for (Map.Entry<Path, String> picture : shown.files().entrySet()) {
                String other = pictures.put(picture.getKey(), picture.getValue());
                if (other != null && !other.equals(picture.getValue())) {
                    throw new CommandException(
                            path + ":" + block.line() + ": another block writes " + picture.getKey() + " too.");
                }
                isStale |= !Files.isRegularFile(picture.getKey())
                        || !Files.readString(picture.getKey()).equals(picture.getValue());
            }
            if (isStale) {
                stale.add(path + ":" + block.line() + ": stale, should be " + firstLine(shown.text()));
            }
            renewed.append(text, copied, block.start()).append(content);
            copied = block.end();
        }
        renewed.append(text, copied, text.length());
        return new Document(path, renewed.toString(), marked.size(), stale, pictures);
    }

    /** On lines of its own where the block is written so, or where it has to be. */
    private String framed(MarkedBlock block, DocumentFigures.Shown shown) {
        String before = text.substring(block.start(), block.end());
        String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        boolean isApart = shown.isBlock() || before.startsWith("\n") || before.startsWith("\r\n");
        String content = shown.text().replace("\n", lineEnd);
        return isApart ? lineEnd + content + lineEnd : content;
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end) + " …";
    }
}
