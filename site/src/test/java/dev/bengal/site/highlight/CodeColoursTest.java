package dev.bengal.site.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The theme's colours of code can be read: WCAG 2 asks for a contrast of 4.5 (level AA). */
class CodeColoursTest {
    private static final Pattern BLOCK = Pattern.compile(":root[^{]*\\{([^}]*)}");
    private static final Pattern COLOUR = Pattern.compile("(--[\\w-]+): (#[0-9a-f]{6});");

    @Test
    void colours_haveContrastInLightAndDark() throws IOException {
        String css;
        try (InputStream stream = Objects.requireNonNull(
                Highlighter.class.getResourceAsStream("/dev/bengal/site/theme/assets/bengal.css"))) {
            css = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        int schemes = 0;
        Matcher block = BLOCK.matcher(css);
        while (block.find()) {
            Map<String, String> colours = new HashMap<>();
            Matcher colour = COLOUR.matcher(block.group(1));
            while (colour.find()) {
                colours.put(colour.group(1), colour.group(2));
            }
            schemes += colours.isEmpty() ? 0 : 1;
            requireContrast(colours);
        }
        assertThat(schemes).isEqualTo(3);
        for (Kind kind : Kind.values()) {
            assertThat(css).contains("pre ." + kind.cssClass() + " {");
        }
    }

    private static void requireContrast(Map<String, String> colours) {
        for (String ink : colours.keySet().stream()
                .filter(name -> name.startsWith("--code-"))
                .toList()) {
            require(ink, colours);
        }
        if (!colours.isEmpty()) {
            require("--good", colours);
            require("--bad", colours);
        }
    }

    private static void require(String ink, Map<String, String> colours) {
        for (String paper : List.of("--raised", "--mark", "--paper")) {
            assertThat(contrast(Objects.requireNonNull(colours.get(ink)), Objects.requireNonNull(colours.get(paper))))
                    .as(ink + " on " + paper)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    /** @see <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a> */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
