package dev.bengal.site.math;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the commands stand for that take nothing. */
final class Symbols {
    private static final String LETTERS = "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ "
            + "vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ "
            + "varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ "
            + "Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ "
            + "emptyset ∅ varnothing ∅ angle ∠ triangle △ top ⊤ bot ⊥ imath ı jmath ȷ";

    private static final String OPERATORS = "times × cdot ⋅ div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ "
            + "otimes ⊗ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ equiv ≡ sim ∼ simeq ≃ approx ≈ cong ≅ propto ∝ "
            + "in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ cup ∪ cap ∩ setminus ∖ land ∧ wedge ∧ "
            + "lor ∨ vee ∨ lnot ¬ neg ¬ forall ∀ exists ∃ nexists ∄ to → rightarrow → leftarrow ← gets ← "
            + "leftrightarrow ↔ Rightarrow ⇒ implies ⟹ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ mapsto ↦ uparrow ↑ "
            + "downarrow ↓ ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ mid ∣ parallel ∥ perp ⟂ prime ′ colon : "
            + "lbrace { rbrace } lbrack [ rbrack ] langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ vert | "
            + "Vert ‖ lvert | rvert | lVert ‖ rVert ‖ models ⊨ vdash ⊢ int ∫ iint ∬ iiint ∭ oint ∮ therefore ∴ "
            + "because ∵ surd √ backslash \\ degree °";

    private static final String LARGE =
            "sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀";

    private static final String SPACES =
            ", 0.167em : 0.222em > 0.222em ; 0.278em ! -0.167em quad 1em qquad 2em enspace 0.5em thinspace 0.167em";

    private static final String ACCENTS = "hat ^ widehat ^ bar ¯ overline ¯ vec → tilde ~ widetilde ~ dot ˙ ddot ¨ "
            + "check ˇ breve ˘ acute ´ grave ` overrightarrow → overbrace ⏞";

    /** Names of functions whose limits stand below them. */
    private static final Set<String> LIMITS =
            Set.of("lim", "limsup", "liminf", "max", "min", "sup", "inf", "det", "gcd", "Pr", "argmax", "argmin");

    private static final Set<String> FUNCTIONS = Set.of(
            "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "coth",
            "log", "ln", "lg", "exp", "deg", "dim", "ker", "hom", "arg");

    static final Map<String, String> LETTER = table(LETTERS);
    static final Map<String, String> OPERATOR = table(OPERATORS);
    static final Map<String, String> LARGE_OPERATOR = table(LARGE);
    static final Map<String, String> SPACE = table(SPACES);
    static final Map<String, String> ACCENT = table(ACCENTS);

    private Symbols() {}

    static boolean isFunction(String command) {
        return FUNCTIONS.contains(command) || LIMITS.contains(command);
    }

    /** Whether what is above and below it stands there, and not beside it. */
    static boolean hasLimits(String command) {
        return LARGE_OPERATOR.containsKey(command) || LIMITS.contains(command);
    }

    private static Map<String, String> table(String namesAndSigns) {
        Map<String, String> table = new HashMap<>();
        String[] words = namesAndSigns.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            table.put(words[i], words[i + 1]);
        }
        return Map.copyOf(table);
    }
}
