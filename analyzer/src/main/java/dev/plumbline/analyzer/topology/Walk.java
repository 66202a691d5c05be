package dev.plumbline.analyzer.topology;

import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.score.RescoringFinished.Counts;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/// A walk over the newest final builds of a partition, in the order of their rows.
///
/// @param number in the order in which walks began
/// @param at when what is the reason happened
/// @param from the row to go on with
record Walk(long number, Errand errand, Instant at, String from, Counts counts) {
    private static final int FORM = 1;
    private static final int DECIDED = 0;
    private static final int CAME = 1;
    private static final int BEGAN = 2;

    /// What it is for.
    sealed interface Errand {
        /// A decision about many repositories begins or ends.
        record Decided(DecisionId decision) implements Errand {}

        /// A version of a standard or a binding to one is new, or a binding begins.
        ///
        /// @param came whether a record brought it; else its time came
        /// @param view of the standards since then
        record Restated(StandardId standard, Version version, boolean came, long view) implements Errand {
            ChangeGroup group() {
                return ChangeGroup.of(standard, version);
            }

            Reason reason(Instant at) {
                return new Reason.Standard(at, came, view, standard, group());
            }

            RescoringFinished finished(Instant at, int partition, Counts counts) {
                return new RescoringFinished(group(), standard, version, at, partition, counts);
            }
        }
    }

    /// {@return the same walk after a component}
    Walk past(BaselineShelf.Place place) {
        return new Walk(number, errand, at, place.row() + StateStores.SEPARATOR, counts);
    }

    Walk counting(Counts more) {
        return more.equals(Counts.NONE) ? this : new Walk(number, errand, at, from, counts.and(more));
    }

    /// Whether a component lies before it.
    boolean reaches(BaselineShelf.Place place) {
        return place.row().compareTo(from) >= 0;
    }

    byte[] encode() {
        var bytes = new ByteArrayOutputStream(128);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            switch (errand) {
                case Errand.Decided decided -> {
                    out.writeByte(DECIDED);
                    out.writeUTF(decided.decision().value());
                }
                case Errand.Restated restated -> {
                    out.writeByte(restated.came() ? CAME : BEGAN);
                    out.writeUTF(restated.standard().value());
                    out.writeUTF(restated.version().toString());
                    out.writeLong(restated.view());
                }
            }
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            out.writeUTF(from);
            out.writeInt(counts.better());
            out.writeInt(counts.worse());
            out.writeInt(counts.unchanged());
            out.writeInt(counts.begun());
            out.writeInt(counts.ended());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return bytes.toByteArray();
    }

    static Walk decode(long number, byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readByte();
            if (form != FORM) {
                throw new IllegalStateException("A walk of form " + form + " is not known to this version.");
            }
            int kind = in.readByte();
            Errand errand = kind == DECIDED
                    ? new Errand.Decided(DecisionId.parse(in.readUTF()))
                    : new Errand.Restated(
                            new StandardId(in.readUTF()), Version.parse(in.readUTF()), kind == CAME, in.readLong());
            var at = Instant.ofEpochSecond(in.readLong(), in.readInt());
            var from = in.readUTF();
            var counts = new Counts(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
            return new Walk(number, errand, at, from, counts);
        } catch (IOException e) {
            throw new UncheckedIOException("A row of a walk is cut short.", e);
        }
    }
}
