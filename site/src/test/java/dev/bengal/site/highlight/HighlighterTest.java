package dev.bengal.site.highlight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HighlighterTest {
    private static final String SIGNS =
            "\"'`{}[]()<>/*#@$-_=:;,.!?&|%+~^\\ \t\n\n  abcxyzAZ019éß\uD83D\uDE00\uD83D\u0000";
    private static final String[] PIECES = {
        "\"\"\"",
        "'''",
        "<!--",
        "-->",
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "/*",
        "*/",
        "//",
        "<a b=\"",
        "</script>",
        "<script>",
        "<style>",
        "&amp;",
        "---\n",
        ":::{note}\n",
        "```\n",
        "key: |\n",
        "  - x: y\n",
        "[a.b]\n",
        "$ ",
        "${",
        "@x",
        "if",
        "true",
        "class",
        "\\",
        "--opt",
        "a(",
        "#fff",
        "a:b{",
        "@@ ",
        "+x\n",
        "-x\n"
    };

    /** Each part in brackets behind the letter of its kind. */
    private static String parts(String language, String code) {
        Tokens tokens = Highlighter.tokens(language, code).orElseThrow();
        StringBuilder parts = new StringBuilder();
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String text = code.substring(start, tokens.end(i));
            Kind kind = tokens.kind(i);
            parts.append(kind == null ? text : kind.cssClass() + "[" + text + "]");
            start = tokens.end(i);
        }
        return parts.toString();
    }

    static Iterable<String> languages() {
        return new java.util.TreeSet<>(Highlighter.names());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void tokens_coverAnyCodeWithoutGapOrOverlap(String language) {
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            StringBuilder code = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                code.append(
                        random.nextInt(3) == 0
                                ? PIECES[random.nextInt(PIECES.length)]
                                : String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length()))));
            }
            requireWhole(language, code.toString());
        }
    }

    private static void requireWhole(String language, String code) {
        Tokens tokens = Highlighter.tokens(language, code).orElseThrow();
        int last = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean isCut = tokens.end(i) < code.length()
                    && Character.isLowSurrogate(code.charAt(tokens.end(i)))
                    && Character.isHighSurrogate(code.charAt(tokens.end(i) - 1));
            boolean isSame = i > 0 && tokens.kind(i) == tokens.kind(i - 1);
            if (tokens.end(i) <= last || isCut || isSame) {
                fail("part %d of %s ends at %d, after one that ends at %d: %s", i, language, tokens.end(i), last, code);
            }
            last = tokens.end(i);
        }
        assertThat(last).as(language).isEqualTo(code.length());
    }

    /** A scanner whose time grows with the square would take hours here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "java",
                "kotlin",
                "c",
                "go",
                "rust",
                "js",
                "ts",
                "python",
                "ruby",
                "sh",
                "docker",
                "sql",
                "json",
                "console",
                "yaml",
                "toml",
                "ini",
                "properties",
                "css",
                "html",
                "xml",
                "markdown",
                "diff"
            })
    void tokens_takeLinearTimeWhateverTheCode(String language) {
        for (String piece : PIECES) {
            requireWhole(language, piece.repeat(20_000));
            requireWhole(language, (piece + " ").repeat(20_000));
            requireWhole(language, piece.strip().repeat(20_000) + "\n" + piece);
        }
        for (int i = 0; i < SIGNS.length(); i++) {
            requireWhole(language, String.valueOf(SIGNS.charAt(i)).repeat(100_000));
        }
        requireWhole(language, "<script>//</script>".repeat(50_000));
        requireWhole(language, "a:a:".repeat(100_000));
        requireWhole(language, "[\n".repeat(200_000));
        requireWhole(language, "\"a\" ".repeat(100_000));
    }

    @Test
    void unknownLanguage_hasNoTokens() {
        assertThat(Highlighter.tokens("tree", "a")).isEmpty();
        assertThat(Highlighter.knows("Java")).isTrue();
        assertThat(Highlighter.knows("text")).isFalse();
    }

    @Test
    void java_hasItsParts() {
        assertThat(parts("java", "@Test void a() { return \"x\\\"y\" + 'c' + 1_0.5f; } // end\n/* b\n*/ null"))
                .isEqualTo("m[@Test] k[void] f[a]() { k[return] s[\"x\\\"y\"] + s['c'] + n[1_0.5f]; } c[// end]\n"
                        + "c[/* b\n*/] n[null]");
        assertThat(parts("java", "\"\"\"\n \"a\" \"\"\";")).isEqualTo("s[\"\"\"\n \"a\" \"\"\"];");
        assertThat(parts("java", "\"open\nint")).isEqualTo("s[\"open]\nk[int]");
    }

    @Test
    void python_hasItsParts() {
        assertThat(parts("python", "@a\ndef f(x): # y\n    '''z\n'''\n    return None"))
                .isEqualTo("m[@a]\nk[def] f[f](x): c[# y]\n    s['''z\n''']\n    k[return] n[None]");
    }

    @Test
    void shell_hasItsParts() {
        assertThat(parts("bash", "for f in *; do echo \"$f\" --x-y $HOME ${A:-b} 'it' a#b # c"))
                .isEqualTo("k[for] f k[in] *; k[do] k[echo] s[\"$f\"] f[--x-y] m[$HOME] m[${A:-b}] s['it'] a#b c[# c]");
        assertThat(parts("console", "$ sudo a -b\nout if\n")).isEqualTo("m[$] k[sudo] a f[-b]\nout if\n");
    }

    @Test
    void data_hasItsParts() {
        assertThat(parts("json", "{\"a\" : \"b\", \"c\": [1, true]}"))
                .isEqualTo("{f[\"a\"] : s[\"b\"], f[\"c\"]: [n[1], n[true]]}");
        assertThat(parts(
                        "yaml", "---\na: b # c\n- \"d\": 'e'\nf: |\n  text: x\n\n  # y\ng: [1, no, &z w]\nh: http://i"))
                .isEqualTo("m[---]\nf[a]: b c[# c]\n- f[\"d\"]: s['e']\nf[f]: |\n  s[text: x]\n\n  s[# y]\n"
                        + "f[g]: [n[1], n[no], m[&z] w]\nf[h]: http://i");
        assertThat(parts("toml", "# a\n[b.\"c\"]\nd = \"e\" # f\ng.h = [\n  1,\n]\ni = \"\"\"\nj = 1\n\"\"\"\n"))
                .isEqualTo(
                        "c[# a]\nm[[b.\"c\"]]\nf[d ]= s[\"e\"] c[# f]\nf[g.h ]= [\n  n[1],\n]\nf[i ]= s[\"\"\"\nj = 1\n\"\"\"]\n");
        assertThat(parts("ini", "; a\n[b]\nc=d e\n")).isEqualTo("c[; a]\nm[[b]]\nf[c]=s[d e]\n");
        assertThat(parts("properties", "! a\nb: c\nd")).isEqualTo("c[! a]\nf[b]: s[c]\nd");
    }

    @Test
    void web_hasItsParts() {
        assertThat(parts("html", "<!-- a --><a href=\"b\" c>&lt;&x</a><style>p{color:#fff}</style>"))
                .isEqualTo("c[<!-- a -->]k[<a] f[href]=s[\"b\"] f[c]k[>]n[&lt;]&xk[</a><style>]p{f[color]:n[#fff]}"
                        + "k[</style>]");
        assertThat(parts("kida", "{% if a %}<p>{{ b | c(\"d\") }}</p>{# e #}{{ open"))
                .isEqualTo("m[{%] k[if] a m[%}]k[<p>]m[{{] b | f[c](s[\"d\"]) m[}}]k[</p>]c[{# e #}]{{ open");
        assertThat(parts("css", "/* a */ @media x { a:hover { color: rgb(1 2% 3); --b: \"c\" !important } } #id { }"))
                .isEqualTo("c[/* a */] k[@media] x { a:hover { f[color]: m[rgb](n[1] n[2%] n[3]); f[--b]: s[\"c\"] "
                        + "k[!important] } } #id { }");
        assertThat(parts("js", "const a = `b\n${c}`; // d")).isEqualTo("k[const] a = s[`b\n${c}`]; c[// d]");
        assertThat(parts("xml", "<?xml v?><a:b c='d'/>")).isEqualTo("m[<?xml v?>]k[<a:b] f[c]=s['d']k[/>]");
    }

    @Test
    void text_hasItsParts() {
        assertThat(parts("markdown", "---\na: 1\n---\n# H\n\n- a `b` c\n:::{note} t\n:open:\n```py\nif\n```\n1. x"))
                .isEqualTo("m[---]\nf[a]: n[1]\nm[---]\nk[# H]\n\nm[-] a s[`b`] c\nm[:::{note} t]\nf[:open:]\n"
                        + "m[```py]\ns[if]\nm[```]\nm[1.] x");
        assertThat(parts("diff", "diff a b\n--- a\n+++ b\n@@ 1 @@\n x\n-y\n+z\n"))
                .isEqualTo("c[diff a b]\nm[--- a]\nm[+++ b]\nm[@@ 1 @@]\n x\nd[-y]\ni[+z]\n");
        assertThat(parts("sql", "SELECT a FROM b -- c\nWHERE d = 'it''s' and e is NULL"))
                .isEqualTo("k[SELECT] a k[FROM] b c[-- c]\nk[WHERE] d = s['it''s'] k[and] e k[is] n[NULL]");
    }
}
