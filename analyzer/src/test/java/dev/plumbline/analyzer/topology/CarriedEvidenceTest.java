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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CarriedEvidenceTest {
    private static final Given.Said OLD = commitBuild(1).with(audit(TEN.minus(Duration.ofDays(8))));
    private static final Given.Said NEW = commitBuild(1).at(TEN.plusSeconds(60)).with(audit(TEN));

    @Test
    void aRowIsReadAsItWasWritten() {
        var carried = of(OLD, NEW);

        var again = CarriedEvidenceCodec.decode(CarriedEvidenceCodec.encode(carried), _ -> new byte[0]);

        assertThat(again).isEqualTo(carried);
        var piece = Objects.requireNonNull(
                AssembledBuild.of(uploads(OLD, NEW)).evidence().get(Kind.AUDIT));
        for (var how : Combine.values()) {
            assertThat(again.entries().getFirst().piece().by(how)).isEqualTo(piece.by(how));
        }
    }

    /// It is read from its slot, and only when it is asked for.
    @Test
    void whatWasReplacedLiesInASlot() {
        var carried = after(of(OLD, NEW), build(2));
        var moving = Objects.requireNonNull(carried.moving());
        byte[] slot = CarriedEvidenceCodec.encode(moving.what());
        byte[] row = CarriedEvidenceCodec.encode(moving.from(carried));
        var asked = new ArrayList<Integer>();

        var again = CarriedEvidenceCodec.decode(row, number -> {
            asked.add(number);
            return slot;
        });

        assertThat(again.moving()).isNull();
        assertThat(asked).isEmpty();
        assertThat(again).isEqualTo(carried);
        assertThat(again.earlier()).isEqualTo(of(OLD, NEW).entries());
        assertThat(asked).isNotEmpty().containsOnly(0);
    }

    /// A slot is filled anew once nothing in it is kept, and a newer build reads none.
    @Test
    void slotsAreTakenInTurn() {
        var carried = of(NEW);
        var slots = new ArrayList<Integer>();
        for (int number = 2; number <= 9; number++) {
            carried = after(carried, build(number));
            var moving = Objects.requireNonNull(carried.moving());
            slots.add(moving.slot());
            carried = CarriedEvidenceCodec.decode(CarriedEvidenceCodec.encode(moving.from(carried)), slot -> {
                throw new AssertionError("slot " + slot + " was read");
            });
        }

        assertThat(slots).containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
    }

    /// As an earlier version wrote them.
    @Test
    void whatWasReplacedIsReadFromTheRowOfTheLine() throws IOException {
        var carried = after(of(NEW), build(2));
        byte[] newest = CarriedEvidenceCodec.encode(new CarriedEvidence(carried.entries(), List.of()));
        byte[] earlier = CarriedEvidenceCodec.encode(new CarriedEvidence(carried.earlier(), List.of()));
        var row = new ByteArrayOutputStream();
        row.write(4);
        for (byte[] part : List.of(newest, earlier)) {
            row.write(part, 1, part.length - 1);
            row.write(new byte[] {0, 0}); // reports to choose from
        }

        assertThat(CarriedEvidenceCodec.decode(row.toByteArray(), _ -> new byte[0]))
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

        var carried = after(after(CarriedEvidence.NONE, first), both);

        assertThat(carried).isEqualTo(of(OLD, NEW));
    }

    private static Uploads build(int number) {
        var at = TEN.plusSeconds(number * 60L);
        return uploads(commitBuild(number).at(at).with(audit(at)));
    }

    private static CarriedEvidence of(Given.Said... said) {
        return after(CarriedEvidence.NONE, uploads(said));
    }

    private static CarriedEvidence after(CarriedEvidence carried, Uploads uploads) {
        return Objects.requireNonNull(carried.with(AssembledBuild.of(uploads), uploads, List.of()), "news");
    }

    private static Uploads uploads(Given.Said... said) {
        var uploads = Uploads.NONE;
        for (var one : said) {
            uploads = uploads.with(one.upload());
        }
        return uploads;
    }
}
