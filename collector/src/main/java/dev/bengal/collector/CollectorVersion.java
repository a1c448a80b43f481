package dev.bengal.collector;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this collector, which the build wrote into a resource: what a record names as its writer. */
public final class CollectorVersion {
    /** Such as {@code 0.1.0}. */
    public static final String NUMBER = read();

    private CollectorVersion() {}

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = CollectorVersion.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return properties.getProperty("version", "unknown");
    }
}
