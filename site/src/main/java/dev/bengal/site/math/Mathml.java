package dev.bengal.site.math;

/** Pieces of MathML. */
final class Mathml {
    private Mathml() {}

    static String element(String tag, String content) {
        return "<" + tag + ">" + content + "</" + tag + ">";
    }

    /** As one child of another element. */
    static String row(String content) {
        return element("mrow", content);
    }

    static String identifier(String letters) {
        return element("mi", escape(letters));
    }

    /** An upright name, as of a function. */
    static String name(String letters) {
        return letters.length() == 1 ? "<mi mathvariant=\"normal\">" + escape(letters) + "</mi>" : identifier(letters);
    }

    static String number(String digits) {
        return element("mn", escape(digits));
    }

    static String operator(String sign) {
        return element("mo", escape(sign));
    }

    /** A bracket as high as what it is around; nothing for none. */
    static String fence(String sign, String form) {
        return sign.isEmpty() ? "" : "<mo stretchy=\"true\" form=\"" + form + "\">" + escape(sign) + "</mo>";
    }

    static String text(String words) {
        return element("mtext", escape(words).replace(' ', '\u00A0'));
    }

    static String space(String width) {
        return "<mspace width=\"" + width + "\"></mspace>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
