package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.AssembledBuild;
import dev.plumbline.analyzer.build.Given;
import dev.plumbline.analyzer.build.Uploads;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Combine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CarriedEvidenceTest {
    private static final Given.Said OLD = commitBuild(1).with(audit(TEN.minus(Duration.ofDays(8))));
    private static final Given.Said NEW = commitBuild(1).at(TEN.plusSeconds(60)).with(audit(TEN));

    @Test
    void aRowIsReadAsItWasWritten() {
        var carried = of(OLD, NEW);

        var again = CarriedEvidenceCodec.decode(CarriedEvidenceCodec.encode(carried));

        assertThat(again).isEqualTo(carried);
        var piece = Objects.requireNonNull(
                AssembledBuild.of(uploads(OLD, NEW)).evidence().get(Kind.AUDIT));
        for (var how : Combine.values()) {
            assertThat(again.entries().getFirst().piece().by(how)).isEqualTo(piece.by(how));
        }
    }

    @Test
    void whatWasReplacedIsReadAsItWasWritten() {
        var uploads = uploads(commitBuild(2).at(TEN.plusSeconds(120)).with(audit(TEN.plusSeconds(100))));
        var carried = of(OLD, NEW).with(AssembledBuild.of(uploads), uploads, List.of());

        assertThat(carried.earlier()).isEqualTo(of(OLD, NEW).entries());
        assertThat(CarriedEvidenceCodec.encode(carried)).startsWith(4);
        assertThat(CarriedEvidenceCodec.decode(CarriedEvidenceCodec.encode(carried)))
                .isEqualTo(carried);
    }

    /// Rows of earlier versions are read, and most rows are still written so.
    @Test
    void whatCameInOneReportLiesAsEver() {
        assertThat(CarriedEvidenceCodec.encode(of(OLD))).startsWith(2);
        assertThat(CarriedEvidenceCodec.encode(of(OLD, OLD.at(TEN.plusSeconds(60)))))
                .isEqualTo(CarriedEvidenceCodec.encode(of(OLD)));
        assertThat(CarriedEvidenceCodec.encode(of(OLD, NEW))).startsWith(3);
    }

    /// An upload that was received earlier makes the build begin earlier than what is kept of it says.
    @Test
    void aBuildReplacesItsOwnThoughItBeganEarlierThanItSeemed() {
        var first = uploads(NEW);
        var both = uploads(NEW, OLD);

        var carried = CarriedEvidence.NONE
                .with(AssembledBuild.of(first), first, List.of())
                .with(AssembledBuild.of(both), both, List.of());

        assertThat(carried).isEqualTo(of(OLD, NEW));
    }

    private static CarriedEvidence of(Given.Said... said) {
        var uploads = uploads(said);
        return CarriedEvidence.NONE.with(AssembledBuild.of(uploads), uploads, List.of());
    }

    private static Uploads uploads(Given.Said... said) {
        var uploads = Uploads.NONE;
        for (var one : said) {
            uploads = uploads.with(one.upload());
        }
        return uploads;
    }
}
