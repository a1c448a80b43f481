package dev.bengal.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * The places of a site's pages: sections that nest as deep as the number of pages asks for, each with a page of its own and
 * at most {@value #SECTION} pages directly in it.
 */
final class Outline {
    /** Pages of an innermost section, its own included. */
    private static final int SECTION = 24;

    private static final int SECTIONS_IN_ONE = 8;

    private final List<Place> places = new ArrayList<>();

    private Outline() {}

    /** The places of exactly that many pages; the first is the home page. */
    static List<Place> of(int pages) {
        if (pages < 1) {
            throw new IllegalArgumentException("a site has at least 1 page, not " + pages);
        }
        Outline outline = new Outline();
        outline.section("", pages);
        return List.copyOf(outline.places);
    }

    private void section(String folder, int pages) {
        places.add(new Place(folder, "_index"));
        int below = pages - 1;
        if (pages <= SECTION) {
            for (int i = 1; i <= below; i++) {
                places.add(new Place(folder, "page-%02d".formatted(i)));
            }
            return;
        }
        int sections = Math.min(SECTIONS_IN_ONE, (below + SECTION - 1) / SECTION);
        for (int i = 0; i < sections; i++) {
            int share = below / sections + (i < below % sections ? 1 : 0);
            section(folder + "section-" + (i + 1) + "/", share);
        }
    }

    /**
     * Where a page lies.
     *
     * @param folder below {@code content/}, ending in {@code /} unless empty
     * @param name of the file, without {@code .md}
     */
    record Place(String folder, String name) {
        boolean isSection() {
            return name.equals("_index");
        }

        /** Relative to {@code content/}. */
        String file() {
            return folder + name + ".md";
        }

        /** On the site, from the top. */
        String address() {
            return "/" + folder + (isSection() ? "" : name + "/");
        }
    }
}
