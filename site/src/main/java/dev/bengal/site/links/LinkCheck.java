package dev.bengal.site.links;

import dev.bengal.site.SiteException;
import dev.bengal.site.config.BaseUrl;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.theme.FileTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What came of following every link of a built site that leads to the site itself. Addresses of other hosts are not asked for.
 *
 * @param pages how many HTML files there are
 * @param links how many links they have; one that a page repeats counts once
 * @param broken sorted by target
 */
public record LinkCheck(int pages, long links, List<BrokenLink> broken) {
    private static final String INDEX = "index.html";

    public LinkCheck {
        broken = List.copyOf(broken);
    }

    /**
     * Reads a built site, and what symbolic links in it lead to but for folders around them.
     *
     * @param output the folder of the built site
     * @param base where it will be served
     * @throws SiteException where there is no such folder, or it cannot be read
     */
    public static LinkCheck of(Path output, BaseUrl base) {
        if (!Files.isDirectory(output)) {
            throw new SiteException(output + " is not there: the links of a built site are checked. Build it first.");
        }
        try {
            Set<String> files = new HashSet<>(FileTree.of(output));
            Map<String, HtmlLinks> pages = new TreeMap<>();
            for (String file : files) {
                if (file.endsWith(".html")) {
                    byte[] bytes = Files.readAllBytes(output.resolve(file));
                    pages.put(file, HtmlLinks.of(new String(bytes, StandardCharsets.UTF_8)));
                }
            }
            return new BuiltSite(files, pages, base).check();
        } catch (IOException e) {
            throw new SiteException("%s: the built site could not be read (%s).".formatted(output, e), e);
        }
    }

    private record BuiltSite(Set<String> files, Map<String, HtmlLinks> pages, BaseUrl base) {
        LinkCheck check() {
            Map<Finding, List<String>> found = new TreeMap<>();
            Map<String, Optional<Finding>> known = new HashMap<>();
            long links = 0;
            for (Map.Entry<String, HtmlLinks> page : pages.entrySet()) {
                for (String link : page.getValue().links()) {
                    links++;
                    Optional<Finding> finding = link.startsWith("/")
                            ? known.computeIfAbsent(link, target -> follow(target, page.getKey()))
                            : follow(link, page.getKey());
                    finding.ifPresent(broken -> found.computeIfAbsent(broken, key -> new ArrayList<>())
                            .add(page.getKey()));
                }
            }
            List<BrokenLink> broken = new ArrayList<>();
            found.forEach((finding, on) -> broken.add(new BrokenLink(finding.target(), finding.reason(), on)));
            return new LinkCheck(pages.size(), links, broken);
        }

        private Optional<Finding> follow(String link, String page) {
            String local = local(link);
            if (local.startsWith("//") || local.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
                return Optional.empty();
            }
            int hash = local.indexOf('#');
            String anchor = hash < 0 ? "" : local.substring(hash + 1);
            String path = hash < 0 ? local : local.substring(0, hash);
            int query = path.indexOf('?');
            path = query < 0 ? path : path.substring(0, query);
            if (path.startsWith("/") && !path.equals(base.path()) && !path.startsWith(base.path() + "/")) {
                return Optional.of(new Finding(link, "outside of the site, which is served below " + base.path()));
            }
            String file = path.isEmpty() ? page : fileOf(path, page);
            if (!files.contains(file)) {
                return Optional.of(new Finding(link, "no such page or file"));
            }
            HtmlLinks target = pages.get(file);
            boolean isThere = anchor.isEmpty()
                    || target == null
                    || anchor.startsWith(":~:")
                    || anchor.equals("top")
                    || target.anchors().contains(anchor)
                    || target.anchors().contains(SiteLinks.decode(anchor));
            return isThere ? Optional.empty() : Optional.of(new Finding(link, "the page has no such anchor"));
        }

        /** The link without the origin of the site itself. */
        private String local(String link) {
            String whole = base.origin() + base.path();
            boolean isOwn = !base.origin().isEmpty() && (link.equals(whole) || link.startsWith(whole + "/"));
            String rest = isOwn ? link.substring(base.origin().length()) : link;
            return isOwn && rest.isEmpty() ? "/" : rest;
        }

        private String fileOf(String path, String page) {
            String decoded = SiteLinks.decode(
                    path.startsWith("/") ? path.substring(base.path().length()) : path);
            String from = path.startsWith("/") ? decoded : page.substring(0, page.lastIndexOf('/') + 1) + decoded;
            List<String> parts = new ArrayList<>();
            for (String part : from.split("/")) {
                if (part.equals("..")) {
                    if (!parts.isEmpty()) {
                        parts.remove(parts.size() - 1);
                    }
                } else if (!part.isEmpty() && !part.equals(".")) {
                    parts.add(part);
                }
            }
            String file = String.join("/", parts);
            boolean isFolder = file.isEmpty() || decoded.endsWith("/") || !files.contains(file);
            return isFolder ? (file.isEmpty() ? INDEX : file + "/" + INDEX) : file;
        }
    }

    private record Finding(String target, String reason) implements Comparable<Finding> {
        @Override
        public int compareTo(Finding other) {
            int byTarget = target.compareTo(other.target);
            return byTarget == 0 ? reason.compareTo(other.reason) : byTarget;
        }
    }
}
