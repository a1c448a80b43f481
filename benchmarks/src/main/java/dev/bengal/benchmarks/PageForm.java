package dev.bengal.benchmarks;

import dev.bengal.benchmarks.Outline.Place;
import java.time.LocalDate;
import java.util.List;

/** How the pages are written for a generator: where their files lie, their front matter, and their links; the rest is the same for all. */
public enum PageForm {
    /** YAML, and a third of the links by wikilinks. */
    BENGAL,

    /** YAML, and what is a wikilink for Bengal is a file, for generators that know no wikilinks. */
    FILES,

    /**
     * The header of Python-Markdown, with the section's folder as category and the address named, since Pelican takes neither from nested
     * folders; links to files from the top of the content; and the marker of the table of contents.
     */
    PELICAN {
        @Override
        String head(Place place, Head head) {
            String address = place.address().substring(1);
            String section = place.folder().isEmpty()
                    ? "home"
                    : place.folder().substring(0, place.folder().length() - 1);
            return "Title: " + head.title + "\nSummary: " + head.description + "\nDate: " + head.date + "\nWeight: "
                    + head.weight + "\nTags: " + String.join(", ", head.tags) + "\nCategory: " + section + "\nUrl: "
                    + address + "\nSave_as: " + address + "index.html\n\n[TOC]\n\n";
        }

        @Override
        String file(Place target, String fromHere) {
            return "{filename}/" + target.file();
        }
    },

    /**
     * JBake's header, with a type of its own for sections; each page as the index of a folder, and links by address, since it knows no links by
     * file; and the marker of the table of contents.
     */
    JBAKE {
        @Override
        String path(Place place) {
            return place.address().substring(1) + "index.md";
        }

        @Override
        String head(Place place, Head head) {
            return "title=" + head.title + "\ndescription=" + head.description + "\ndate=" + head.date + "\nweight="
                    + head.weight + "\ntags=" + String.join(",", head.tags) + "\ntype="
                    + (place.isSection() ? "section" : "post") + "\nstatus=published\n~~~~~~\n\n[TOC]\n\n";
        }

        @Override
        String file(Place target, String fromHere) {
            return target.address();
        }
    };

    /** Where the file of a page lies below the content folder. */
    String path(Place place) {
        return place.file();
    }

    /** What stands above the text of a page. */
    String head(Place place, Head head) {
        StringBuilder yaml = new StringBuilder("---\ntitle: \"" + head.title + "\"\ndescription: \"" + head.description
                + "\"\ndate: " + head.date + "\nweight: " + head.weight + "\ntags:\n");
        head.tags.forEach(tag -> yaml.append("  - ").append(tag).append('\n'));
        return yaml.append("---\n\n").toString();
    }

    /** What a link to a page's file names, given the way there from the folder of the page with the link. */
    String file(Place target, String fromHere) {
        return fromHere;
    }

    /** What front matter says of a page. */
    record Head(String title, String description, LocalDate date, int weight, List<String> tags) {}
}
