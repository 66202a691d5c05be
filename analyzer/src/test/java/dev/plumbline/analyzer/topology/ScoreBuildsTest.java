package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.tests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.BuildState.ClosedBy;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Outcome.Word;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreBuildsTest {
    @TempDir
    Path stateDir;

    private Rig rig;

    @BeforeEach
    void start() {
        rig = Rig.judging(stateDir);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void anUploadIsScoredProvisionallyUntilTheManifestIsComplete() {
        rig.upload(commitBuild(1).expecting(Kind.COVERAGE, Kind.UNIT_TESTS).with(coverage(90)));
        rig.upload(commitBuild(1).at(TEN.plusSeconds(3)).with(tests(List.of("a"), List.of())));

        var records = rig.scorecardRecords();
        var scored = records.stream()
                .map(record -> Codec.BUILD_SCORED.decode(record.value()))
                .toList();
        assertThat(scored.getFirst().state()).isEqualTo(new BuildState.Provisional(List.of(Kind.UNIT_TESTS)));
        assertThat(Rig.words(scored.getFirst()))
                .containsEntry(PublishedStandards.COVERAGE, Word.PASS)
                .containsEntry(PublishedStandards.TESTS, Word.PENDING);
        assertThat(scored.getLast().state()).isEqualTo(new BuildState.Final(ClosedBy.MANIFEST));
        assertThat(Rig.words(scored.getLast()))
                .containsEntry(PublishedStandards.TESTS, Word.PASS)
                .containsEntry(PublishedStandards.AUDIT, Word.MISSING);
        assertThat(records)
                .extracting(record -> Rig.header(record, "ce_phase"))
                .containsExactly("provisional", "final");
        assertThat(Rig.header(records.getLast(), Envelope.ID))
                .isEqualTo(scored.getLast().build().id() + ".2");
        assertThat(Rig.header(records.getLast(), Envelope.RECORDED_TIME)).isEqualTo("2026-11-01T10:00:03Z");
        assertThat(records.getLast().key()).isEqualTo("github:7");
        assertThat(rig.changes()).isEmpty();
    }

    @Test
    void aDeadlineClosesABuildThatNobodyCompletes() {
        rig.upload(commitBuild(1).with(coverage(90)));
        rig.pass(Rig.WINDOW);
        assertThat(rig.scored()).hasSize(1);

        rig.pass(Duration.ofSeconds(7));

        var scored = rig.scored();
        assertThat(scored).hasSize(1);
        assertThat(scored.getFirst().state()).isEqualTo(new BuildState.Final(ClosedBy.DEADLINE));
        assertThat(scored.getFirst().provenance().asOf()).isEqualTo(TEN.plus(Rig.WINDOW));
        assertThat(rig.timers())
                .as("only the one before the log forgets what was said")
                .isEqualTo(1);
    }

    @Test
    void aTimerFiresBeforeALaterRecordOfItsRepository() {
        rig.upload(commitBuild(1).with(coverage(90)));
        rig.upload(commitBuild(2)
                .at(TEN.plus(Rig.WINDOW).plusSeconds(1))
                .completing()
                .with(coverage(90)));

        assertThat(rig.scored())
                .extracting(scored -> scored.build().key().commit())
                .containsExactly(Given.commit(1), Given.commit(1), Given.commit(2));
    }

    @Test
    void lateEvidenceMakesARevision() {
        rig.upload(commitBuild(1).completing().with(coverage(90)));
        rig.upload(commitBuild(1).at(TEN.plusSeconds(9)).with(tests(List.of("a"), List.of())));

        var scored = rig.scored();
        assertThat(scored).extracting(one -> one.revision()).containsExactly(1, 2);
        assertThat(Rig.words(scored.getLast())).containsEntry(PublishedStandards.TESTS, Word.PASS);
    }

    @Test
    void aRepetitionIsCountedAndWritesNothing() {
        var said = commitBuild(1).completing().with(coverage(90));
        rig.upload(said);
        rig.upload(said.at(TEN.plus(Duration.ofDays(3))));

        assertThat(rig.scored()).hasSize(1);
        assertThat(rig.meters.repeated().count()).isEqualTo(1);
    }

    @Test
    void aRegressionAndItsRecoveryNameTheirCause() {
        rig.upload(commitBuild(1).completing().with(coverage(90), tests(List.of("a"), List.of())));
        rig.upload(
                commitBuild(2).at(TEN.plusSeconds(60)).completing().with(coverage(70), tests(List.of("a"), List.of())));
        rig.upload(commitBuild(3)
                .at(TEN.plusSeconds(120))
                .completing()
                .with(coverage(90), tests(List.of("a"), List.of())));

        var changes = rig.changes();
        assertThat(changes)
                .extracting(Change::direction, Change::rule, Change::cause)
                .containsExactly(
                        tuple(Change.Direction.REGRESSION, PublishedStandards.COVERAGE, Cause.CODE),
                        tuple(Change.Direction.RECOVERY, PublishedStandards.COVERAGE, Cause.CODE));
        assertThat(changes.getFirst().transition().explanation())
                .contains("py.coverage went from PASS to FAIL")
                .contains("the code changed");
        assertThat(changes.getFirst().baseline()).isEqualTo(commitBuild(1).key().id());
        assertThat(rig.scored().getLast().provenance().baseline())
                .isEqualTo(commitBuild(2).key().id());
    }

    @Test
    void evidenceThatDidNotComeIsToldAsSuchAndTakenBackWhenItComes() {
        rig.upload(commitBuild(1).completing().with(coverage(90)));
        rig.upload(commitBuild(2).at(TEN.plusSeconds(60)).completing().with(tests(List.of("a"), List.of())));
        rig.upload(commitBuild(2).at(TEN.plusSeconds(90)).with(coverage(91)));

        var changes = rig.changes();
        assertThat(changes).extracting(Change::rule).contains(PublishedStandards.COVERAGE, PublishedStandards.TESTS);
        var ofCoverage = changes.stream()
                .filter(change -> change.rule().equals(PublishedStandards.COVERAGE))
                .toList();
        assertThat(ofCoverage)
                .extracting(Change::direction)
                .containsExactly(Change.Direction.REGRESSION, Change.Direction.RECOVERY);
        assertThat(ofCoverage.getFirst().cause()).isEqualTo(Cause.EVIDENCE);
        assertThat(ofCoverage.getLast().id()).isEqualTo(ofCoverage.getFirst().id());
        assertThat(ofCoverage.getLast().transition().explanation()).startsWith("Superseded");
    }

    @Test
    void aChangeRequestIsComparedAndDoesNotMoveTheBaseline() {
        rig.upload(commitBuild(1).completing().with(coverage(90)));
        rig.upload(commitBuild(2)
                .on(new Lineage.ChangeRequest("5", "x", Given.commit(1), 120))
                .at(TEN.plusSeconds(60))
                .completing()
                .with(coverage(10)));
        rig.upload(commitBuild(3).at(TEN.plusSeconds(120)).completing().with(coverage(90)));

        assertThat(rig.changes())
                .extracting(change -> change.build().lineage().id())
                .containsExactly("change:5");
    }

    @Test
    void anAuditIsCarriedToALaterCommitAndCoverageIsNot() {
        rig.upload(commitBuild(1).completing().with(audit(TEN), coverage(90)));
        rig.upload(commitBuild(2).at(TEN.plusSeconds(60)).completing().with(tests(List.of("a"), List.of())));
        rig.upload(commitBuild(3)
                .on(new Lineage.ChangeRequest("5", "x", null, null))
                .at(TEN.plusSeconds(90))
                .completing()
                .with(tests(List.of("a"), List.of())));

        var scored = rig.scored();
        assertThat(Rig.words(scored.get(1)))
                .containsEntry(PublishedStandards.AUDIT, Word.PASS)
                .containsEntry(PublishedStandards.COVERAGE, Word.MISSING);
        assertThat(Rig.words(scored.get(2))).containsEntry(PublishedStandards.AUDIT, Word.PASS);
        assertThat(scored.get(1).provenance().evidence())
                .filteredOn(use -> use.kind().equals(Kind.AUDIT))
                .extracting(use -> use.carriedFrom())
                .containsExactly(commitBuild(1).key().id());
    }

    @Test
    void aCarriedAuditCountsNoLongerThanTheRuleAllows() {
        rig.upload(commitBuild(1).completing().with(audit(TEN)));
        rig.upload(commitBuild(2).at(TEN.plus(Duration.ofDays(8))).completing().with(coverage(90)));

        assertThat(Rig.words(rig.scored().getLast())).containsEntry(PublishedStandards.AUDIT, Word.MISSING);
        assertThat(rig.changes())
                .filteredOn(change -> change.rule().equals(PublishedStandards.AUDIT))
                .extracting(Change::cause)
                .containsExactly(Cause.EVIDENCE);
    }

    @Test
    void anOlderBuildThatFinishesLateRaisesNothing() {
        rig.upload(commitBuild(1).completing().with(coverage(90)));
        rig.upload(commitBuild(2).at(TEN.minusSeconds(600)).completing().with(coverage(10)));
        rig.upload(commitBuild(3).at(TEN.plusSeconds(60)).completing().with(coverage(90)));

        assertThat(rig.changes()).isEmpty();
    }

    @Test
    void underANewVersionEveryRuleIsComparedForTheBuildBeforeIsJudgedByItToo() {
        rig.upload(
                commitBuild(1).completing().with(coverage(90), ruff("0.14", Map.of()), ruffSettings("F401", "S608")));
        rig.publish(1);
        rig.upload(commitBuild(2)
                .at(TEN.plusSeconds(60))
                .completing()
                .with(coverage(70), ruff("0.14", Map.of("F401", 3)), ruffSettings("F401", "S608")));

        assertThat(rig.scored()
                        .getLast()
                        .scorecards()
                        .getFirst()
                        .standard()
                        .version()
                        .minor())
                .isEqualTo(1);
        assertThat(rig.changes())
                .extracting(Change::rule, Change::cause)
                .containsExactly(
                        tuple(PublishedStandards.COVERAGE, Cause.CODE), tuple(PublishedStandards.LINT, Cause.CODE));
    }

    @Test
    void withoutABindingTheListIsEmptyAndSaysWhy() {
        try (var bare = new Rig(stateDir.resolve("bare"))) {
            bare.upload(commitBuild(1).completing().with(coverage(90)));

            var scored = bare.scored();
            assertThat(scored).hasSize(1);
            assertThat(scored.getFirst().scorecards()).isEmpty();
            assertThat(scored.getFirst().notes()).anyMatch(note -> note.contains("No binding names acme/payments"));
        }
    }

    @Test
    void theCatalogSaysWhatARepositoryIs() {
        var entry = new CatalogEntry(
                Given.REPOSITORY,
                new RepositoryName("acme/payments"),
                List.of(),
                List.of(new CatalogEntry.Part(
                        commitBuild(1).key().component(),
                        "team-a",
                        "",
                        new Subject(List.of("java"), "service", null, null))));
        rig.upload(commitBuild(1).completing().with(coverage(90)));
        rig.send(Topic.CATALOG, "github:7", Codec.CATALOG_ENTRY.encode(entry));
        rig.upload(commitBuild(2).at(TEN.plusSeconds(60)).completing().with(coverage(90)));

        assertThat(rig.scored())
                .extracting(scored -> scored.provenance().subject())
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyTheTwoNewestBuildsOfABranchKeepTheirUploads() {
        for (int commit = 1; commit <= 5; commit++) {
            rig.upload(commitBuild(commit)
                    .at(TEN.plusSeconds(60L * commit))
                    .completing()
                    .with(coverage(90)));
        }
        rig.upload(commitBuild(1).at(TEN.plusSeconds(900)).with(tests(List.of("a"), List.of())));

        assertThat(rig.scored()).hasSize(5);
        assertThat(rig.meters.late().count()).isEqualTo(1);
    }

    @Test
    void whatIsForgottenIsSweptAway() {
        rig.upload(commitBuild(1).completing().with(coverage(90)));
        for (int run = 1; run <= 3; run++) {
            rig.upload(commitBuild(2)
                    .run("run", run)
                    .on(new Lineage.ChangeRequest("5", "x", null, null))
                    .at(TEN.plusSeconds(60L * run))
                    .completing()
                    .with(audit(TEN), coverage(90)));
        }
        assertThat(rig.rows(Rows.Of.REPLACED_EVIDENCE)).isEqualTo(2);

        rig.pass(Duration.ofDays(40));
        rig.pass(Duration.ofSeconds(10));

        assertThat(rig.rows(Rows.Of.BUILDS)).isEqualTo(1);
        assertThat(rig.rows(Rows.Of.CARRIED_EVIDENCE)).isZero();
        assertThat(rig.rows(Rows.Of.REPLACED_EVIDENCE)).isZero();
    }

    @Test
    void headersSayWhatARecordIs() {
        rig.upload(commitBuild(1).completing().with(coverage(90)));

        assertThat(rig.scorecardRecords()).singleElement().satisfies(record -> {
            assertThat(Rig.header(record, Envelope.TYPE)).isEqualTo(EventType.BUILD_SCORED.type());
            assertThat(Rig.header(record, Envelope.SUBJECT))
                    .isEqualTo(commitBuild(1).key().id().value());
        });
    }
}
