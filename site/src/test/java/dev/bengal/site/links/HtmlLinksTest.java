package dev.bengal.site.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlLinksTest {
    @Test
    void links_areReadInAnyQuotesAndResolved() {
        HtmlLinks found = HtmlLinks.of("<a href=\"/a/?x=1&amp;y\">a</a><img src='b.png'><A HREF=c/ >c</A><p id=d>");

        assertThat(found.links()).containsExactly("/a/?x=1&y", "b.png", "c/");
        assertThat(found.anchors()).containsExactly("d");
    }

    @Test
    void links_areNotReadInTextCommentsAndScripts() {
        HtmlLinks found = HtmlLinks.of("href=\"/1/\" <!-- <a href=\"/2/\"> --><script>\"<a href='/3/'>\"</script>");

        assertThat(found.links()).isEmpty();
    }

    @Test
    void links_endWithATextThatBreaksOff() {
        assertThat(HtmlLinks.of("<a href=\"/a/").links()).containsExactly("/a/");
        assertThat(HtmlLinks.of("<a href=").links()).isEmpty();
        assertThat(HtmlLinks.of("<").links()).isEmpty();
        assertThat(HtmlLinks.of("<!--").links()).isEmpty();
    }
}
