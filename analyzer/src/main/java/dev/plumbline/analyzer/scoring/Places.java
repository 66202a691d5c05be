package dev.plumbline.analyzer.scoring;

import dev.plumbline.analyzer.standard.CompiledAssertion;
import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.analyzer.standard.FindingFilter;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.MutationsEvidence;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.TestCase.State;
import dev.plumbline.model.evidence.TestsEvidence;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Where to look first when an assertion does not hold: at most five places in the evidence that it reads.
final class Places {
    private static final int LIMIT = 5;
    private static final String FACTS = "facts.";
    private static final Set<State> BROKEN = Set.of(State.FAILED, State.ERRORED);
    /// Which tests a figure counts.
    private static final Map<String, State> STATES =
            Map.of("failed", State.FAILED, "errors", State.ERRORED, "skipped", State.SKIPPED, "flaky", State.FLAKY);

    private Places() {}

    static List<Position> of(CompiledRule rule, CompiledAssertion assertion, List<Evidence> evidence) {
        return assertion.requirements().stream()
                .sorted()
                .flatMap(i -> of(evidence.get(i), rule.filters().get(i), assertion))
                .limit(LIMIT)
                .toList();
    }

    private static Stream<Position> of(Evidence evidence, FindingFilter filter, CompiledAssertion assertion) {
        return switch (evidence) {
            case FindingsEvidence findings ->
                findings.groups().stream()
                        .filter(group -> group.open() > 0 && filter.matches(group))
                        .flatMap(group -> group.samples().stream()
                                .map(at -> new Position(at.path(), at.line(), group.rule() + ": " + at.message())));
            case TestsEvidence tests -> {
                var asked = asked(assertion);
                yield tests.notPassed().stream()
                        .filter(test -> asked.contains(test.state()))
                        .map(test -> new Position(test.name(), 0, test.message()));
            }
            case AuditEvidence audit ->
                audit.vulnerabilities().stream()
                        .map(it -> new Position(
                                it.packageName() + " " + it.version(),
                                0,
                                it.fixVersions().isEmpty()
                                        ? it.id()
                                        : it.id() + ", fixed in " + String.join(", ", it.fixVersions())));
            case FactsEvidence facts ->
                assertion.that().reads().stream()
                        .filter(name -> name.startsWith(FACTS))
                        .flatMap(name -> facts.places(name.substring(FACTS.length())).stream());
            case ApiEvidence _, CoverageEvidence _, InventoryEvidence _, MutationsEvidence _, SettingsEvidence _ ->
                Stream.of();
        };
    }

    /// {@return which tests an assertion is about}
    private static Set<State> asked(CompiledAssertion assertion) {
        var asked = EnumSet.noneOf(State.class);
        for (String name : assertion.that().reads()) {
            var state = STATES.get(name.substring(name.lastIndexOf('.') + 1));
            if (state != null) {
                asked.add(state);
            }
        }
        return asked.isEmpty() ? BROKEN : asked;
    }
}
