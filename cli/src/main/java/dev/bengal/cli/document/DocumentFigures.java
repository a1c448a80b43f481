package dev.bengal.cli.document;

import dev.bengal.cli.history.RecordedCommit;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Metric;
import dev.bengal.model.Reading;
import dev.bengal.report.history.BadgeRenderer;
import dev.bengal.report.history.FigureRenderer;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the marked blocks of documents should show: figures of builds that count, successes from a clean tree that nobody excluded. */
public final class DocumentFigures {
    private static final Set<String> KNOWN =
            Set.of("metric", "scenario", "branch", "environment", "show", "last", "file", "label");
    private static final int SEARCHED = 1000;
    private static final String USUAL_LAST = "10";

    private final BuildReader store;
    private final CommitOrder order;
    private final Path root;
    private final FigureRenderer renderer = new FigureRenderer();

    public DocumentFigures(BuildReader store, CommitOrder order, Path root) {
        this.store = store;
        this.order = order;
        this.root = root;
    }

    /**
     * What a block shows.
     *
     * @param isBlock whether it needs lines of its own
     * @param files pictures that belong to it
     */
    record Shown(String text, boolean isBlock, Map<Path, String> files) {
        Shown(String text) {
            this(text, false, Map.of());
        }
    }

    Shown of(MarkedBlock block, Path document) {
        String place = document + ":" + block.line();
        for (String key : block.settings().keySet()) {
            if (!KNOWN.contains(key)) {
                throw new CommandException(place + ": '" + key + "' is no setting; known are "
                        + String.join(", ", KNOWN.stream().sorted().toList()) + ".");
            }
        }
        List<String> names = Arrays.stream(
                        block.settings().getOrDefault("metric", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty()) {
            throw new CommandException(place + ": the block names no metric, such as metric=total_duration_ms.");
        }
        List<BuildMetrics> builds = builds(block, place);
        List<Metric> metrics =
                names.stream().map(name -> metric(name, builds, place)).toList();
        return shown(block, metrics, builds, document, place);
    }

    private Shown shown(
            MarkedBlock block, List<Metric> metrics, List<BuildMetrics> builds, Path document, String place) {
        Metric metric = metrics.get(0);
        String show = block.settings().getOrDefault("show", "figure");
        if (metrics.size() > 1 && !show.equals("table")) {
            throw new CommandException(place + ": only show=table takes several metrics.");
        }
        List<BuildMetrics> newest = last(builds, block, place);
        BuildMetrics measured = builds.stream()
                .filter(build -> build.reading(metric.name()).isPresent())
                .reduce((one, later) -> later)
                .orElseThrow();
        return switch (show) {
            case "figure" -> new Shown(renderer.figure(metric, measured).orElseThrow());
            case "sparkline" ->
                new Shown(renderer.sparkline(metric, newest)
                        .orElseThrow(() -> new CommandException(place + ": none of the newest builds measured it.")));
            case "table" -> new Shown(renderer.table(metrics, newest), true, Map.of());
            case "badge" -> badge(block, metric, measured, document, place);
            default ->
                throw new CommandException(
                        place + ": show is '" + show + "'; it is figure, table, sparkline or badge.");
        };
    }

    private Shown badge(MarkedBlock block, Metric metric, BuildMetrics build, Path document, String place) {
        String file = block.settings().getOrDefault("file", "");
        Path picture = document.toAbsolutePath().resolveSibling(file).normalize();
        if (!file.endsWith(".svg") || !picture.startsWith(root)) {
            throw new CommandException(
                    place + ": show=badge needs a file=… that ends with .svg and lies in " + root + ".");
        }
        String label = block.settings().getOrDefault("label", renderer.name(metric));
        String svg = new BadgeRenderer().badge(label, metric, build).orElseThrow();
        String text = "![" + label.replaceAll("[\\[\\]<>\\\\`]", "") + ": "
                + renderer.value(metric, build).orElseThrow() + "](" + file.replace(" ", "%20") + ")";
        return new Shown(text, false, Map.of(picture, svg));
    }

    private static List<BuildMetrics> last(List<BuildMetrics> builds, MarkedBlock block, String place) {
        String text = block.settings().getOrDefault("last", USUAL_LAST);
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new CommandException(place + ": last is '" + text + "'; give a whole number from 1 to 9999.");
        }
        return builds.subList(Math.max(0, builds.size() - Integer.parseInt(text)), builds.size());
    }

    /** Those of one scenario in one environment, as long as nothing else is said: those of the newest one. */
    private List<BuildMetrics> builds(MarkedBlock block, String place) {
        BuildFilter filter = BuildFilter.ALL.baselineMaterial();
        filter = block.settings().containsKey("scenario")
                ? filter.scenario(block.settings().getOrDefault("scenario", ""))
                : filter;
        filter = block.settings().containsKey("branch")
                ? filter.branch(block.settings().getOrDefault("branch", ""))
                : filter;
        filter = block.settings().containsKey("environment")
                ? filter.environment(block.settings().getOrDefault("environment", ""))
                : filter;
        List<BuildMetrics> builds = store.recent(filter, BuildOrder.BY_COMMIT, SEARCHED).builds().stream()
                .map(BuildRecord::build)
                .sorted(order.builds())
                .toList();
        if (builds.isEmpty()) {
            throw new CommandException(
                    place + ": no build of that sort is recorded that counts: a success from a clean tree,"
                            + " not excluded.");
        }
        BuildMetrics newest = builds.get(builds.size() - 1);
        return builds.stream().filter(newest::isComparableWith).toList();
    }

    private static Metric metric(String name, List<BuildMetrics> builds, String place) {
        for (int i = builds.size() - 1; i >= 0; i--) {
            Optional<Reading> reading = builds.get(i).meant(name);
            if (reading.isPresent()) {
                return reading.get().metric();
            }
        }
        String known = builds.get(builds.size() - 1).readings().stream()
                .map(reading -> reading.metric().name())
                .limit(40)
                .collect(java.util.stream.Collectors.joining(", "));
        throw new CommandException(place + ": none of these builds measured '" + RecordedCommit.printable(name)
                + "'. The newest one has: " + RecordedCommit.printable(known) + ".");
    }
}
