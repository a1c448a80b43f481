package dev.bengal.cli.terminal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The user's browser. */
public final class Browser {
    private Browser() {}

    /** Opens a page in it; where that fails, the user is asked to. */
    public static void open(String address, Surface surface) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.startsWith("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            surface.warn("no browser could be opened (" + command.get(0) + " is missing); open the address yourself.");
        }
    }
}
