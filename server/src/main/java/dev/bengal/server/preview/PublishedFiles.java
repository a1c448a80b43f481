package dev.bengal.server.preview;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the file of an address, in the folder of a site and nowhere else, also not through a link. */
final class PublishedFiles {
    private static final Found MISSING = new Found.Missing();

    /** Where the build writes its files before they are whole. */
    private static final String WORKBENCH = ".bengal-new";

    private final Publication site;

    PublishedFiles(Publication site) {
        this.site = site;
    }

    /** @param address the path of a request, still encoded */
    Found at(String address) {
        Optional<String> decoded = decoded(address);
        Optional<String> base = decoded(site.base());
        if (decoded.isEmpty() || base.isEmpty()) {
            return MISSING;
        }
        String path = decoded.get();
        String top = base.get();
        if (path.equals(top) || (path.equals("/") && !top.isEmpty())) {
            return elsewhere(top + "/");
        }
        return path.startsWith(top + "/") ? in(path.substring(top.length() + 1), path) : MISSING;
    }

    /** The page for addresses at which there is nothing, if the site has one. */
    Optional<Path> notFound() {
        return inside("404.html").filter(Files::isRegularFile);
    }

    private Found in(String relative, String whole) {
        List<String> segments = List.of(relative.split("/", -1));
        for (int i = 0; i < segments.size(); i++) {
            boolean isLast = i == segments.size() - 1;
            if (isForbidden(segments.get(i)) || (segments.get(i).isEmpty() && !isLast)) {
                return MISSING;
            }
        }
        Optional<Path> place = inside(relative);
        if (place.isEmpty()) {
            return MISSING;
        }
        boolean asksForFolder = relative.isEmpty() || relative.endsWith("/");
        if (Files.isDirectory(place.get())) {
            Optional<Path> index = inside(relative.isEmpty() ? "index.html" : relative + "/index.html")
                    .filter(Files::isRegularFile);
            if (index.isEmpty()) {
                return MISSING;
            }
            return asksForFolder ? new Found.File(index.get()) : elsewhere(whole + "/");
        }
        return !asksForFolder && Files.isRegularFile(place.get()) ? new Found.File(place.get()) : MISSING;
    }

    private static boolean isForbidden(String segment) {
        return segment.equals(".") || segment.equals("..") || segment.equals(WORKBENCH) || segment.indexOf('\\') >= 0;
    }

    /** Where it really lies, if that is in the folder. */
    private Optional<Path> inside(String relative) {
        try {
            Path folder = site.folder().toRealPath();
            Path place = folder.resolve(relative).toRealPath();
            return place.startsWith(folder) ? Optional.of(place) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Found elsewhere(String path) {
        try {
            return new Found.Elsewhere(new URI(null, null, path, null).toASCIIString());
        } catch (URISyntaxException e) {
            return MISSING;
        }
    }

    /** Empty where it is not encoded as an address should be. */
    private static Optional<String> decoded(String address) {
        try {
            return Optional.of(URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
