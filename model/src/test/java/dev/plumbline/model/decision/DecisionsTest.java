package dev.plumbline.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Samples;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionsTest {
    private static final Instant NOON = Samples.NOON;
    private static final Waiver ASKED = Samples.waiver();
    private static final Waiver GRANTED = ASKED.approved("grace", NOON.plusSeconds(60));
    private static final Revocation REVOKED =
            new Revocation(ASKED.id(), ASKED.reach(), "Done.", "grace", NOON.plusSeconds(600));
    private static final Reach.Place HERE = new Reach.Place(
            new RepositoryId("github:7"),
            new RepositoryName("acme/payments"),
            new Component("services/billing"),
            "payments",
            "money");

    @Test
    void aWaiverHoldsFromItsApprovalUntilItsEnd() {
        var decisions = Decisions.NONE.with(ASKED).with(GRANTED);

        assertThat(Decisions.NONE.with(ASKED).state(ASKED, NOON.plusSeconds(61)))
                .isEqualTo(WaiverState.REQUESTED);
        assertThat(decisions.state(GRANTED, NOON.plusSeconds(59))).isEqualTo(WaiverState.SCHEDULED);
        assertThat(decisions.state(GRANTED, NOON.plusSeconds(60))).isEqualTo(WaiverState.IN_FORCE);
        assertThat(decisions.state(GRANTED, GRANTED.validity().until())).isEqualTo(WaiverState.EXPIRED);
        assertThat(decisions.turns(GRANTED.id()))
                .containsExactly(NOON.plusSeconds(60), GRANTED.validity().until());
        assertThat(Decisions.NONE.with(ASKED).turns(ASKED.id())).isEmpty();
    }

    @Test
    void aRevocationEndsAWaiverInWhateverOrderTheyCome() {
        var all = new ArrayList<Decision>(List.of(GRANTED, REVOKED, Samples.attestation()));
        var random = new Random(7);
        for (int round = 0; round < 6; round++) {
            Collections.shuffle(all, random);

            var decisions = Decisions.of(all);

            assertThat(decisions.state(GRANTED, NOON.plusSeconds(599))).isEqualTo(WaiverState.IN_FORCE);
            assertThat(decisions.state(GRANTED, NOON.plusSeconds(600))).isEqualTo(WaiverState.REVOKED);
            assertThat(decisions.inForce(NOON.plusSeconds(600))).isEmpty();
            assertThat(decisions.turns(GRANTED.id())).containsExactly(NOON.plusSeconds(60), NOON.plusSeconds(600));
            assertThat(decisions.attested(NOON)).containsExactly(Samples.attestation());
        }
    }

    /// Otherwise what had ended would hold again for the time between the two.
    @Test
    void whatIsGrantedOrRevokedTwiceCountsFromTheFirstTimeInWhateverOrderTheyCome() {
        var grantedAgain = ASKED.approved("grace", NOON.plusSeconds(90));
        var revokedAgain = new Revocation(ASKED.id(), ASKED.reach(), "Done.", "grace", NOON.plusSeconds(900));
        var all = new ArrayList<Decision>(List.of(ASKED, GRANTED, grantedAgain, REVOKED, revokedAgain));
        var random = new Random(7);
        for (int round = 0; round < 30; round++) {
            Collections.shuffle(all, random);
            var oneByOne = Decisions.NONE;
            for (var decision : all) {
                oneByOne = oneByOne.with(decision);
            }

            assertThat(Decisions.of(all)).isEqualTo(oneByOne);
            assertThat(oneByOne.turns(ASKED.id())).containsExactly(NOON.plusSeconds(60), NOON.plusSeconds(600));
            assertThat(oneByOne.inForce(NOON.plusSeconds(700))).isEmpty();
        }
    }

    @Test
    void nobodyApprovesWhatTheyAskedFor() {
        assertThatThrownBy(() -> ASKED.approved("ada", NOON)).hasMessageContaining("somebody else must approve");
        assertThatThrownBy(() -> ASKED.approved("anonymous", NOON)).hasMessageContaining("must be known by name");
    }

    @Test
    void everyWaiverEndsWithinNinetyDaysAndBeginsAfterItsRequest() {
        assertThatThrownBy(() -> lasting(NOON, NOON.plus(Duration.ofDays(90)).plusSeconds(1)))
                .hasMessageContaining("at most 90 days");
        assertThatThrownBy(() -> lasting(NOON.minusSeconds(1), NOON.plusSeconds(9)))
                .hasMessageContaining("before it was asked for");
        assertThatThrownBy(() -> lasting(NOON, NOON)).hasMessageContaining("must end after it begins");
        assertThat(lasting(NOON, NOON.plus(Duration.ofDays(90)))).isNotNull();
    }

    private static Waiver lasting(Instant from, Instant until) {
        return new Waiver(
                ASKED.id(),
                ASKED.scope(),
                ASKED.reason(),
                ASKED.request(),
                new Validity(from, until),
                ASKED.approval());
    }

    @ParameterizedTest
    @CsvSource({
        "repository:github:7, true",
        "repository:github:7#services/billing, true",
        "repository:github:7#., false",
        "repository:github:8, false",
        "team:payments, true",
        "team:search, false",
        "system:money, true",
        "name:acme/*, true",
        "name:acme/payments, true",
        "name:acme/pay, false",
        "everywhere, true"
    })
    void aReachIsAnExpression(String expression, boolean covers) {
        var reach = Reach.parse(expression);

        assertThat(reach.covers(HERE)).isEqualTo(covers);
        assertThat(Reach.parse(reach.expression())).isEqualTo(reach);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "repository:7", "name:*acme*", "team:", "team:a\nb", "repository:github:7#../x"})
    void anythingElseIsNoReach(String expression) {
        assertThatThrownBy(() -> Reach.parse(expression)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"waiver:1", "waiver", "change:01K9ZP3V6QZ8D1T4Y7N2M5R8XA", "waiver:81K9ZP3V6QZ8D1T4Y7N2M5R8XA"})
    void anythingElseIsNoId(String text) {
        assertThatThrownBy(() -> DecisionId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScopeNamesItsRules() {
        var scope = new Scope(new StandardId("py"), List.of(new RuleId("b"), new RuleId("a")), new Reach.Everywhere());

        assertThat(scope.covers(new StandardId("py"), new RuleId("a"), HERE)).isTrue();
        assertThat(scope.covers(new StandardId("py"), new RuleId("c"), HERE)).isFalse();
        assertThat(scope.covers(new StandardId("ts"), new RuleId("a"), HERE)).isFalse();
        assertThatThrownBy(() -> new Scope(new StandardId("py"), List.of(), new Reach.Everywhere()))
                .hasMessageContaining("1 to 20 rules");
    }
}
