package dev.bengal.benchmarks;

import dev.bengal.benchmarks.Outline.Place;
import dev.bengal.benchmarks.PageForm.Head;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The text of one page: front matter, then headings with paragraphs, a list, a table, code, and links to other pages in
 * every way that a page can write them. Some 6 kB of Markdown.
 */
final class SyntheticPage {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 1000;
    private static final List<String> LANGUAGES = List.of("java", "yaml", "sh", "toml", "text");

    private final List<Place> places;
    private final int position;
    private final Prose prose;
    private final PageForm form;
    private final StringBuilder text = new StringBuilder();

    private SyntheticPage(List<Place> places, int position, Prose prose, PageForm form) {
        this.form = form;
        this.places = places;
        this.position = position;
        this.prose = prose;
    }

    /** The page at a position of the outline. It depends on the seed, its position and the outline alone. */
    static String text(List<Place> places, int position, long seed) {
        return text(places, position, seed, PageForm.BENGAL);
    }

    /** The same page as another generator understands it. */
    static String text(List<Place> places, int position, long seed, PageForm form) {
        Prose prose = new Prose(new Random(seed + position * 0x9E3779B97F4A7C15L));
        return new SyntheticPage(places, position, prose, form).write();
    }

    private String write() {
        frontMatter();
        paragraph();
        int sections = prose.between(4, 6);
        for (int i = 0; i < sections; i++) {
            heading("##");
            paragraph();
            switch (i) {
                case 0 -> list();
                case 1 -> table();
                case 2 -> code();
                default -> subsection();
            }
            paragraph();
            link();
        }
        return text.toString();
    }

    private void frontMatter() {
        String title = prose.title();
        String description = prose.title() + ".";
        LocalDate date = FIRST_DAY.plusDays(prose.between(0, DAYS));
        text.append(form.head(places.get(position), new Head(title, description, date, position, prose.tags())));
    }

    private void heading(String level) {
        text.append(level).append(' ').append(prose.title()).append("\n\n");
    }

    private void paragraph() {
        text.append(prose.paragraph()).append("\n\n");
    }

    private void subsection() {
        heading("###");
        paragraph();
        if (prose.chance(0.5)) {
            list();
        } else {
            code();
        }
    }

    private void list() {
        boolean numbered = prose.chance(0.4);
        int entries = prose.between(3, 6);
        for (int i = 1; i <= entries; i++) {
            text.append(numbered ? i + ". " : "- ").append(prose.sentence()).append('\n');
            if (prose.chance(0.2)) {
                text.append("    - ").append(prose.sentence()).append('\n');
            }
        }
        text.append('\n');
    }

    private void table() {
        int columns = prose.between(3, 4);
        row(columns, " | ");
        text.append("|").append(" --- |".repeat(columns)).append('\n');
        int rows = prose.between(4, 8);
        for (int i = 0; i < rows; i++) {
            row(columns, " `" + prose.word() + "` | ");
        }
        text.append('\n');
    }

    private void row(int columns, String first) {
        text.append('|')
                .append(first)
                .append(IntStream.range(1, columns)
                        .mapToObj(i -> prose.word() + " " + prose.word())
                        .collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    private void code() {
        text.append("```").append(prose.oneOf(LANGUAGES)).append('\n');
        int lines = prose.between(4, 10);
        for (int i = 0; i < lines; i++) {
            text.append("  ".repeat(prose.between(0, 2)))
                    .append(prose.word())
                    .append(": ")
                    .append(prose.word())
                    .append("(\"")
                    .append(prose.word())
                    .append("\", ")
                    .append(prose.between(1, 999))
                    .append(")\n");
        }
        text.append("```\n\n");
    }

    private void link() {
        Place target = prose.oneOf(places);
        String label = prose.word() + " " + prose.word();
        text.append("See ");
        switch (prose.between(0, 2)) {
            case 0 ->
                text.append('[')
                        .append(label)
                        .append("](")
                        .append(target.address())
                        .append(')');
            case 1 -> fileLink(target, label);
            default -> wiki(target, label);
        }
        text.append(" too.\n\n");
    }

    private void wiki(Place target, String label) {
        if (form != PageForm.BENGAL) {
            fileLink(target, label);
            return;
        }
        text.append("[[")
                .append(target.isSection() ? target.address() : target.folder() + target.name())
                .append('|')
                .append(label)
                .append("]]");
    }

    private void fileLink(Place target, String label) {
        text.append('[')
                .append(label)
                .append("](")
                .append(form.file(target, fromHere(target.file())))
                .append(')');
    }

    /** The way to a file of the content folder from the folder that this page's file lies in. */
    private String fromHere(String file) {
        String folder = places.get(position).folder();
        return "../".repeat((int) folder.chars().filter(c -> c == '/').count()) + file;
    }
}
