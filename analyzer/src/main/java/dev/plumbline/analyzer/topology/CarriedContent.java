package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild.Piece;
import dev.plumbline.analyzer.build.Choices;
import dev.plumbline.analyzer.build.Choices.Choice;
import dev.plumbline.analyzer.build.Upload;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Packing;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of evidence as it is kept for later builds.
///
/// @param record digest of the log record that it came in
/// @param packed the evidence as JSON, packed
/// @param several what its reports come to where a standard does not merge them; null where it came in one
///     report
record CarriedContent(
        Digest record, Packed packed, @Nullable Several several) {
    private static final int MOST_REPORTS = 65_535;

    /// @param reports how many there were
    record Several(int reports, Part worst, Part latest) {}

    /// Evidence that was chosen among several reports.
    ///
    /// @param packed null where all of them together were
    record Part(Digest record, @Nullable Packed packed) {
        private static Part of(Choice choice, Piece all) {
            return new Part(
                    choice.record(),
                    choice.evidence().equals(all.evidence())
                            ? null
                            : new Packed(Packing.packed(Codec.EVIDENCE.encode(choice.evidence()))));
        }

        private int bytes() {
            return packed == null ? 0 : packed.bytes().length;
        }

        private Choice choice(Choice all) {
            return packed == null ? all : new Choice(packed.evidence(), record);
        }
    }

    /// Bytes that are equal by what they hold, and are read at most once.
    static final class Packed {
        private final byte[] bytes;
        private @Nullable Evidence read;

        Packed(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        Evidence evidence() {
            var known = read;
            if (known == null) {
                known = Codec.EVIDENCE.decode(Packing.unpacked(bytes));
                read = known;
            }
            return known;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Packed packed && Arrays.equals(bytes, packed.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    /// @param uploads of its build: what came in one of them is taken over as it lies on the log
    static CarriedContent of(Piece piece, List<Upload> uploads) {
        var evidence = piece.evidence();
        byte[] json = uploads.size() == 1 ? uploads.getFirst().json(evidence.kind()) : null;
        return new CarriedContent(
                piece.record(),
                new Packed(Packing.packed(json == null ? Codec.EVIDENCE.encode(evidence) : json)),
                several(piece));
    }

    private static @Nullable Several several(Piece piece) {
        var choices = piece.choices();
        return choices == null
                ? null
                : new Several(
                        Math.min(choices.reports(), MOST_REPORTS),
                        Part.of(choices.worst(), piece),
                        Part.of(choices.latest(), piece));
    }

    int bytes() {
        return packed.bytes().length
                + (several == null
                        ? 0
                        : several.worst().bytes() + several.latest().bytes());
    }

    Piece piece() {
        var all = new Choice(packed.evidence(), record);
        return new Piece(
                all.evidence(),
                record,
                several == null
                        ? null
                        : new Choices(
                                several.reports(),
                                several.worst().choice(all),
                                several.latest().choice(all),
                                List.of()));
    }
}
