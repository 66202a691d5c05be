package dev.plumbline.ingest.report;

import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Joins what a report says of its tool with what the sender says. The report's own word wins; the sender fills the
/// gaps.
public final class ToolRuns {
    /// Exit codes by which tools say that they did not do their work; all others than 0 speak of findings or say
    /// nothing.
    private static final Map<String, Set<Integer>> FAILURE_CODES = Map.of(
            "ruff", Set.of(2),
            "pytest", Set.of(2, 3, 4),
            "mypy", Set.of(2),
            "pylint", Set.of(1, 32),
            "bandit", Set.of(2));
    /// From here on a shell or the system speaks: not executable, not found, killed by a signal.
    private static final int SYSTEM_CODES = 126;

    private ToolRuns() {}

    /// What the report itself says; null where it says nothing.
    public record Stated(
            String name,
            @Nullable String version,
            Success success,
            @Nullable Integer exitCode,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        public static Stated of(String name, @Nullable String version) {
            return new Stated(name, version, Success.UNSTATED, null, null, null);
        }
    }

    public static ToolRun joined(Stated stated, DeclaredTool declared) {
        Integer exitCode = stated.exitCode() != null ? stated.exitCode() : declared.exitCode();
        return new ToolRun(
                stated.name(),
                stated.version() != null ? stated.version() : declared.version(),
                exitCode,
                success(stated, exitCode),
                stated.startedAt() != null ? stated.startedAt() : declared.startedAt(),
                stated.finishedAt() != null ? stated.finishedAt() : declared.finishedAt(),
                declared.databaseAt());
    }

    private static Success success(Stated stated, @Nullable Integer exitCode) {
        if (stated.success() != Success.UNSTATED || exitCode == null) {
            return stated.success();
        }
        if (exitCode == 0) {
            return Success.SUCCEEDED;
        }
        boolean system = exitCode >= SYSTEM_CODES || exitCode < 0;
        Set<Integer> failures = FAILURE_CODES.getOrDefault(stated.name(), Set.of());
        if (system || failures.contains(exitCode)) {
            return Success.FAILED;
        }
        return FAILURE_CODES.containsKey(stated.name()) ? Success.SUCCEEDED : Success.UNSTATED;
    }
}
