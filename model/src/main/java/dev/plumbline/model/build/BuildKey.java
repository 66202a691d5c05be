package dev.plumbline.model.build;

import java.util.regex.Pattern;

/// What makes two uploads belong to one build. `run` is the CI system's own number or name of the run,
/// `attempt` counts its repetitions from 1.
public record BuildKey(RepositoryId repository, Component component, CommitId commit, String run, int attempt) {
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9._:/#@+-]{1,200}");

    public BuildKey {
        if (!RUN.matcher(run).matches()) {
            throw new IllegalArgumentException("run «" + run + "» must be 1 to 200 letters, digits or . _ : / # @ + -");
        }
        if (attempt < 1 || attempt > 10_000) {
            throw new IllegalArgumentException("attempt " + attempt + " must be between 1 and 10000");
        }
    }

    BuildKey of(RepositoryId other) {
        return new BuildKey(other, component, commit, run, attempt);
    }

    /// {@return another attempt of the same run}
    public BuildKey withAttempt(int other) {
        return new BuildKey(repository, component, commit, run, other);
    }

    public BuildId id() {
        return BuildId.of(this);
    }
}
