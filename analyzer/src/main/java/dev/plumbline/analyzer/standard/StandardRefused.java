package dev.plumbline.analyzer.standard;

import java.util.List;
import java.util.stream.Collectors;

/// A standard or binding that cannot be used, with everything that is wrong with it.
public final class StandardRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<StandardProblem> problems;

    public StandardRefused(List<StandardProblem> problems) {
        super(problems.stream().map(StandardProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<StandardProblem> problems() {
        return problems;
    }
}
