package dev.plumbline.collect.python;

import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.Tally;
import dev.plumbline.model.evidence.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which modules have a test file of their own: `test_<module>.py` or `<module>_test.py`, in the folder of the module
/// itself or in the folder below `tests/` that follows the source tree.
final class TestMirror {
    /// What may stand between `tests/` and the folders that follow the source tree.
    private static final Set<String> SCALES =
            Set.of("unit", "integration", "e2e", "functional", "component", "contract", "acceptance");

    private TestMirror() {}

    static void count(List<PythonModule> modules, Tally tally) {
        Map<String, List<List<String>>> tests = new HashMap<>();
        for (var module : modules) {
            if (module.test()) {
                tests.computeIfAbsent(subject(module.at().stem()), _ -> new ArrayList<>())
                        .add(module.at().folders());
            }
        }
        for (var module : modules) {
            if (module.testable()) {
                tally.add(Fact.PYTHON_MODULES);
                var candidates = tests.getOrDefault(module.at().stem(), List.of());
                if (candidates.stream().noneMatch(test -> mirrors(module.at(), test))) {
                    tally.add(
                            Fact.PYTHON_UNTESTED_MODULES,
                            module.at().path(),
                            0,
                            module.at().stem());
                }
            }
        }
    }

    private static String subject(String test) {
        return test.startsWith("test_")
                ? test.substring(5)
                : test.endsWith("_test") ? test.substring(0, test.length() - 5) : "";
    }

    /// The folders of a test, without `tests` and the scale, are the last ones of the module's; at most `src` and the
    /// package at the top are left away.
    private static boolean mirrors(SourcePath module, List<String> test) {
        var own = module.folders();
        var below = test.stream()
                .filter(folder -> !folder.equals("tests") && !folder.equals("test") && !SCALES.contains(folder))
                .toList();
        int left = own.size() - below.size();
        int allowed = !own.isEmpty() && own.getFirst().equals("src") ? 2 : 1;
        return left >= 0 && left <= allowed && own.subList(left, own.size()).equals(below);
    }
}
