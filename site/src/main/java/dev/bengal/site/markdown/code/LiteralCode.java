package dev.bengal.site.markdown.code;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.include.Inclusions;
import dev.bengal.site.markdown.include.LineRange;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts files as code in the place of {@code literalinclude}s. Lines are counted as in the file, also where only some are shown. */
public final class LiteralCode {
    public static final String NAME = "literalinclude";

    /** Where the ending of a file is no name of its language. */
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("bash", "bash"),
            Map.entry("cfg", "ini"),
            Map.entry("dockerfile", "dockerfile"),
            Map.entry("h", "c"),
            Map.entry("htm", "html"),
            Map.entry("js", "javascript"),
            Map.entry("kt", "kotlin"),
            Map.entry("md", "markdown"),
            Map.entry("mjs", "javascript"),
            Map.entry("py", "python"),
            Map.entry("rb", "ruby"),
            Map.entry("rs", "rust"),
            Map.entry("sh", "bash"),
            Map.entry("ts", "typescript"),
            Map.entry("yml", "yaml"),
            Map.entry("zsh", "bash"));

    private final Inclusions files;
    private final boolean highlight;

    public LiteralCode(Inclusions files, boolean highlight) {
        this.files = files;
        this.highlight = highlight;
    }

    /** Replaces a directive by the code, or takes it out with a remark. */
    public void resolve(Directive directive) {
        Optional<String> text = files.code(directive);
        text.ifPresent(code -> directive.insertBefore(code(directive, code)));
        directive.unlink();
    }

    private MarkedCode code(Directive directive, String text) {
        LineRange lines = LineRange.of(directive);
        BitSet marked = MarkedCode.lines(directive.options().getOrDefault("emphasize-lines", ""));
        boolean numbered = directive.isOn("linenos") || directive.isOn("line-numbers");
        String language = directive.options().getOrDefault("language", "");
        return MarkedCode.of(
                language.isEmpty() ? languageOf(directive.words()) : language.replaceAll("\\s.*", ""),
                directive.options().getOrDefault("caption", ""),
                marked.get(Math.min(lines.first(), marked.length()), Math.max(marked.length(), lines.first())),
                numbered ? lines.first() : 0,
                highlight,
                lines.of(text));
    }

    private static String languageOf(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return LANGUAGES.getOrDefault(ending, ending.matches("[a-z0-9+-]{1,20}") && file.contains(".") ? ending : "");
    }
}
