package dev.bengal.report.chart;

import java.util.Arrays;

/** Cells of a terminal that are drawn on: a raster of dots, and signs where no dot is. */
final class Canvas {
    private static final int BRAILLE = 0x2800;

    /** The bits of the braille patterns, by row and column of the dot. */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final ChartStyle style;
    private final int columns;
    private final int rows;
    private final int[] dots;
    private final char[] signs;
    private final Paint[] paints;

    Canvas(int columns, int rows, ChartStyle style) {
        this.style = style;
        this.columns = columns;
        this.rows = rows;
        this.dots = new int[columns * rows];
        this.signs = new char[columns * rows];
        this.paints = new Paint[columns * rows];
        Arrays.fill(paints, Paint.PLAIN);
    }

    int dotsAcross() {
        return columns * style.dotsAcross();
    }

    int dotsDown() {
        return rows * style.dotsDown();
    }

    /** Sets a dot; (0, 0) is the upper left one. */
    void dot(int x, int y) {
        int cell = y / style.dotsDown() * columns + x / style.dotsAcross();
        dots[cell] |= BITS[y % style.dotsDown()][x % style.dotsAcross()];
    }

    /** Sets the dots between two dots of one column. */
    void bar(int x, int y, int otherY) {
        for (int i = Math.min(y, otherY); i <= Math.max(y, otherY); i++) {
            dot(x, i);
        }
    }

    /** Sets the dots of a straight line. */
    void line(int x, int y, int toX, int toY) {
        int steps = Math.max(1, Math.max(Math.abs(toX - x), Math.abs(toY - y)));
        for (int i = 0; i <= steps; i++) {
            dot(x + Math.round((float) (toX - x) * i / steps), y + Math.round((float) (toY - y) * i / steps));
        }
    }

    /** Puts a sign into a cell; it shows where no dot is. */
    void behind(int column, int row, char sign, Paint paint) {
        int cell = row * columns + column;
        signs[cell] = sign;
        paints[cell] = paint;
    }

    /** Puts a sign into a cell, whatever is there. */
    void over(int column, int row, char sign, Paint paint) {
        behind(column, row, sign, paint);
        dots[row * columns + column] = 0;
    }

    /** A row as text, with its colours; without spaces at its end. */
    String row(int row) {
        int last = columns - 1;
        while (last >= 0 && sign(row * columns + last) == ' ') {
            last--;
        }
        StringBuilder text = new StringBuilder();
        int from = row * columns;
        while (from <= row * columns + last) {
            int to = from;
            StringBuilder run = new StringBuilder();
            while (to <= row * columns + last && paint(to) == paint(from)) {
                run.append(sign(to++));
            }
            text.append(style.paint(run.toString(), paint(from)));
            from = to;
        }
        return text.toString();
    }

    private char sign(int cell) {
        if (dots[cell] != 0) {
            return style.isAscii() ? '*' : (char) (BRAILLE + dots[cell]);
        }
        return signs[cell] == 0 ? ' ' : signs[cell];
    }

    private Paint paint(int cell) {
        return dots[cell] != 0 ? Paint.VALUE : paints[cell];
    }
}
