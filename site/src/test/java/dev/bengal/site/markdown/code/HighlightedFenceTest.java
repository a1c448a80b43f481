package dev.bengal.site.markdown.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.site.highlight.Highlighter;
import dev.bengal.site.markdown.RenderedProse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is copied from a page is what the author wrote. */
class HighlightedFenceTest {
    private static final Pattern CODE = Pattern.compile("<code[^>]*>(.*?)</code>", Pattern.DOTALL);
    private static final String SIGNS = "\"'{}[]()<>/*#@$-_=:;,.!?&|%+\\ \n  abcifé\uD83D\uDE00";

    @Test
    void textOfCode_isItsSourceWhateverTheLanguage(@TempDir Path folder) {
        RenderedProse prose = new RenderedProse(folder);
        Random random = new Random(11);
        List<String> sources = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String language : new TreeSet<>(Highlighter.names())) {
            for (int round = 0; round < 20; round++) {
                String source = noise(random);
                sources.add(source);
                lines.add("~~~" + language + (round % 2 == 0 ? " {2-3,5}" : ""));
                lines.add(source.substring(0, source.length() - 1));
                lines.add("~~~");
            }
        }

        String html = prose.of(lines.toArray(String[]::new));

        List<String> texts = new ArrayList<>();
        Matcher code = CODE.matcher(html);
        while (code.find()) {
            texts.add(text(code.group(1)));
        }
        assertThat(texts).isEqualTo(sources);
        assertThat(html).contains("<span class=\"k\">", "<mark>");
    }

    private static String noise(Random random) {
        StringBuilder noise = new StringBuilder("x");
        for (int i = random.nextInt(200); i > 0; i--) {
            int at = random.nextInt(SIGNS.codePointCount(0, SIGNS.length()));
            noise.appendCodePoint(SIGNS.codePointAt(SIGNS.offsetByCodePoints(0, at)));
        }
        return noise.append('\n').toString();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
