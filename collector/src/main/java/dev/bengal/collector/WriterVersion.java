package dev.bengal.collector;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this collector, which the build wrote into a resource: what a record names as its writer. */
final class WriterVersion {
    static final String NUMBER = read();

    private WriterVersion() {}

    private static String read() {
        Properties properties = new Properties();
        try (InputStream in = WriterVersion.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return properties.getProperty("version", "unknown");
    }
}
