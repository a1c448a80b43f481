package dev.bengal.site.markdown.role;

import dev.bengal.site.config.NearestName;
import dev.bengal.site.markdown.link.WikiLink;
import dev.bengal.site.markdown.link.WikiLinks;
import dev.bengal.site.markdown.tree.Remarks;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes icons and links of the roles of one page that are such, and remarks on those that mean nothing. */
public final class Roles {
    private static final Set<String> LEADING = Set.of("doc", "icon", "ref");
    private static final Pattern TITLED = Pattern.compile("(.*\\S)\\s*<([^<>]+)>\\s*", Pattern.DOTALL);

    private final WikiLinks links;
    private final Remarks remarks;

    public Roles(WikiLinks links, Remarks remarks) {
        this.links = links;
        this.remarks = remarks;
    }

    /** Puts what a role means in its place, where it does not stay a role. */
    public void resolve(Role role) {
        switch (role.name()) {
            case "icon" -> {
                role.insertBefore(new Icon(role.text()));
                role.unlink();
            }
            case "doc" -> link(role, "");
            case "ref" -> link(role, WikiLinks.TARGET);
            default -> requireKnown(role.name());
        }
    }

    /** {@code words <where>} or only where. */
    private void link(Role role, String mark) {
        Matcher titled = TITLED.matcher(role.text());
        boolean isTitled = titled.matches();
        String target = (isTitled ? titled.group(2) : role.text()).strip();
        WikiLink link = new WikiLink(mark + target, isTitled ? titled.group(1) : null);
        role.insertBefore(link);
        role.unlink();
        links.resolveRole(link);
    }

    private void requireKnown(String name) {
        if (!RoleWriters.names().contains(name)) {
            Set<String> names = new TreeSet<>(RoleWriters.names());
            names.addAll(LEADING);
            remarks.say("the role {" + name + "} is not known and shows as it is written"
                    + NearestName.of(name, names)
                            .map(near -> "; {" + near + "} is")
                            .orElse("; a backslash before the brace says that it is none"));
        }
    }
}
