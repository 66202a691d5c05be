package dev.plumbline.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Samples;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.standard.VersionRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void aRatioIsRoundedHalfUpInWholeNumbers() {
        assertThat(Score.ratio(10_000, 3)).isEqualTo(new Score.Known(3_333));
        assertThat(Score.ratio(20_000, 3)).isEqualTo(new Score.Known(6_667));
        assertThat(Score.ratio(5, 2)).isEqualTo(new Score.Known(3));
    }

    @Test
    void nothingPossibleIsUnknownAndNeitherZeroNorAll() {
        assertThat(Score.ratio(0, 0)).isEqualTo(Score.UNKNOWN);
    }

    @Test
    void theStrictestGateIsTheBuilds() {
        var allow = new Gate(Step.GATE, Gate.Decision.ALLOW, List.of());
        var block = new Gate(Step.GATE, Gate.Decision.BLOCK, List.of("because"));

        assertThat(Gate.worst(List.of(allow, block, Gate.NONE))).isEqualTo(block);
        assertThat(Gate.worst(List.of())).isEqualTo(Gate.NONE);
    }

    @Test
    void aRangeTakesItsMajorOnly() {
        assertThat(new VersionRange("1.x").contains(new Version(1, 9, 0))).isTrue();
        assertThat(new VersionRange("1.x").contains(new Version(11, 0, 0))).isFalse();
        assertThat(new VersionRange("1.2.0").contains(new Version(1, 2, 1))).isFalse();
        assertThatThrownBy(() -> new VersionRange("latest")).hasMessageContaining("major.minor.patch");
    }

    @Test
    void aComponentWithoutAPartOfItsOwnHasTheWholeRepositorys() {
        CatalogEntry entry = Samples.catalogEntry();

        assertThat(entry.part(new Component("web")).team()).isEqualTo("payments");
    }
}
