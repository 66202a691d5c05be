package dev.plumbline.analyzer.standard;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;

/// What bindings and standards may ask about a repository before any evidence is looked at.
///
/// @param team empty where nobody said
/// @param system likewise
public record RepositoryFacts(
        RepositoryId id, RepositoryName name, Component component, String team, String system, Subject subject) {}
