package dev.bengal.site.content;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the documents that a long list is spread over.
 *
 * @param number from 1
 * @param parts how many there are
 * @param items in the whole list
 * @param size how many items a part has, the last one perhaps fewer; 0 where the list is never spread
 */
public record ListPart(int number, int parts, int items, int size) {
    /** The first part, or the whole, of a list. */
    public static ListPart first(int items, int size) {
        return new ListPart(1, size == 0 ? 1 : Math.max(1, (items + size - 1) / size), items, size);
    }

    /** The parts behind this one. */
    public List<ListPart> following() {
        return IntStream.rangeClosed(number + 1, parts)
                .mapToObj(next -> new ListPart(next, parts, items, size))
                .toList();
    }

    /** The address of a part of the list at an address. */
    public static String path(String list, int number) {
        return number == 1 ? list : list + "page/" + number + "/";
    }

    /** What is in it. */
    public <T> List<T> of(List<T> list) {
        return parts == 1 ? list : list.subList((number - 1) * size, Math.min(number * size, list.size()));
    }
}
