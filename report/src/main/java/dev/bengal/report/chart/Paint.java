package dev.bengal.report.chart;

/** What a colour of a chart says. Blue and orange stand for better and worse, since red and green are one colour to many. */
public enum Paint {
    PLAIN("0"),
    VALUE("36"),
    FAINT("90"),
    STRONG("1"),
    WORSE("38;5;208"),
    BETTER("38;5;39"),
    OUTLIER("35");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    /** Of the ANSI escape that selects it. */
    String code() {
        return code;
    }
}
