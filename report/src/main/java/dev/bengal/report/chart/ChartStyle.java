package dev.bengal.report.chart;

/**
 * How a chart is drawn.
 *
 * @param columns how wide it may be, in cells of a terminal; from {@value #NARROWEST} to {@value #WIDEST}, others are taken for the nearest
 * @param isAscii whether only signs of ASCII are drawn; then a cell holds one dot, else two times four
 * @param isColoured whether ANSI escapes are written; what they say, the signs say too
 */
public record ChartStyle(int columns, boolean isAscii, boolean isColoured) {
    /** Narrower is no chart. */
    public static final int NARROWEST = 30;

    /** Wider is no terminal. */
    public static final int WIDEST = 400;

    /** Where nothing is known of what it is drawn on: 80 columns of plain ASCII. */
    public static final ChartStyle PLAIN = new ChartStyle(80, true, false);

    public ChartStyle {
        columns = Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /** How many dots a cell is wide. */
    int dotsAcross() {
        return isAscii ? 1 : 2;
    }

    /** How many dots a cell is high. */
    int dotsDown() {
        return isAscii ? 1 : 4;
    }

    /** The first sign, or the one of ASCII that stands for it. */
    public char sign(char sign, char ascii) {
        return isAscii ? ascii : sign;
    }

    /** The text in a colour, where there are any. */
    public String paint(String text, Paint paint) {
        return isColoured && paint != Paint.PLAIN && !text.isEmpty()
                ? "\u001b[" + paint.code() + "m" + text + "\u001b[0m"
                : text;
    }
}
