package dev.bengal.site.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bengal.site.PageFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
    @Test
    void split_partsHeaderAndBody() throws PageException {
        SourceText text = SourceText.split("---\ntitle: A\n---\n\nBody\n");

        assertThat(text.frontMatter().text("title")).contains("A");
        assertThat(text.body()).isEqualTo("\nBody\n");
    }

    @Test
    void split_takesTextWithoutHeaderWhole() throws PageException {
        assertThat(SourceText.split("# A\n\n---\n\nB")).isEqualTo(new SourceText(0, "", 0, "# A\n\n---\n\nB"));
    }

    @Test
    void split_acceptsByteOrderMarkCarriageReturnsAndBlankLines() throws PageException {
        SourceText text = SourceText.split("\uFEFF---\r\n\r\n\r\ntitle: A\r\n---\r\nBody\r\n");

        assertThat(text.frontMatter().text("title")).contains("A");
        assertThat(text.frontMatter().line("title")).isEqualTo(4);
        assertThat(text.body()).isEqualTo("Body\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\n---\nBody", "---\n# nothing\n---\nBody", "---\n\n---\nBody"})
    void split_acceptsEmptyHeader(String file) throws PageException {
        SourceText text = SourceText.split(file);

        assertThat(text.frontMatter().text("title")).isEmpty();
        assertThat(text.body()).isEqualTo("Body");
    }

    @Test
    void split_refusesHeaderWithoutEnd() {
        assertThatThrownBy(() -> SourceText.split("---\ntitle: A\n"))
                .isInstanceOf(PageException.class)
                .hasMessageStartingWith("front matter begins with --- and never ends");
    }

    @Test
    void frontMatter_takesLastOfTwoKeys() throws PageException {
        FrontMatter front = SourceText.split("---\naliases: [/a/]\naliases:\n  - /b/\n  - /c/\n---\n")
                .frontMatter();

        assertThat(front.texts("aliases")).containsExactly("/b/", "/c/");
        assertThat(front.line("aliases")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: a: b              | 2
            tags: [a, b              | 3
            title: "open             | 3
            just words               | 2
            """)
    void frontMatter_namesLineOfBrokenYaml(String line, int expected) throws PageException {
        SourceText text = SourceText.split("---\n" + line + "\n---\n");

        PageException fault = catchThrowableOfType(PageException.class, text::frontMatter);

        assertThat(fault).hasMessageStartingWith("front matter is not YAML: ");
        assertThat(fault.fault("content/a.md").line()).isEqualTo(expected);
    }

    @Test
    void frontMatter_namesLineOfWrongType() throws PageException {
        FrontMatter front = SourceText.split("---\ntitle: A\nweight: heavy\ntags: {a: b}\ndraft: perhaps\n---\n")
                .frontMatter();

        assertThat(catchThrowableOfType(PageException.class, () -> front.number("weight"))
                        .fault("a.md"))
                .isEqualTo(new PageFault("a.md", 3, "front matter 'weight' must be a number"));
        assertThat(catchThrowableOfType(PageException.class, () -> front.texts("tags"))
                        .fault("a.md"))
                .isEqualTo(new PageFault("a.md", 4, "front matter 'tags' must be a list"));
        assertThat(catchThrowableOfType(PageException.class, () -> front.flag("draft"))
                        .fault("a.md"))
                .isEqualTo(new PageFault("a.md", 5, "front matter 'draft' must be true or false"));
    }

    @Test
    void frontMatter_refusesMappingThatContainsItself() throws PageException {
        SourceText text = SourceText.split("---\na: &x\n  b: *x\n---\n");

        assertThatThrownBy(text::frontMatter).isInstanceOf(PageException.class);
    }
}
