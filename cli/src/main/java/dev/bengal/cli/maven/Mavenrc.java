package dev.bengal.cli.maven;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ~/.mavenrc}, a shell script that Maven's own script reads. The registration stands at its end, since what stands
 * before may set {@code MAVEN_OPTS}; a class path that is there already stays. With a Java that could not load the jar, or in a locale
 * that could not say its name, nothing is registered, since that would break the build. Which Java it is stands in its file {@code
 * release}, of the stub that macOS has in place of one, in that of the Java that it starts; where that is not found, as behind the scripts of asdf and jenv, it is asked, and one that does not say counts as too old.
 */
public record Mavenrc() implements RegistrationText {
    private static final String BEGIN = "# >>> Bengal: records builds; 'bengal perf uninstall maven' takes this out";
    private static final String END = "# <<< Bengal";
    private static final String ASSIGNMENT = "bengal_jar=";
    private static final String SCRIPT = """
            bengal_home=${JAVA_HOME:-}
            if [ -z "$bengal_home" ] && command -v java >/dev/null 2>&1; then
              bengal_home=$(command -v java)
              if [ "$bengal_home" = /usr/bin/java ] && [ -x /usr/libexec/java_home ]; then
                bengal_home=$(/usr/libexec/java_home 2>/dev/null) || bengal_home=
              else
                bengal_home=$(readlink -f "$bengal_home") || bengal_home=
                bengal_home=${bengal_home%/bin/java}
              fi
            fi
            bengal_java=$(sed -n 's/^JAVA_VERSION="\\([0-9]*\\).*/\\1/p' "$bengal_home/release" 2>/dev/null) || bengal_java=
            if [ -z "$bengal_java" ]; then
              bengal_java=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 's/.* version "\\([0-9]*\\).*/\\1/p') || bengal_java=
            fi
            if [ "${bengal_java:-0}" -ge 17 ]; then
              case " ${MAVEN_OPTS-}" in
                *" -Dmaven.ext.class.path="*) MAVEN_OPTS="${MAVEN_OPTS%%-Dmaven.ext.class.path=*}-Dmaven.ext.class.path=$bengal_jar:${MAVEN_OPTS#*-Dmaven.ext.class.path=}" ;;
                *) MAVEN_OPTS="${MAVEN_OPTS-} -Dmaven.ext.class.path=$bengal_jar" ;;
              esac
              export MAVEN_OPTS
            fi
            """;
    private static final String CONDITION = "[ \"${bengal_java:-0}\" -ge 17 ]";
    private static final String IN_UTF8 = " && [ \"$(locale charmap 2>/dev/null)\" = UTF-8 ]";

    /** With the line ends of whatever editor saved it since. */
    private static final Pattern BLOCK = Pattern.compile(Pattern.quote(BEGIN) + "\r?\n" + ASSIGNMENT
            + "'([^'\r\n]*)'\r?\n(?s:.*?)" + Pattern.quote(END) + "(\r?\n?)");

    /** Whether the file ended with a line break is kept in whether the block does; one that did not exist gets one. */
    @Override
    public String with(Optional<String> before, String jar) {
        String text = before.orElse("");
        boolean wholeLines = before.isEmpty() || text.endsWith("\n");
        String gap = wholeLines || text.isEmpty() ? "" : "\n";
        return text + gap + BEGIN + "\n" + ASSIGNMENT + "'" + jar + "'\n" + script(jar) + END
                + (wholeLines ? "\n" : "");
    }

    private static String script(String jar) {
        return ExtensionJar.isAscii(jar) ? SCRIPT : SCRIPT.replace(CONDITION, CONDITION + IN_UTF8);
    }

    @Override
    public boolean needsAsciiName() {
        return false;
    }

    @Override
    public Optional<String> without(String registered) {
        Matcher block = BLOCK.matcher(registered);
        if (!block.find()) {
            return Optional.of(registered);
        }
        String before = registered.substring(0, block.start());
        String after = registered.substring(block.end());
        boolean wholeLines = !block.group(2).isEmpty();
        if (before.isEmpty() && after.isEmpty() && wholeLines) {
            return Optional.empty();
        }
        String gap = wholeLines ? "" : block.group().contains("\r\n") ? "\r\n" : "\n";
        int end = before.endsWith(gap) ? before.length() - gap.length() : before.length();
        return Optional.of(before.substring(0, end) + after);
    }

    @Override
    public Optional<String> jar(String text) {
        Matcher block = BLOCK.matcher(text);
        return block.find() ? Optional.of(block.group(1)) : Optional.empty();
    }
}
