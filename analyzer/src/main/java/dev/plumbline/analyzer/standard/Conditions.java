package dev.plumbline.analyzer.standard;

import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.List;

/// Conditions that must all hold, in three-valued logic: one that cannot be decided, because a fact is
/// unknown, counts as holding.
public record Conditions(List<Expression> all) {
    public Conditions {
        all = List.copyOf(all);
    }

    /// What conditions say of a subject.
    public sealed interface Answer {
        Answer HOLDS = new Holds();

        record Holds() implements Answer {}

        /// @param condition the first that is definitely false
        /// @param sentence that says so, made once for all builds of a subject
        record Fails(String condition, String sentence) implements Answer {
            Fails(String condition) {
                this(condition, "«" + condition + "» does not hold here.");
            }
        }

        /// @param reason why a condition over known facts could not be evaluated
        record Breaks(String reason) implements Answer {}
    }

    static Conditions compile(
            List<String> sources, Expressions expressions, Where where, List<StandardProblem> problems) {
        var all = new ArrayList<Expression>();
        for (int i = 0; i < sources.size(); i++) {
            var condition =
                    expressions.compile(sources.get(i), SimpleType.BOOL, where.at(Integer.toString(i), ""), problems);
            if (condition != null) {
                all.add(condition);
            }
        }
        return new Conditions(all);
    }

    public Answer ask(SubjectView view) {
        for (var condition : all) {
            int known = 0;
            for (String name : condition.reads()) {
                known += view.knows(name) ? 1 : 0;
            }
            boolean decidable = known == condition.reads().size();
            if (known == 0 && !decidable) {
                continue;
            }
            try {
                if (!condition.holds(view)) {
                    return new Answer.Fails(condition.source());
                }
            } catch (CelEvaluationException e) {
                if (decidable) {
                    return new Answer.Breaks(
                            "the condition «" + condition.source() + "» cannot be evaluated: " + e.getMessage());
                }
            }
        }
        return Answer.HOLDS;
    }
}
