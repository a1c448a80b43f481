package dev.bengal.site.markdown.link;

import dev.bengal.site.markdown.tree.PlainText;
import dev.bengal.site.markdown.tree.Remarks;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Makes the links and pictures of one page lead where they should; of one that would run a script only the words stay. */
public final class WrittenLinks {
    private final PageLinks links;
    private final Remarks remarks;

    public WrittenLinks(PageLinks links, Remarks remarks) {
        this.links = links;
        this.remarks = remarks;
    }

    /** Makes a link lead to the address of what it names. */
    public void resolve(Link link) {
        if (ScriptAddress.isScript(link.getDestination())) {
            dissolve(link, link.getDestination());
        } else {
            link.setDestination(links.href(link.getDestination()));
        }
    }

    /** The same for a picture. */
    public void resolve(Image image) {
        if (ScriptAddress.isScriptOfPicture(image.getDestination())) {
            dissolve(image, image.getDestination());
        } else {
            image.setDestination(links.href(image.getDestination()));
        }
    }

    private void dissolve(Node link, String destination) {
        refuse(destination);
        for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
            link.insertBefore(child);
        }
        link.unlink();
    }

    /** Remarks on a link that would run a script. */
    public void refuse(String destination) {
        remarks.say("a link to '" + PlainText.shorten(destination, 40) + "' would run a script and was left out");
    }
}
