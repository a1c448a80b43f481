package dev.bengal.alerts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of an answer of HTTP/1, which is all that is read of it. What a server says before its answer (1xx) is passed over. */
final class StatusLine {
    private static final int LONGEST = 8_000;
    private static final int MOST_LINES = 200;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9][0-9])(?: .*)?");

    private final InputStream in;
    private int lines;

    StatusLine(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The status of the answer, from 200 to 599.
     *
     * @throws IOException where what comes is no answer of HTTP/1, or nothing
     */
    int read() throws IOException {
        while (true) {
            Matcher status = STATUS.matcher(line());
            if (!status.matches()) {
                throw new IOException("no answer of HTTP");
            }
            int number = Integer.parseInt(status.group(1));
            if (number >= 200) {
                return number;
            }
            passHead();
        }
    }

    private void passHead() throws IOException {
        while (!line().isEmpty()) {
            // A field of an answer that is none yet.
        }
    }

    private String line() throws IOException {
        if (++lines > MOST_LINES) {
            throw new IOException("no end of what comes before the answer");
        }
        StringBuilder line = new StringBuilder();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0 || line.length() == LONGEST) {
                throw new IOException("no answer of HTTP");
            }
            line.append((char) sign);
        }
        return line.toString().stripTrailing();
    }
}
