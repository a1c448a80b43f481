package dev.bengal.site.highlight;

/** Finds a text again and again from places that only grow; all searches together go over the code once. */
final class Finder {
    private final String code;
    private final String wanted;
    private int known = -1;
    private boolean none;

    Finder(String code, String wanted) {
        this.code = code;
        this.wanted = wanted;
    }

    /** The first place from here on, before an end; -1 where there is none. */
    int from(int place, int end) {
        if (!none && known < place) {
            known = code.indexOf(wanted, place);
            none = known < 0;
        }
        return none || known + wanted.length() > end ? -1 : known;
    }
}
