package dev.bengal.site.markdown.link;

import java.util.Locale;

/** Tells addresses that run something from those that lead somewhere. */
public final class ScriptAddress {
    private ScriptAddress() {}

    /** Whether a browser would run it, or show what it holds as a page, when a link to it is followed. */
    public static boolean isScript(String address) {
        String bare = bare(address);
        return bare.startsWith("javascript:") || bare.startsWith("vbscript:") || bare.startsWith("data:");
    }

    /** The same for a picture, which may be in its address. */
    public static boolean isScriptOfPicture(String address) {
        return isScript(address) && !bare(address).startsWith("data:image/");
    }

    /** Browsers skip blanks in front, and line breaks and tabs everywhere. */
    private static String bare(String address) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < address.length() && bare.length() < "data:image/".length() + 1; i++) {
            char c = address.charAt(i);
            if (c > ' ') {
                bare.append(c);
            }
        }
        return bare.toString().toLowerCase(Locale.ROOT);
    }
}
