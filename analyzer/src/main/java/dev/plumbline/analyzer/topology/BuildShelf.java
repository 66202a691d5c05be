package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild;
import dev.plumbline.analyzer.comparing.Baseline;
import dev.plumbline.analyzer.comparing.Inputs;
import dev.plumbline.model.build.Build;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.state.KeyValueStore;

/// The builds of one partition, and what later ones may carry from them.
final class BuildShelf {
    private final Rows builds;
    private final Rows carried;
    private final Rows replaced;

    BuildShelf(KeyValueStore<String, byte[]> store) {
        this.builds = new Rows(store, Rows.Of.BUILDS);
        this.carried = new Rows(store, Rows.Of.CARRIED_EVIDENCE);
        this.replaced = new Rows(store, Rows.Of.REPLACED_EVIDENCE);
    }

    BuildRow find(BuildAddress address) {
        byte[] row = builds.get(address.row());
        return row == null ? BuildRow.unknown() : BuildRowCodec.decode(row);
    }

    void put(Effects effects, BuildAddress address, BuildRow row) {
        put(effects, builds, address.row(), BuildRowCodec.encode(row));
    }

    /// Keeps no more of a build than its ids.
    void settle(Effects effects, BuildAddress address) {
        byte[] row = builds.get(address.row());
        if (row != null) {
            put(effects, builds, address.row(), BuildRowCodec.settled(row));
        }
    }

    /// {@return a baseline's own evidence and what it carried; nothing of it is known any more when it is
    /// no longer kept}
    ///
    /// @param window how long builds stay open
    Inputs inputs(BuildAddress address, Baseline baseline, Duration window) {
        if (find(address) instanceof BuildRow.Live live
                && !live.life().uploads().isEmpty()) {
            var uploads = live.life().uploads();
            var again = baseline.judgedAgain();
            var asOf = live.life().asOf(window);
            return Inputs.readFrom(
                    (kind, how) -> AssembledBuild.evidenceOf(uploads, kind, how),
                    () -> carried(address.defaultCarriedRow()).before(baseline.order()),
                    again == null || again.isBefore(asOf) ? asOf : again);
        }
        return Inputs.none();
    }

    /// {@return what the line of history of a build may carry}
    CarriedEvidence own(BuildAddress address, Build build) {
        return carried(address.carriedRow(build.lineage()));
    }

    /// {@return what any other line may carry from the default branch}
    CarriedEvidence ofDefault(BuildAddress address, Build build) {
        return build.lineage().isDefault() ? CarriedEvidence.NONE : carried(address.defaultCarriedRow());
    }

    void put(Effects effects, BuildAddress address, Build build, CarriedEvidence evidence) {
        var row = address.carriedRow(build.lineage());
        var moving = evidence.moving();
        if (moving == null) {
            put(effects, carried, row, CarriedEvidenceCodec.encode(evidence));
        } else {
            put(effects, replaced, slot(row, moving.slot()), CarriedEvidenceCodec.encode(moving.what()));
            put(effects, carried, row, CarriedEvidenceCodec.encode(moving.from(evidence)));
        }
    }

    /// The row of what was replaced on the line of a row of carried evidence.
    static String slot(String row, int slot) {
        return StateStores.key(row, slot);
    }

    private CarriedEvidence carried(String row) {
        byte[] known = carried.get(row);
        return known == null
                ? CarriedEvidence.NONE
                : CarriedEvidenceCodec.decode(
                        known,
                        slot -> Objects.requireNonNull(
                                replaced.get(slot(row, slot)), "A slot that a row names was written with it."));
    }

    private static void put(Effects effects, Rows rows, String key, byte[] value) {
        if (value.length > StateStores.MAX_ROW_BYTES) {
            throw new IllegalArgumentException("the uploads of one build come to " + value.length
                    + " bytes, over the limit of " + StateStores.MAX_ROW_BYTES);
        }
        effects.add(() -> rows.put(key, value));
    }
}
