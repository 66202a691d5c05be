package dev.plumbline.analyzer.accounting;

import dev.plumbline.analyzer.fixture.FixtureResult;
import dev.plumbline.model.score.Outcome.Word;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the examples of a rule show.
///
/// @param results in the file's order; empty where there is no file
public record RuleProof(Rule rule, List<FixtureResult> results) {
    public RuleProof {
        results = List.copyOf(results);
    }

    /// Whether the rule has been seen to pass and to fail; an attestation, to be there and to be missing.
    public boolean proven() {
        return shows(Word.PASS) && shows(rule.attestation() == null ? Word.FAIL : Word.MISSING);
    }

    /// {@return outcome → number of examples that show it}
    public Map<Word, Long> shown() {
        var shown = new EnumMap<Word, Long>(Word.class);
        results.stream()
                .filter(FixtureResult::holds)
                .forEach(it -> shown.merge(it.fixture().outcome(), 1L, Long::sum));
        return shown;
    }

    /// {@return the outcomes of which an example must be there and is not, right or wrong}
    List<Word> lacking() {
        var wanted = new ArrayList<>(List.of(Word.PASS, Word.FAIL, Word.MISSING));
        if (rule.attestation() != null) {
            wanted.remove(Word.FAIL);
        }
        if (!rule.when().isEmpty()) {
            wanted.add(Word.NOT_APPLICABLE);
        }
        results.forEach(it -> wanted.remove(it.fixture().outcome()));
        return wanted;
    }

    /// {@return alternatives that no example judges, right or wrong, as passing or as failing}
    List<String> unjudged() {
        var unjudged = new ArrayList<String>();
        rule.requires().stream()
                .filter(it -> !it.or().isEmpty())
                .flatMap(it -> it.any().stream())
                .map(Requirement::kind)
                .forEach(kind -> {
                    for (var word : List.of(Word.PASS, Word.FAIL)) {
                        if (results.stream()
                                .noneMatch(it -> it.fixture().outcome() == word
                                        && it.kinds().contains(kind))) {
                            unjudged.add(word + " with " + kind);
                        }
                    }
                });
        return unjudged;
    }

    private boolean shows(Word word) {
        return results.stream().anyMatch(it -> it.holds() && it.fixture().outcome() == word);
    }
}
