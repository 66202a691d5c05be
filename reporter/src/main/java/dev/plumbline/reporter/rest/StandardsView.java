package dev.plumbline.reporter.rest;

import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.Parent;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.reporter.projection.PublishedStandards;
import java.util.List;
import java.util.Map;

/// Published standards and who gets them.
final class StandardsView {
    private StandardsView() {}

    /// @param levels the least score of each level, in basis points
    /// @param rescorings those of this version, the newest first
    record Standard(
            ScorecardView.StandardView standard,
            String title,
            List<String> owners,
            PersonaView persona,
            Map<String, Integer> levels,
            int rules,
            String publishedAt,
            String publisher,
            List<ParentView> parents,
            List<BindingView> bindings,
            List<RescoringView> rescorings) {
        /// @param rescorings of any standard
        static Standard of(StandardPublished published, PublishedStandards standards, List<RescoringView> rescorings) {
            var standard = published.standard();
            return new Standard(
                    ScorecardView.StandardView.of(published.ref()),
                    standard.title(),
                    standard.owners(),
                    new PersonaView(
                            standard.persona().file(),
                            standard.persona().digest().value(),
                            standard.persona().bullets()),
                    Map.of(
                            "BRONZE", standard.levels().bronze(),
                            "SILVER", standard.levels().silver(),
                            "GOLD", standard.levels().gold()),
                    standard.rules().size(),
                    published.publishedAt().toString(),
                    published.publisher(),
                    standard.parents().stream().map(ParentView::of).toList(),
                    standards.bindingsOf(standard.id()).stream()
                            .filter(binding -> binding.binding().version().contains(standard.version()))
                            .map(BindingView::of)
                            .toList(),
                    rescorings.stream().filter(one -> one.of(published.ref())).toList());
        }
    }

    /// A persona that the standard's own follows. What an unresolved one says is neither passed nor failed.
    ///
    /// @param ref as the prose names it
    /// @param version pinned where it is resolved, else the range that was looked for
    /// @param state `RESOLVED` or `UNRESOLVED`
    /// @param rules those that were taken over
    record ParentView(String ref, String standard, String version, String state, List<String> rules) {
        static ParentView of(Parent parent) {
            return switch (parent) {
                case Parent.Resolved it ->
                    new ParentView(
                            it.ref(),
                            it.standard().id().value(),
                            it.standard().version().toString(),
                            "RESOLVED",
                            it.rules().stream().map(RuleId::value).toList());
                case Parent.Unresolved it ->
                    new ParentView(it.ref(), it.standard().value(), it.version().text(), "UNRESOLVED", List.of());
            };
        }
    }

    record PersonaView(String file, String digest, int bullets) {}

    /// @param when conditions on a repository; empty where the binding is for every repository that no
    ///     other names
    record BindingView(
            String id,
            int revision,
            String version,
            List<String> when,
            String step,
            String effectiveFrom,
            String requiredLevel) {
        static BindingView of(BindingPublished published) {
            Binding binding = published.binding();
            return new BindingView(
                    binding.id(),
                    binding.revision(),
                    binding.version().text(),
                    switch (binding.selection()) {
                        case Binding.Selection.Rest _ -> List.of();
                        case Binding.Selection.Where where -> where.when();
                    },
                    binding.enforcement().step().name(),
                    binding.enforcement().effectiveFrom().toString(),
                    binding.enforcement().requiredLevel().name());
        }
    }

    /// @param outcomes how many components have each outcome now, under whatever version of the standard
    record RuleRow(
            ScorecardView.StandardView standard,
            String id,
            RuleView.RatingView rating,
            List<String> requires,
            RuleView.Text text,
            Map<String, Integer> outcomes) {
        static RuleRow of(StandardPublished published, Rule rule, Map<String, Integer> outcomes) {
            return new RuleRow(
                    ScorecardView.StandardView.of(published.ref()),
                    rule.id().value(),
                    RuleView.RatingView.of(rule.rating()),
                    rule.requires().stream()
                            .map(requirement -> requirement.text())
                            .distinct()
                            .toList(),
                    RuleView.Text.of(rule),
                    outcomes);
        }
    }
}
