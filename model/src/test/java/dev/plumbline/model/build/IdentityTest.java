package dev.plumbline.model.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    private static final CommitId COMMIT = new CommitId("0123456789abcdef0123456789abcdef01234567");

    @ParameterizedTest
    @ValueSource(strings = {"github:1", "gitlab:gitlab.example.org:77", "name:local/acme/payments"})
    void canonicalIdsAreAccepted(String id) {
        assertThat(new RepositoryId(id).value()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "github:0", "github:x", "acme/payments", "gitlab::1", "name:", "name:a b", "github:1\n"})
    void anythingElseIsRefusedWithTheForms(String id) {
        assertThatThrownBy(() -> new RepositoryId(id)).hasMessageContaining("github:<number>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "acme/", "/x", "a/../b", "a b/c", "<script>/x"})
    void namesAreOwnerAndName(String name) {
        assertThatThrownBy(() -> new RepositoryName(name)).hasMessageContaining("owner/name");
    }

    @Test
    void buildsOfOneRunButOfTwoComponentsAreTwoBuilds() {
        assertThat(key(".", 1).id()).isNotEqualTo(key("api", 1).id());
        assertThat(key(".", 1).id()).isNotEqualTo(key(".", 2).id());
        assertThat(key(".", 1).id()).isEqualTo(key(".", 1).id());
    }

    @Test
    void aComponentDoesNotLeaveItsRepository() {
        assertThatThrownBy(() -> new Component("../x")).hasMessageContaining("not a component");
        assertThatThrownBy(() -> new Component("/etc")).hasMessageContaining("not a component");
    }

    @Test
    void aRunDoesNotFinishBeforeItStarts() {
        var noon = Instant.parse("2026-11-01T12:00:00Z");

        assertThatThrownBy(() -> new BuildTimes(noon, noon.minusSeconds(1))).hasMessageContaining("before startedAt");
    }

    @Test
    void whatOneSubjectDoesNotKnowTheOtherFillsIn() {
        var catalog = new Subject(null, "service", null, null);
        var build = new Subject(List.of("python"), "library", null, null);

        assertThat(catalog.or(build)).isEqualTo(new Subject(List.of("python"), "service", null, null));
    }

    @Test
    void lineagesAreNamedByWhatTheyCompareAgainst() {
        assertThat(new Lineage.DefaultBranch("main").id()).isEqualTo("default");
        assertThat(new Lineage.SideBranch("x").id()).isEqualTo("branch:x");
        assertThat(new Lineage.ChangeRequest("7", "x", null, null).id()).isEqualTo("change:7");
    }

    private static BuildKey key(String component, int attempt) {
        return new BuildKey(new RepositoryId("github:1"), new Component(component), COMMIT, "77", attempt);
    }
}
