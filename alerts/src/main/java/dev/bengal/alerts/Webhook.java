package dev.bengal.alerts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;

/** Posts JSON to an address, which is a secret: it is in no message. The way there is told by {@link PinnedPost}. */
public final class Webhook implements Receiver {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final HookAddress address;
    private final Format format;
    private final PinnedPost post;

    /** What is posted. */
    public enum Format {
        /** {@code {"text": ...}}, as Slack, Mattermost, Rocket.Chat and others have it. */
        SLACK,
        /** All fields of the notice. */
        GENERIC
    }

    /**
     * A webhook.
     *
     * @param address https, or http where a private address is allowed
     */
    public Webhook(String name, String address, Format format, boolean isPrivateAllowed) {
        this(
                name,
                address,
                format,
                isPrivateAllowed,
                new PinnedPost(isPrivateAllowed ? any -> true : PublicAddress::isOne));
    }

    Webhook(String name, String address, Format format, boolean isPrivateAllowed, PinnedPost post) {
        this.name = Objects.requireNonNull(name, "name");
        this.address = HookAddress.parse(address, isPrivateAllowed);
        this.format = Objects.requireNonNull(format, "format");
        this.post = post;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void tell(Notice notice) throws NotDeliveredException {
        post.post(address, body(notice));
    }

    private String body(Notice notice) {
        ObjectNode body = JSON.createObjectNode();
        if (format == Format.SLACK) {
            return body.put("text", escaped(notice.text())).toString();
        }
        return json(notice).toString();
    }

    /** All fields of a notice. */
    static ObjectNode json(Notice notice) {
        return JSON.createObjectNode()
                .put("schema_version", 1)
                .put("alert", notice.alert().id())
                .put("occasion", notice.occasion().word())
                .put("project", notice.alert().project())
                .put("headline", notice.alert().headline())
                .put("text", notice.text());
    }

    /** Slack takes these three for marks, such as {@code <!channel>}; others call everybody by {@code @all}. */
    private static String escaped(String text) {
        return PlainWords.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
