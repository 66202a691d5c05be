package dev.plumbline.analyzer.standard;

import java.util.Set;

/// One condition of a rule, ready to run.
///
/// @param expected rendered once: it reads parameters only
/// @param found rendered per build
/// @param requirements positions of the requirements whose figures it reads: where to look when it does not hold
public record CompiledAssertion(
        String id, Expression that, Template expectation, String expected, Template found, Set<Integer> requirements) {
    public CompiledAssertion {
        requirements = Set.copyOf(requirements);
    }
}
