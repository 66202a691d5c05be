package dev.plumbline.analyzer.inheriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analyzer.standard.StandardFile;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.Combine;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Parent;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.Waivable;
import dev.plumbline.model.wire.Codec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatteningTest {
    private static final String HEAD = """
            apiVersion: plumbline.dev/v1
            kind: Standard
            id: %s
            version: %s
            title: A standard
            owners: [somebody]
            persona: persona.md
            levels: { bronze: 0.6, silver: 0.75, gold: 0.9 }
            %s
            rules:
            """;
    private static final String RULE = """
              - id: %s
                title: A rule
                clauses: [{ section: %s, number: %d, digest: "%s", quote: "%s" }]
                keyword: should
                severity: major
                weight: 3
                level: silver
                requires: [coverage]
                when: ["subject.type == 'service'"]
                params: { line: { value: %s, direction: higher } }
                assert: [{ id: line, that: "coverage.lineRatio >= params.line", expected: "{params.line}", found: "{coverage.lineRatio}" }]
                remediation: Do it.
            """;
    private static final String PARENT = "## ALL\n- Test most lines\n- Name things well\n";
    private static final String CHILD = "## OURS\n- Follow `user.md` (most lines, things well)\n- Test even more\n";
    private static final String QUOTING = """
            dispositions:
              - { section: OURS, number: 1, digest: "%s", quote: "Follow", as: inherit, from: user.md, clauses: [%s] }
            """;
    private static final RuleId COVERED = new RuleId("org.covered");

    private static String digest(String bullet) {
        return Digest.ofText(bullet).hex().substring(0, 12);
    }

    private static StandardSource source(String yaml, String persona) {
        try {
            return StandardFile.source(bytes(yaml), "s.yaml", bytes(persona));
        } catch (StandardRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static StandardSource parent(String id, String version, String inherits) {
        return parent(id, version, inherits, "");
    }

    /// @param terms a further field of its rule
    private static StandardSource parent(String id, String version, String inherits, String terms) {
        return source(
                HEAD.formatted(id, version, inherits)
                        + RULE.formatted("org.covered", "ALL", 1, digest("Test most lines"), "most lines", "0.8")
                        + (terms.isEmpty() ? "" : "    " + terms + "\n"),
                PARENT);
    }

    private static final StandardSource USER = parent("org/user", "1.2.0", "");

    private static StandardSource child(String inherits, String clauses) {
        return source(
                HEAD.formatted("own", "1.0.0", inherits)
                        + RULE.formatted("own.more", "OURS", 2, digest("Test even more"), "even more", "0.9")
                        + QUOTING.formatted(digest("Follow `user.md` (most lines, things well)"), clauses),
                CHILD);
    }

    private static StandardSource child(String more) {
        return child("inherits: [{ ref: user.md, standard: org/user, version: 1.x" + more + " }]", "most lines");
    }

    private static Standard flat(StandardSource own, StandardSource... others) throws StandardRefused {
        return Flattening.of(own, Library.of(List.of(others))).source().standard();
    }

    private static Rule rule(Standard standard, RuleId id) {
        return standard.rules().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theRulesOfAParentComeAfterTheOwnOnesAndItIsPinned() throws StandardRefused {
        var standard = flat(child(""), USER);

        assertThat(standard.rules()).extracting(it -> it.id().value()).containsExactly("own.more", "org.covered");
        assertThat(standard.parents()).singleElement().isInstanceOfSatisfying(Parent.Resolved.class, it -> {
            assertThat(it.rules()).containsExactly(COVERED);
            assertThat(it.standard()).hasToString("org/user@1.2.0");
            assertThat(it.standard().digest()).isEqualTo(Codec.STANDARD.digest(USER.standard()));
        });
        assertThat(standard.inherits(COVERED)).isTrue();
        assertThat(standard.inherits(new RuleId("own.more"))).isFalse();
    }

    @Test
    void anInheritedRuleAnswersForTheBulletThatQuotesIt() throws StandardRefused {
        assertThat(rule(flat(child(""), USER), COVERED).clauses())
                .singleElement()
                .satisfies(clause -> {
                    assertThat(clause.section()).isEqualTo("OURS");
                    assertThat(clause.quote()).isEqualTo("most lines");
                });
    }

    @ParameterizedTest
    @CsvSource({"''", "', tighten: { org.covered: { level: bronze } }'"})
    void anInheritedRuleKeepsItsTermsForExceptions(String more) throws StandardRefused {
        var strict = parent("org/user", "1.2.0", "", "waivable: false");

        assertThat(rule(flat(child(more), strict), COVERED).waivable()).isEqualTo(new Waivable.Never());
    }

    @Test
    void anOwnRuleThatAllowsLongerExceptionsDoesNotStandForTheParents() {
        var strict = parent("org/user", "1.2.0", "", "waivable: P14D");

        assertThatThrownBy(() -> flat(child(", merge: { org.covered: own.more }"), strict))
                .hasMessageContaining(
                        "it allows exceptions on the general terms instead of exceptions of up to PT336H");
    }

    @Test
    void whatTheParentDoesNotSayIsUnresolved() throws StandardRefused {
        var own = child("inherits: [{ ref: user.md, standard: org/user, version: 1.x }]", "most lines, be brave");

        var flat = Flattening.of(own, Library.of(List.of(USER)));

        assertThat(flat.unsaid()).singleElement().satisfies(it -> {
            assertThat(it.message()).contains("«be brave» is unresolved").contains("org/user 1.2.0");
            assertThat(it.line()).isPositive();
        });
    }

    @Test
    void aParentThatIsNotThereStaysVisibleAndBringsNothing() throws StandardRefused {
        var without = flat(child(""));
        var older = flat(child(""), parent("org/user", "2.0.0", ""));

        assertThat(without.parents()).singleElement().isInstanceOf(Parent.Unresolved.class);
        assertThat(without.rules()).hasSize(1);
        assertThat(older).isEqualTo(without);
    }

    @Test
    void theNewestVersionInTheRangeIsTaken() throws StandardRefused {
        var standard = flat(child(""), parent("org/user", "1.10.0", ""), USER, parent("org/user", "1.9.0", ""));

        assertThat(((Parent.Resolved) standard.parents().getFirst()).standard()).hasToString("org/user@1.10.0");
    }

    @Test
    void anInheritedRuleMayBeTightened() throws StandardRefused {
        var rule = rule(
                flat(
                        child(", tighten: { org.covered: { keyword: must, level: bronze, params: { line: 0.95 } } }"),
                        USER),
                COVERED);

        assertThat(rule.rating().keyword()).isEqualTo(Keyword.MUST);
        assertThat(rule.params().getFirst().value()).isEqualTo(new Parameter.Value.Fraction(0.95));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keyword: may | keyword is MAY",
                "severity: minor | severity is MINOR",
                "level: gold | level is GOLD",
                "params: { line: 0.7 } | parameter line",
                "params: { lines: 0.9 } | no parameter lines",
            })
    void anInheritedRuleIsNeverLoosened(String change, String message) {
        var own = child(", tighten: { org.covered: { " + change + " } }");

        assertThatThrownBy(() -> flat(own, USER))
                .isInstanceOf(StandardRefused.class)
                .hasMessageContaining(message)
                .hasMessageContaining("s.yaml:9:");
    }

    @Test
    void anOwnRuleMayStandForTheParents() throws StandardRefused {
        var standard = flat(child(", merge: { org.covered: own.more }"), USER);

        assertThat(standard.rules()).hasSize(1);
        assertThat(standard.parents())
                .singleElement()
                .isInstanceOfSatisfying(
                        Parent.Resolved.class,
                        it -> assertThat(it.merged()).containsEntry(COVERED, new RuleId("own.more")));
    }

    @Test
    void aLooserRuleStandsForNobody() {
        var strict = source(
                HEAD.formatted("org/user", "1.0.0", "")
                        + RULE.formatted("org.covered", "ALL", 1, digest("Test most lines"), "most lines", "0.95"),
                PARENT);

        assertThatThrownBy(() -> flat(child(", merge: { org.covered: own.more }"), strict))
                .isInstanceOf(StandardRefused.class)
                .hasMessageContaining("own.more cannot stand for org.covered");
    }

    /// The worst of several reports is not stricter than all of them: neither stands for the other.
    @Test
    void aRuleThatCombinesReportsOtherwiseStandsForNobody() {
        var worst = parent("org/user", "1.0.0", "combine: { coverage: worst }");

        assertThatThrownBy(() -> flat(child(", merge: { org.covered: own.more }"), worst))
                .isInstanceOf(StandardRefused.class)
                .hasMessageContaining("own.more cannot stand for org.covered, since of several reports of coverage it"
                        + " takes all together instead of the worst.");
    }

    @Test
    void anInheritedRuleCombinesReportsAsItsOwnStandardSays() throws StandardRefused {
        var worst = parent("org/user", "1.0.0", "combine: { coverage: worst }");
        var own = child(
                "combine: { coverage: latest }\ninherits: [{ ref: user.md, standard: org/user, version: 1.x }]",
                "most lines");

        var standard = flat(own, worst);

        assertThat(rule(standard, COVERED).requires().getFirst().combined()).isEqualTo(Combine.WORST);
        assertThat(rule(standard, new RuleId("own.more")).requires().getFirst().combined())
                .isEqualTo(Combine.LATEST);
    }

    @ParameterizedTest
    @CsvSource({"tighten: { org.nobody: { keyword: must } }", "merge: { org.nobody: own.more }"})
    void aRuleThatTheParentDoesNotHaveIsNamed(String more) {
        assertThatThrownBy(() -> flat(child(", " + more), USER))
                .isInstanceOf(StandardRefused.class)
                .hasMessageContaining("org/user has no rule org.nobody");
    }

    @Test
    void aCircleIsRefusedAndShown() {
        var first = parent("org/user", "1.0.0", "inherits: [{ ref: a.md, standard: org/a, version: 1.x }]");
        var second = parent("org/a", "1.0.0", "inherits: [{ ref: b.md, standard: org/user, version: 1.x }]");

        assertThatThrownBy(() -> flat(child(""), first, second))
                .isInstanceOf(StandardRefused.class)
                .hasMessageContaining("own → org/user → org/a → org/user");
    }

    @Test
    void aRuleThatComesInTwoWaysIsThereOnce() throws StandardRefused {
        var a = parent("org/a", "1.0.0", "inherits: [{ ref: u.md, standard: org/user, version: 1.2.0 }]");
        var both = child(
                "inherits: [{ ref: user.md, standard: org/user, version: 1.x }, { ref: a.md, standard: org/a, version: 1.x }]",
                "most lines");

        assertThat(flat(both, USER, a).rules()).hasSize(2);
    }

    @Test
    void twoVersionsOfOneAncestorDoNotMeet() {
        var a = parent("org/a", "1.0.0", "inherits: [{ ref: u.md, standard: org/user, version: 1.1.0 }]");
        var both = child(
                "inherits: [{ ref: user.md, standard: org/user, version: 1.2.0 }, { ref: a.md, standard: org/a, version: 1.x }]",
                "most lines");

        assertThatThrownBy(() -> flat(both, USER, a, parent("org/user", "1.1.0", "")))
                .isInstanceOf(StandardRefused.class)
                .hasMessageContaining("two versions of org/user meet here: 1.2.0 and 1.1.0");
    }

    @Test
    void theParentsOwnConditionsGoWithItsRules() throws StandardRefused {
        var some = parent("org/user", "1.0.0", "when: [\"subject.lifecycle != 'deprecated'\"]");

        assertThat(rule(flat(child(""), some), COVERED).when())
                .containsExactly("subject.lifecycle != 'deprecated'", "subject.type == 'service'");
    }

    @Test
    void aFlatStandardReadsTheSameFromTheLog() throws StandardRefused {
        var standard = flat(child(", merge: { org.covered: own.more }"), USER);

        assertThat(Codec.STANDARD.decode(Codec.STANDARD.encode(standard))).isEqualTo(standard);
    }
}
