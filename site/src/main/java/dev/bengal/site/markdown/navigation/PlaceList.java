package dev.bengal.site.markdown.navigation;

import java.util.List;
import org.commonmark.node.CustomBlock;

/** Places of the site that a directive shows. */
public final class PlaceList extends CustomBlock {
    private final List<Place> places;

    PlaceList(List<Place> places) {
        this.places = List.copyOf(places);
    }

    List<Place> places() {
        return places;
    }

    /**
     * One place.
     *
     * @param href where it is; empty for the page that shows it
     * @param text a sentence or a few words, or empty
     */
    record Place(String href, String title, String text) {}
}
