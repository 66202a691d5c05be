package dev.plumbline.model.score;

import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Position;
import java.util.List;

/// The verdict of one rule on one build, with its explanation.
public sealed interface Outcome {

    /// The word on the wire and on pages.
    enum Word {
        PASS,
        FAIL,
        NOT_APPLICABLE,
        PENDING,
        MISSING,
        ERROR
    }

    /// Every assertion held over real evidence.
    record Passed(String expected, String found) implements Outcome {
        @Override
        public Word word() {
            return Word.PASS;
        }
    }

    /// An assertion did not hold.
    ///
    /// @param assertion the first that did not
    /// @param credit partial credit in basis points
    /// @param where at most five places to look at first
    record Failed(String assertion, String expected, String found, int credit, List<Position> where)
            implements Outcome {
        public Failed {
            where = List.copyOf(where);
        }

        @Override
        public Word word() {
            return Word.FAIL;
        }
    }

    /// The rule does not concern this repository; it leaves the denominator.
    record NotApplicable(String reason) implements Outcome {
        @Override
        public Word word() {
            return Word.NOT_APPLICABLE;
        }
    }

    /// Evidence may still come: the build is open.
    record Pending(List<Kind> awaited) implements Outcome {
        public Pending {
            awaited = List.copyOf(awaited);
        }

        @Override
        public Word word() {
            return Word.PENDING;
        }
    }

    /// The build closed without the evidence, the evidence is stale, or the tool ran without the rule. Earns nothing.
    record Missing(String expected, String reason) implements Outcome {
        @Override
        public Word word() {
            return Word.MISSING;
        }
    }

    /// The tool failed, or the rule could not be evaluated.
    record Errored(String reason) implements Outcome {
        @Override
        public Word word() {
            return Word.ERROR;
        }
    }

    Word word();

    /// Whether the outcome rests on evidence.
    default boolean measured() {
        return this instanceof Passed || this instanceof Failed;
    }
}
