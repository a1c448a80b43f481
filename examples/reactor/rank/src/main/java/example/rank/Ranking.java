package example.rank;

import example.index.Index;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Documents by how well they fit: a word counts the more, the fewer documents have it. */
public record Ranking(Index index) {
    public List<String> of(List<String> stems) {
        Map<String, Double> scores = new HashMap<>();
        for (String stem : stems) {
            Map<String, Integer> counts = index.counts(stem);
            double weight = Math.log(1.0 + (double) index.size() / (1 + counts.size()));
            counts.forEach((document, count) -> scores.merge(document, weight * Math.log1p(count), Double::sum));
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
