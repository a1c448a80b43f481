package dev.bengal.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words without a sense, in the proportions of technical prose. Its randomness is {@link Random}'s, which Java specifies. */
final class Prose {
    private static final List<String> WORDS = List.of(
            ("a the of to and in is that for it as with on by this are from or be an at which when each not can will one"
                            + " build page site cache index record phase commit branch memory thread journal metric"
                            + " window reader writer folder template value layer signal margin baseline sample record"
                            + " measures writes reads keeps moves renders compares collects merges follows resets"
                            + " quick small large early steady exact shared nested plain empty stable recent parallel"
                            + " usually therefore together afterwards already between without within across")
                    .split(" "));
    private static final List<String> TAGS = List.of(
            ("basics builds caching charts checks commits configuration content deployment design errors examples faq"
                            + " formats guides history install internals layout links logging markdown memory metrics"
                            + " navigation operations output pages performance pipeline reference releases rendering"
                            + " search security storage templates testing themes upgrading")
                    .split(" "));

    private final Random random;

    Prose(Random random) {
        this.random = random;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    String word() {
        return oneOf(WORDS);
    }

    /** Such as {@code Nested cache resets}. */
    String title() {
        return capital(words(between(2, 5)));
    }

    /** One sentence with a full stop; here and there a word of it is code, strong or stressed. */
    String sentence() {
        String text = IntStream.range(0, between(7, 18))
                .mapToObj(i -> decorated(word()))
                .collect(Collectors.joining(" "));
        return capital(text) + ".";
    }

    String paragraph() {
        return IntStream.range(0, between(2, 5)).mapToObj(i -> sentence()).collect(Collectors.joining(" "));
    }

    /** One to four different tags; the first ones of the alphabet are not more frequent, but a few of all are. */
    List<String> tags() {
        return IntStream.range(0, between(1, 4))
                .mapToObj(i -> TAGS.get((int) (TAGS.size() * Math.pow(random.nextDouble(), 2))))
                .distinct()
                .toList();
    }

    private String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> word()).collect(Collectors.joining(" "));
    }

    private String decorated(String word) {
        return switch (random.nextInt(40)) {
            case 0 -> "`" + word + "`";
            case 1 -> "**" + word + "**";
            case 2 -> "*" + word + "*";
            default -> word;
        };
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
