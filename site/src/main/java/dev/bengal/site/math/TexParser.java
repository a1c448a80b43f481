package dev.bengal.site.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes MathML of one formula, from left to right. */
final class TexParser {
    /** Far beyond what a person nests, and far below what the stack bears. */
    private static final int DEEPEST = 50;

    private static final Map<String, Alphabet> ALPHABETS = Map.of(
            "mathbf", Alphabet.BOLD,
            "mathbb", Alphabet.DOUBLE_STRUCK,
            "mathcal", Alphabet.SCRIPT,
            "mathfrak", Alphabet.FRAKTUR,
            "mathrm", Alphabet.UPRIGHT,
            "operatorname", Alphabet.UPRIGHT);

    private static final Set<String> WORDS = Set.of("text", "textrm", "mbox");
    /** The brackets around each kind of matrix; a dot for none. */
    private static final Map<String, String> MATRICES = Map.of(
            "matrix", "..", "pmatrix", "()", "bmatrix", "[]", "Bmatrix", "{}", "vmatrix", "||", "Vmatrix", "‖‖",
            "cases", "{.", "aligned", "..", "align*", "..");

    private static final Set<String> ENDS = Set.of("}", "&", "\\\\", "\\right", "\\end");

    private final TexTokens tokens;
    private int depth;

    TexParser(String tex) {
        this.tokens = new TexTokens(tex);
    }

    String parse() throws TexFault {
        String rows = row();
        if (!tokens.isAtEnd()) {
            throw new TexFault("a " + tokens.peek() + " that ends nothing");
        }
        return rows;
    }

    /** All up to what ends it, which stays. */
    private String row() throws TexFault {
        StringBuilder row = new StringBuilder();
        while (!tokens.isAtEnd() && !ENDS.contains(tokens.peek())) {
            row.append(scripted());
        }
        return row.toString();
    }

    /** An atom with what stands above and below it. */
    private String scripted() throws TexFault {
        String first = tokens.peek();
        String base = first.equals("^") || first.equals("_") ? Mathml.row("") : atom(true);
        StringBuilder primes = new StringBuilder();
        while (tokens.next("'")) {
            primes.append('′');
        }
        String below = "";
        String above = "";
        while (tokens.peek().equals("^") || tokens.peek().equals("_")) {
            String mark = tokens.next();
            if (!(mark.equals("^") ? above : below).isEmpty()) {
                throw new TexFault("two " + mark + " behind one thing");
            }
            if (mark.equals("^")) {
                above = atom();
            } else {
                below = atom();
            }
        }
        if (primes.length() > 0) {
            above = Mathml.row(Mathml.operator(primes.toString()) + above);
        }
        return scripts(base, below, above, first.startsWith("\\") && Symbols.hasLimits(first.substring(1)));
    }

    private static String scripts(String base, String below, String above, boolean limits) {
        if (below.isEmpty() && above.isEmpty()) {
            return base;
        }
        if (above.isEmpty()) {
            return Mathml.element(limits ? "munder" : "msub", base + below);
        }
        return below.isEmpty()
                ? Mathml.element(limits ? "mover" : "msup", base + above)
                : Mathml.element(limits ? "munderover" : "msubsup", base + below + above);
    }

    /** What a command or a mark takes: one element, and of a number its first digit. */
    private String atom() throws TexFault {
        return atom(false);
    }

    private String atom(boolean wholeNumber) throws TexFault {
        if (++depth > DEEPEST) {
            throw new TexFault("more than " + DEEPEST + " levels");
        }
        String atom = element(wholeNumber);
        depth--;
        return atom;
    }

    private String element(boolean wholeNumber) throws TexFault {
        if (tokens.isAtEnd() || ENDS.contains(tokens.peek())) {
            throw new TexFault("nothing where something must stand");
        }
        String token = tokens.next();
        if (token.equals("{")) {
            String inside = row();
            require("}");
            return Mathml.row(inside);
        }
        if (token.startsWith("\\") && token.length() > 1) {
            return command(token.substring(1));
        }
        int c = token.codePointAt(0);
        if (Character.isLetter(c)) {
            return Mathml.identifier(token);
        }
        if (Character.isDigit(c)) {
            return Mathml.number(wholeNumber ? token + tokens.digits() : token);
        }
        return token.equals("~") ? Mathml.space("0.333em") : Mathml.operator(token.equals("-") ? "−" : token);
    }

    private String command(String name) throws TexFault {
        if (Symbols.LETTER.containsKey(name)) {
            return Mathml.identifier(Symbols.LETTER.getOrDefault(name, name));
        }
        if (Symbols.LARGE_OPERATOR.containsKey(name)) {
            return "<mo movablelimits=\"true\">" + Symbols.LARGE_OPERATOR.get(name) + "</mo>";
        }
        if (Symbols.OPERATOR.containsKey(name)) {
            return Mathml.operator(Symbols.OPERATOR.getOrDefault(name, name));
        }
        if (Symbols.isFunction(name)) {
            return Symbols.hasLimits(name)
                    ? "<mo movablelimits=\"true\" form=\"prefix\">" + name + "</mo>"
                    : Mathml.name(name);
        }
        if (Symbols.SPACE.containsKey(name) || name.isBlank()) {
            return Mathml.space(Symbols.SPACE.getOrDefault(name, "0.333em"));
        }
        if (name.length() == 1 && "{}$%&#_|".contains(name)) {
            return Mathml.operator(name.equals("|") ? "‖" : name);
        }
        return taking(name);
    }

    /** A command that takes something. */
    private String taking(String name) throws TexFault {
        Alphabet alphabet = ALPHABETS.get(name);
        if (alphabet != null) {
            return Mathml.name(alphabet.of(tokens.verbatim().strip()));
        }
        if (WORDS.contains(name)) {
            return Mathml.text(tokens.verbatim());
        }
        String accent = Symbols.ACCENT.get(name);
        if (accent != null) {
            return "<mover accent=\"true\">" + atom() + Mathml.operator(accent) + "</mover>";
        }
        return switch (name) {
            case "frac", "dfrac", "tfrac" -> Mathml.element("mfrac", atom() + atom());
            case "binom" ->
                Mathml.row(Mathml.fence("(", "prefix") + "<mfrac linethickness=\"0\">" + atom() + atom() + "</mfrac>"
                        + Mathml.fence(")", "postfix"));
            case "sqrt" -> root();
            case "underline", "underbrace" ->
                "<munder>" + atom() + Mathml.operator(name.equals("underline") ? "_" : "⏟") + "</munder>";
            case "left" -> between();
            case "begin" -> matrix();
            default -> throw new TexFault("\\" + name + ", which is not known");
        };
    }

    private String root() throws TexFault {
        if (!tokens.next("[")) {
            return Mathml.element("msqrt", atom());
        }
        StringBuilder degree = new StringBuilder();
        while (!tokens.next("]")) {
            degree.append(scripted());
        }
        return Mathml.element("mroot", atom() + Mathml.row(degree.toString()));
    }

    private String between() throws TexFault {
        String open = bracket();
        String inside = row();
        require("\\right");
        return Mathml.row(Mathml.fence(open, "prefix") + inside + Mathml.fence(bracket(), "postfix"));
    }

    private String bracket() throws TexFault {
        String token = tokens.next();
        if (token.isEmpty()) {
            throw new TexFault("no bracket behind \\left or \\right");
        }
        String name = token.startsWith("\\") ? token.substring(1) : token;
        return token.equals(".") ? "" : token.equals("\\|") ? "‖" : Symbols.OPERATOR.getOrDefault(name, name);
    }

    private String matrix() throws TexFault {
        String kind = tokens.verbatim();
        String brackets = MATRICES.get(kind);
        if (brackets == null) {
            throw new TexFault("\\begin{" + kind + "}, which is not known");
        }
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        do {
            row.append(Mathml.element("mtd", row()));
            if (!tokens.next("&")) {
                rows.add(Mathml.element("mtr", row.toString()));
                row.setLength(0);
                if (!tokens.next("\\\\")) {
                    break;
                }
            }
        } while (true);
        require("\\end");
        if (!tokens.verbatim().equals(kind)) {
            throw new TexFault("\\begin{" + kind + "} without its \\end");
        }
        String table = Mathml.element("mtable", String.join("", rows));
        return Mathml.row(fence(brackets.charAt(0), "prefix") + table + fence(brackets.charAt(1), "postfix"));
    }

    private static String fence(char sign, String form) {
        return Mathml.fence(sign == '.' ? "" : String.valueOf(sign), form);
    }

    private void require(String token) throws TexFault {
        if (!tokens.next(token)) {
            throw new TexFault(token.equals("}") ? "a { without its }" : "a beginning without its " + token);
        }
    }
}
