package dev.bengal.site.highlight;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Knows languages by their names. Safe for use by several threads. */
public final class Highlighter {
    private static final Map<String, Supplier<Language>> BY_NAME = byName();
    private static final Map<String, Language> READY = new ConcurrentHashMap<>();

    private Highlighter() {}

    private static Map<String, Supplier<Language>> byName() {
        Map<String, Supplier<Language>> languages = new HashMap<>();
        name(languages, CodeGrammars::java, "java", "jshell");
        name(languages, CodeGrammars::kotlin, "kotlin", "kt", "kts");
        name(languages, CodeGrammars::c, "c", "cpp", "c++", "h");
        name(languages, CodeGrammars::go, "go", "golang");
        name(languages, CodeGrammars::rust, "rust", "rs");
        name(languages, CodeGrammars::javascript, "javascript", "js", "jsx", "mjs");
        name(languages, CodeGrammars::typescript, "typescript", "ts", "tsx");
        name(languages, CodeGrammars::python, "python", "py", "python3");
        name(languages, CodeGrammars::ruby, "ruby", "rb");
        name(languages, CodeGrammars::shell, "bash", "sh", "shell", "zsh");
        name(languages, CodeGrammars::dockerfile, "dockerfile", "docker");
        name(languages, CodeGrammars::sql, "sql", "postgresql");
        name(languages, CodeGrammars::json, "json", "jsonc", "json5", "jsonl");
        name(languages, ConsoleLanguage::new, "console", "shell-session", "terminal");
        name(languages, YamlLanguage::new, "yaml", "yml");
        name(languages, KeyValueLanguage::toml, "toml");
        name(languages, KeyValueLanguage::ini, "ini", "cfg", "conf");
        name(languages, KeyValueLanguage::properties, "properties", "env");
        name(languages, CssLanguage::new, "css", "scss", "less");
        name(languages, MarkupLanguage::html, "html", "htm", "vue", "svelte");
        name(
                languages,
                MarkupLanguage::html,
                "jinja",
                "jinja2",
                "kida",
                "pebble",
                "twig",
                "django",
                "liquid",
                "handlebars",
                "go-html-template");
        name(languages, MarkupLanguage::xml, "xml", "svg", "xhtml", "pom");
        name(languages, MarkdownLanguage::new, "markdown", "md", "myst");
        name(languages, DiffLanguage::new, "diff", "patch");
        return Map.copyOf(languages);
    }

    private static void name(Map<String, Supplier<Language>> languages, Supplier<Language> language, String... names) {
        for (String name : names) {
            languages.put(name, language);
        }
    }

    /** The names that it knows, in lower case. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** Whether it knows a language by this name, in capitals or not. */
    public static boolean knows(String name) {
        return BY_NAME.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** The parts of a code, all of it; empty where the language is not known. */
    public static Optional<Tokens> tokens(String name, String code) {
        return language(name.toLowerCase(Locale.ROOT)).map(language -> {
            Tokens tokens = new Tokens();
            language.scan(code, 0, code.length(), tokens);
            tokens.add(null, code.length());
            return tokens;
        });
    }

    private static Optional<Language> language(String name) {
        Supplier<Language> maker = BY_NAME.get(name);
        return maker == null ? Optional.empty() : Optional.of(READY.computeIfAbsent(name, unready -> maker.get()));
    }
}
