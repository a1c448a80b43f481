package dev.bengal.server.preview;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Answers a request from what there is to see. */
final class Answer {
    private final OwnPage own = new OwnPage();

    /**
     * What there is to see at one moment.
     *
     * @param build tells it from what there was before and after
     */
    record View(String build, Publication site, Showing showing) {}

    void give(Context context, View view) throws IOException {
        Found found = new PublishedFiles(view.site()).at(context.req().getRequestURI());
        if (found instanceof Found.File file && !isPage(file.path())) {
            file(context, file.path());
        } else if (view.showing() instanceof Showing.Faults faults) {
            ownPage(context, 500, own.faults(faults.faults(), view.build()));
        } else if (view.showing() instanceof Showing.Nothing) {
            ownPage(
                    context,
                    503,
                    own.sentence("The site is being built", "This page follows as soon as it is.", view.build()));
        } else if (found instanceof Found.File page) {
            page(context, page.path(), view);
        } else if (found instanceof Found.Elsewhere elsewhere) {
            String query = context.req().getQueryString();
            context.status(302).header("Location", elsewhere.address() + (query == null ? "" : "?" + query));
        } else {
            missing(context, view);
        }
    }

    private static boolean isPage(Path file) {
        return ContentType.of(String.valueOf(file.getFileName())).equals(ContentType.HTML);
    }

    private void missing(Context context, View view) throws IOException {
        Optional<Path> page = new PublishedFiles(view.site()).notFound();
        context.status(404);
        if (page.isPresent()) {
            context.contentType(ContentType.HTML).result(LiveScript.into(Files.readAllBytes(page.get()), view.build()));
        } else {
            ownPage(
                    context,
                    404,
                    own.sentence(
                            "There is no page here",
                            "The site begins at " + view.site().base() + "/.",
                            view.build()));
        }
    }

    private void ownPage(Context context, int status, String page) {
        context.status(status)
                .header("Content-Security-Policy", own.policy())
                .contentType(ContentType.HTML)
                .result(page);
    }

    private static void page(Context context, Path file, View view) throws IOException {
        if (isKnown(context, tag(file) + "-" + view.build())) {
            return;
        }
        context.contentType(ContentType.HTML).result(LiveScript.into(Files.readAllBytes(file), view.build()));
    }

    /** A part of it where the browser asks for a part, as it does of videos. */
    private static void file(Context context, Path file) throws IOException {
        if (isKnown(context, tag(file))) {
            return;
        }
        context.contentType(ContentType.of(String.valueOf(file.getFileName()))).header("Accept-Ranges", "bytes");
        // Opened before it is measured: a build that puts another in its place does not change this one.
        FileChannel channel = FileChannel.open(file);
        String asked = context.header("Range");
        Optional<ByteRange> range = asked == null ? Optional.empty() : ByteRange.of(asked, channel.size());
        if (range.isPresent()) {
            try (channel) {
                part(context, channel, range.get());
            }
        } else {
            // Closed by the server when it is sent.
            context.header("Content-Length", Long.toString(channel.size())).result(Channels.newInputStream(channel));
        }
    }

    private static void part(Context context, FileChannel channel, ByteRange range) throws IOException {
        if (range.isEmpty()) {
            context.status(416).header("Content-Range", "bytes */" + channel.size());
            return;
        }
        context.status(206)
                .header("Content-Range", "bytes " + range.from() + "-" + range.to() + "/" + channel.size())
                .result(Channels.newInputStream(channel.position(range.from())).readNBytes(range.length()));
    }

    private static String tag(Path file) throws IOException {
        return Long.toHexString(Files.getLastModifiedTime(file).to(java.util.concurrent.TimeUnit.NANOSECONDS)) + "-"
                + Long.toHexString(Files.size(file));
    }

    private static boolean isKnown(Context context, String tag) {
        String quoted = '"' + tag + '"';
        context.header("ETag", quoted);
        String known = context.header("If-None-Match");
        if (known == null || !known.contains(quoted)) {
            return false;
        }
        context.status(304);
        return true;
    }
}
