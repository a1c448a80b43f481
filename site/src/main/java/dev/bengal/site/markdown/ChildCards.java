package dev.bengal.site.markdown;

import java.util.List;
import org.commonmark.node.CustomBlock;

/** What lies in the page's folder, as a grid of links. */
final class ChildCards extends CustomBlock {
    private final List<Card> cards;

    ChildCards(List<Card> cards) {
        this.cards = List.copyOf(cards);
    }

    List<Card> cards() {
        return cards;
    }

    /**
     * One link.
     *
     * @param text a sentence, or empty
     */
    record Card(String href, String title, String text) {}
}
