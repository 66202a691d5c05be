package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.failure.DeadLetter;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {
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
    void aPoisonRecordIsKeptWithItsReasonAndTheNextGoesOn() {
        byte[] poison = "{\"id\": 7".getBytes(StandardCharsets.UTF_8);
        rig.send(Topic.EVIDENCE, "github:7", poison);
        rig.upload(commitBuild(1).completing().with(coverage(90)));

        var letters = rig.deadLetters();
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().value()).isEqualTo(poison);
        assertThat(letters.getFirst().key()).isEqualTo("github:7");
        assertThat(Rig.header(letters.getFirst(), DeadLetter.REASON)).contains("no EvidenceReceived");
        assertThat(Rig.header(letters.getFirst(), DeadLetter.TOPIC)).isEqualTo("plumbline.evidence.v1");
        assertThat(Rig.header(letters.getFirst(), DeadLetter.PARTITION)).isEqualTo("0");
        assertThat(Rig.header(letters.getFirst(), DeadLetter.OFFSET)).isEqualTo("0");
        assertThat(Rig.header(letters.getFirst(), Envelope.TYPE)).isEqualTo(EventType.DEAD_LETTERED.type());
        assertThat(rig.scored()).hasSize(1);
        assertThat(rig.meters.deadLetters().count()).isEqualTo(1);
        assertThat(rig.meters.failedInARow().get()).isZero();
    }

    @Test
    void aRecordNestedToTheBottomOfTheStackIsADeadLetterToo() {
        byte[] nested = "[".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        rig.send(Topic.EVIDENCE, "github:7", nested);

        assertThat(rig.deadLetters()).hasSize(1);
    }

    @Test
    void aRecordUnderAnotherRepositorysKeyIsRefused() {
        rig.send(
                Topic.EVIDENCE,
                "github:8",
                commitBuild(1).completing().with(coverage(90)).record());
        rig.send(
                Topic.EVIDENCE,
                null,
                commitBuild(1).completing().with(coverage(90)).record());
        rig.send(Topic.EVIDENCE, "github:7", null);

        assertThat(rig.deadLetters())
                .extracting(letter -> Rig.header(letter, DeadLetter.REASON))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("github:8").contains("github:7"),
                        reason -> assertThat(reason).contains("no key"),
                        reason -> assertThat(reason).contains("no value"));
        assertThat(rig.scored()).isEmpty();
    }

    @Test
    void aDecisionThatCannotBeReadIsADeadLetter() {
        rig.send(Topic.DECISIONS, "waiver:1", new byte[] {1});
        rig.send(Topic.DECISIONS, "waiver:1", null);

        assertThat(rig.deadLetters())
                .extracting(letter -> Rig.header(letter, DeadLetter.REASON))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("no Decision"),
                        reason -> assertThat(reason).contains("revoked by a record of its own"));
    }

    /// It is for publishers: the withdrawal itself is a record without a value.
    @Test
    void theMarkOfAWithdrawalIsNoneAndChangesNothing() {
        rig.send(Topic.STANDARDS, "withdrawn:binding:default:1", "{}".getBytes(StandardCharsets.UTF_8));
        rig.send(Topic.STANDARDS, "withdrawn:binding:default:1", null);
        rig.upload(commitBuild(1).completing().with(coverage(90)));

        assertThat(rig.deadLetters()).isEmpty();
        assertThat(rig.scored().getFirst().scorecards()).hasSize(1);
    }

    @Test
    void aStandardThatCannotBeReadLeavesTheOthersInForce() {
        rig.send(Topic.STANDARDS, "standard:bad:1.0.0", "nonsense".getBytes(StandardCharsets.UTF_8));
        rig.send(Topic.STANDARDS, "what:ever", "{}".getBytes(StandardCharsets.UTF_8));
        rig.send(Topic.CATALOG, "github:7", "nonsense".getBytes(StandardCharsets.UTF_8));
        rig.upload(commitBuild(1).completing().with(coverage(90)));

        assertThat(rig.deadLetters()).hasSize(3);
        assertThat(rig.scored().getFirst().scorecards()).hasSize(1);
    }
}
