package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.comparing.Restated;
import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.model.score.BindingRef;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.standard.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The standards that hold for a build, before and after something other than its evidence changed.
///
/// @param cause what changed
record Turn(Cause cause, List<Applied> before, List<Applied> now) {
    static final Turn NONE = new Turn(Cause.STANDARD, List.of(), List.of());

    /// All that a binding decides, without what is compiled.
    private record Holding(StandardRef standard, List<BindingRef> bindings, Step step, Level requiredLevel) {
        static Holding of(Applied applied) {
            return new Holding(applied.standard().ref(), applied.bindings(), applied.step(), applied.requiredLevel());
        }
    }

    /// Whether other standards hold, or the same ones otherwise.
    boolean differs() {
        return !before.stream()
                .map(Holding::of)
                .toList()
                .equals(now.stream().map(Holding::of).toList());
    }

    /// {@return the rules that read otherwise under the same standard}
    Restated restated() {
        var replaced = new HashMap<String, String>();
        for (var after : now) {
            for (var earlier : before) {
                if (earlier.standard().ref().id().equals(after.standard().ref().id())) {
                    var digests = digests(earlier);
                    digests(after).forEach((rule, digest) -> {
                        var was = digests.get(rule);
                        if (was != null && !was.equals(digest)) {
                            replaced.put(digest, was);
                        }
                    });
                }
            }
        }
        return new Restated(cause, replaced);
    }

    private static Map<RuleId, String> digests(Applied applied) {
        var digests = new HashMap<RuleId, String>();
        applied.standard().rules().forEach(rule -> digests.put(rule.rule().id(), rule.digest()));
        return digests;
    }
}
