package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// How the tool was called [3.20]: one that failed makes all fail.
final class SarifInvocations {
    private static final int TEXT_CHARS = 100;

    private Success success = Success.UNSTATED;
    private @Nullable Integer exitCode;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private boolean overridden;
    private int errors;

    void read(JsonCursor json) {
        json.object("an invocation", field -> {
            switch (field) {
                case "executionSuccessful" -> state(json.flag(field));
                case "exitCode" -> exitCode = worse(exitCode, json.whole(field));
                case "startTimeUtc" -> startedAt = earlier(startedAt, moment(json.text(field, TEXT_CHARS)));
                case "endTimeUtc" -> finishedAt = later(finishedAt, moment(json.text(field, TEXT_CHARS)));
                case "ruleConfigurationOverrides" -> json.array(field, () -> overridden = true);
                case "toolExecutionNotifications", "toolConfigurationNotifications" ->
                    json.array(field, () -> notification(json));
                default -> {
                    // command lines and environments are nobody's business
                }
            }
        });
    }

    private void state(@Nullable Boolean successful) {
        if (Boolean.FALSE.equals(successful)) {
            success = Success.FAILED;
        } else if (successful != null && success == Success.UNSTATED) {
            success = Success.SUCCEEDED;
        }
    }

    private void notification(JsonCursor json) {
        json.object("a notification", field -> {
            if (field.equals("level") && "error".equals(json.textOrNothing(TEXT_CHARS))) {
                errors++;
            }
        });
    }

    void join(SarifInvocations other) {
        boolean failed = success == Success.FAILED || other.success == Success.FAILED;
        boolean succeeded = success == Success.SUCCEEDED && other.success == Success.SUCCEEDED;
        success = failed ? Success.FAILED : succeeded ? Success.SUCCEEDED : Success.UNSTATED;
        exitCode = worse(exitCode, other.exitCode);
        startedAt = earlier(startedAt, other.startedAt);
        finishedAt = later(finishedAt, other.finishedAt);
        overridden |= other.overridden;
        errors += other.errors;
    }

    void tell(Notes notes) {
        if (success == Success.FAILED) {
            notes.add("The tool itself says that its run did not succeed.");
        }
        if (errors > 0) {
            notes.add("The tool reports " + errors + " errors of its own run.");
        }
    }

    Success success() {
        return success;
    }

    @Nullable
    Integer exitCode() {
        return exitCode;
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }

    boolean overridden() {
        return overridden;
    }

    private static @Nullable Integer worse(@Nullable Integer a, @Nullable Integer b) {
        return a == null || a == 0 && b != null ? b : a;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isBefore(a) ? b : a;
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
