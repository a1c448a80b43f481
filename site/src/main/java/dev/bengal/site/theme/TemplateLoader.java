package dev.bengal.site.theme;

import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds a template in the site's {@code templates/}, and else in the built-in theme; nowhere else. */
final class TemplateLoader implements Loader<String> {
    private final Path folder;

    TemplateLoader(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Reader getReader(String name) {
        try {
            Path own = own(name);
            if (own != null) {
                return Files.newBufferedReader(own);
            }
        } catch (IOException e) {
            throw new LoaderException(e, "templates/" + name + " cannot be read (" + e + ")");
        }
        InputStream builtIn = builtIn(name);
        if (builtIn == null) {
            throw new LoaderException(null, "there is no template '" + name + "'");
        }
        return new InputStreamReader(builtIn, StandardCharsets.UTF_8);
    }

    /** Whether the site itself has it. */
    boolean isOwn(String name) {
        return own(name) != null;
    }

    private @Nullable Path own(String name) {
        Path file = folder.resolve(name).normalize();
        return file.startsWith(folder) && Files.isRegularFile(file) ? file : null;
    }

    private static @Nullable InputStream builtIn(String name) {
        return name.matches("[\\w-]+\\.html") ? TemplateLoader.class.getResourceAsStream("templates/" + name) : null;
    }

    @Override
    public boolean resourceExists(String name) {
        if (isOwn(name)) {
            return true;
        }
        try (InputStream builtIn = builtIn(name)) {
            return builtIn != null;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String createCacheKey(String name) {
        return name;
    }

    /** Every name is one from the top of the folder. */
    @Override
    public @Nullable String resolveRelativePath(String relative, String anchor) {
        return null;
    }

    @Override
    public void setCharset(String charset) {
        // Templates are UTF-8.
    }

    @Override
    public void setPrefix(String prefix) {
        // The folder is fixed.
    }

    @Override
    public void setSuffix(String suffix) {
        // Names are whole.
    }
}
