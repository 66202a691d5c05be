package dev.plumbline.analyzer.standard;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.plumbline.model.build.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Facts about a repository as conditions see them. A fact that nobody stated is absent, which CEL's `&&` and `||`
/// carry through as «cannot say» unless the other side decides.
///
/// @param facts null where only the subject is known: the conditions of a standard or rule
public record SubjectView(Subject subject, @Nullable RepositoryFacts facts) implements Names {
    static final Map<String, CelType> SUBJECT = Map.of(
            "subject.languages", Figures.TEXTS,
            "subject.type", SimpleType.STRING,
            "subject.dependencies", Figures.TEXTS,
            "subject.lifecycle", SimpleType.STRING);
    static final Map<String, CelType> REPOSITORY = Map.of(
            "repository.name", SimpleType.STRING,
            "repository.component", SimpleType.STRING,
            "repository.team", SimpleType.STRING,
            "repository.system", SimpleType.STRING);

    public static SubjectView of(Subject subject) {
        return new SubjectView(subject, null);
    }

    static SubjectView of(RepositoryFacts facts) {
        return new SubjectView(facts.subject(), facts);
    }

    boolean knows(String name) {
        return value(name) != null;
    }

    @Override
    public @Nullable Object value(String name) {
        return switch (name) {
            case "subject.languages" -> subject.languages();
            case "subject.type" -> subject.type();
            case "subject.dependencies" -> subject.dependencies();
            case "subject.lifecycle" -> subject.lifecycle();
            case "repository.name" -> facts == null ? null : facts.name().value();
            case "repository.component" ->
                facts == null ? null : facts.component().path();
            case "repository.team" -> facts == null ? null : facts.team();
            case "repository.system" -> facts == null ? null : facts.system();
            default -> null;
        };
    }
}
