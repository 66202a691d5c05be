package dev.plumbline.standalone.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was made of one file; its components are the fields of the command's JSON.
///
/// @param file as it was named
/// @param format where it was recognised
/// @param tool that wrote the report, where it says or the format tells
/// @param kinds what the file is evidence of
/// @param figures by name; under `declared` those that the file states of itself. Empty for a refused file
/// @param problem null for an accepted file
@JsonPropertyOrder({"file", "format", "tool", "version", "outcome", "kinds", "figures", "notes", "problem"})
public record FileReading(
        String file,
        @Nullable String format,
        @Nullable String tool,
        @Nullable String version,
        Outcome outcome,
        List<String> kinds,
        Map<String, Object> figures,
        List<String> notes,
        @Nullable Problem problem) {
    public enum Outcome {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("refused")
        REFUSED
    }

    /// Why a file was refused.
    ///
    /// @param what a sentence
    /// @param position «line 3, column 7», or «the whole file»
    /// @param fix a sentence: what to do about it
    public record Problem(
            String what,
            String position,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer line,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer column,

            String fix) {}

    public boolean accepted() {
        return outcome == Outcome.ACCEPTED;
    }
}
