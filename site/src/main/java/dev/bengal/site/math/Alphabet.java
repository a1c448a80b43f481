package dev.bengal.site.math;

import java.util.HashMap;
import java.util.Map;

/** The alphabets of formulas. Unicode has letters of their own for them, with gaps where it had the letter before. */
enum Alphabet {
    BOLD(0x1D400, 0x1D7CE, ""),
    DOUBLE_STRUCK(0x1D538, 0x1D7D8, "Cℂ Hℍ Nℕ Pℙ Qℚ Rℝ Zℤ"),
    SCRIPT(0x1D49C, '0', "Bℬ Eℰ Fℱ Hℋ Iℐ Lℒ Mℳ Rℛ eℯ gℊ oℴ"),
    FRAKTUR(0x1D504, '0', "Cℭ Hℌ Iℑ Rℜ Zℨ"),
    UPRIGHT('A', '0', "");

    private final int capitalA;
    private final int zero;
    private final Map<Integer, String> elsewhere = new HashMap<>();

    Alphabet(int capitalA, int zero, String elsewhere) {
        this.capitalA = capitalA;
        this.zero = zero;
        for (String pair : elsewhere.isEmpty() ? new String[0] : elsewhere.split(" ")) {
            this.elsewhere.put((int) pair.charAt(0), pair.substring(1));
        }
    }

    /** The letters and digits of a word in this alphabet; all else as it is. */
    String of(String word) {
        StringBuilder letters = new StringBuilder();
        word.codePoints().forEach(c -> letters.append(letter(c)));
        return letters.toString();
    }

    private String letter(int c) {
        String known = elsewhere.get(c);
        if (known != null || this == UPRIGHT) {
            return known == null ? Character.toString(c) : known;
        }
        if (c >= 'A' && c <= 'Z') {
            return Character.toString(capitalA + c - 'A');
        }
        if (c >= 'a' && c <= 'z') {
            return Character.toString(capitalA + 26 + c - 'a');
        }
        return Character.toString(c >= '0' && c <= '9' ? zero + c - '0' : c);
    }
}
