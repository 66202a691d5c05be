package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where merged evidence comes from: all of its reports under one digest, the worst of its tool runs.
final class SourceMerge {
    private SourceMerge() {}

    /// @param all in their own order
    static Source merge(List<? extends Evidence> all) {
        var sources = all.stream().map(Evidence::source).toList();
        return new Source(
                joined(sources.stream().map(Source::part)),
                Digest.ofText(
                        joined(sources.stream().map(source -> source.report().value()))),
                sources.stream()
                        .map(Source::format)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                joined(sources.stream().map(Source::reader)),
                run(sources.stream().map(Source::tool).toList()),
                sources.stream()
                        .flatMap(source -> source.notes().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static ToolRun run(List<ToolRun> runs) {
        return new ToolRun(
                joined(runs.stream().map(ToolRun::name)),
                runs.stream().allMatch(run -> run.version() == null)
                        ? null
                        : joined(runs.stream().map(ToolRun::version).filter(Objects::nonNull)),
                runs.stream()
                        .map(ToolRun::exitCode)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                success(runs),
                earliest(runs, ToolRun::startedAt),
                latest(runs, ToolRun::finishedAt),
                earliest(runs, ToolRun::databaseAt));
    }

    private static Success success(List<ToolRun> runs) {
        if (runs.stream().anyMatch(ToolRun::failed)) {
            return Success.FAILED;
        }
        return runs.stream().allMatch(run -> run.success() == Success.SUCCEEDED) ? Success.SUCCEEDED : Success.UNSTATED;
    }

    private static @Nullable Instant earliest(List<ToolRun> runs, Function<ToolRun, @Nullable Instant> moment) {
        return runs.stream()
                .map(moment)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant latest(List<ToolRun> runs, Function<ToolRun, @Nullable Instant> moment) {
        return runs.stream()
                .map(moment)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String joined(Stream<String> texts) {
        return texts.distinct().sorted().collect(Collectors.joining(", "));
    }
}
