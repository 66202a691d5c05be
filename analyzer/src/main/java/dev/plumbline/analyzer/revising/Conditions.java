package dev.plumbline.analyzer.revising;

import dev.plumbline.analyzer.revising.Revision.Difference;
import dev.plumbline.analyzer.revising.Revision.Direction;
import dev.plumbline.analyzer.revising.Revision.Step;
import java.util.List;

/// Conditions must all hold: one more makes something apply to fewer repositories, one less to more.
final class Conditions {
    private Conditions() {}

    static void compare(String whose, List<String> before, List<String> after, List<Difference> differences) {
        after.stream()
                .filter(it -> !before.contains(it))
                .forEach(it -> differences.add(new Difference(
                        Direction.LOOSENED, Step.MINOR, whose + " is only for those where «" + it + "».")));
        before.stream()
                .filter(it -> !after.contains(it))
                .forEach(it -> differences.add(new Difference(
                        Direction.TIGHTENED, Step.MAJOR, whose + " is no longer only for those where «" + it + "».")));
    }
}
