package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Score;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Baselines as compact bytes: one byte a verdict, three where a rule earned a part, beside the name of the
/// shape that says which rules they are of. A row of the newest two is rewritten with each final build of
/// the default branch, that of an older one never. The first byte is the version of the form.
public final class BaselineCodec {
    private static final int FORM = 2;
    private static final int UNKNOWN_SCORE = -1;
    private static final int WAIVED = 0x40;
    private static final int CREDITED = 0x20;
    private static final int BUILD_ID_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();
    private static final List<Outcome.Word> WORDS = List.of(Outcome.Word.values());

    private final Shape.Shelf shapes;

    public BaselineCodec(Shape.Shelf shapes) {
        this.shapes = shapes;
    }

    public byte[] encode(Baselines baselines) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeByte(baselines.newestFirst().size());
            for (var baseline : baselines.newestFirst()) {
                write(baseline, out);
                LedgerCodec.write(baseline.ledger(), out);
            }
            out.writeInt(baselines.pushed());
            out.writeByte(baselines.older().size());
            for (int prefix : baselines.older()) {
                out.writeInt(prefix);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return bytes.toByteArray();
    }

    public Baselines decode(byte[] bytes) {
        try (var in = opened(bytes)) {
            var all = new ArrayList<Baseline>();
            for (int left = in.readByte(); left > 0; left--) {
                var baseline = read(in);
                all.add(baseline.with(LedgerCodec.read(in)));
            }
            int pushed = in.readInt();
            var older = new ArrayList<Integer>();
            for (int left = in.readByte(); left > 0; left--) {
                older.add(in.readInt());
            }
            return new Baselines(all, pushed, older);
        } catch (IOException e) {
            throw cutShort(e);
        }
    }

    /// {@return a baseline that has left the newest two, without its ledger}
    public byte[] encodeOlder(Baseline baseline) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            write(baseline, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return bytes.toByteArray();
    }

    public Baseline decodeOlder(byte[] bytes) {
        try (var in = opened(bytes)) {
            return read(in);
        } catch (IOException e) {
            throw cutShort(e);
        }
    }

    private static DataInputStream opened(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        int form = in.readByte();
        if (form != FORM) {
            throw new IllegalStateException("Baselines of form " + form + " are not known to this version.");
        }
        return in;
    }

    private static UncheckedIOException cutShort(IOException e) {
        return new UncheckedIOException("A row of the store of baselines is cut short.", e);
    }

    private void write(Baseline baseline, DataOutputStream out) throws IOException {
        writeInstant(baseline.order().startedAt(), out);
        out.writeInt(baseline.order().attempt());
        out.write(HEX.parseHex(baseline.order().id().value()));
        byte[] commit = HEX.parseHex(baseline.commit().sha());
        out.writeByte(commit.length);
        out.write(commit);
        out.writeUTF(baseline.engine());
        out.write(HEX.parseHex(baseline.subject().hex()));
        var again = baseline.judgedAgain();
        out.writeBoolean(again != null);
        if (again != null) {
            writeInstant(again, out);
        }
        out.writeByte(baseline.standards().size());
        for (var verdicts : baseline.standards()) {
            out.writeLong(shapes.keep(Shape.of(verdicts)));
            out.writeShort(
                    switch (verdicts.score()) {
                        case Score.Known known -> known.basisPoints();
                        case Score.Unknown _ -> UNKNOWN_SCORE;
                    });
            for (var verdict : verdicts.outcomes().verdicts()) {
                write(verdict, out);
            }
        }
    }

    private static void write(Verdict verdict, DataOutputStream out) throws IOException {
        boolean credited = verdict.word() == Outcome.Word.FAIL && verdict.credit() > 0;
        out.writeByte(WORDS.indexOf(verdict.word()) | (verdict.waived() ? WAIVED : 0) | (credited ? CREDITED : 0));
        if (credited) {
            out.writeShort(verdict.credit());
        }
    }

    private static Verdict readVerdict(DataInputStream in) throws IOException {
        int flags = in.readByte();
        var word = WORDS.get(flags & ~(WAIVED | CREDITED));
        boolean waived = (flags & WAIVED) != 0;
        return (flags & CREDITED) == 0 ? Verdict.of(word, waived) : new Verdict(word, waived, in.readShort());
    }

    private Baseline read(DataInputStream in) throws IOException {
        var order = new BuildOrder(readInstant(in), in.readInt(), new BuildId(hex(in, BUILD_ID_BYTES)));
        var commit = new CommitId(hex(in, in.readByte()));
        var engine = in.readUTF();
        var subject = Digest.ofHash(in.readNBytes(32));
        @Nullable Instant again = in.readBoolean() ? readInstant(in) : null;
        var standards = new ArrayList<Baseline.Verdicts>();
        for (int left = in.readByte(); left > 0; left--) {
            var shape = shapes.find(in.readLong());
            int points = in.readShort();
            var verdicts = new Verdict[shape.digests().size()];
            for (int i = 0; i < verdicts.length; i++) {
                verdicts[i] = readVerdict(in);
            }
            standards.add(new Baseline.Verdicts(
                    shape.standard(),
                    shape.version(),
                    points == UNKNOWN_SCORE ? Score.UNKNOWN : new Score.Known(points),
                    Outcomes.of(shape, verdicts)));
        }
        return new Baseline(order, commit, engine, subject, again, standards, Ledger.EMPTY);
    }

    static void writeInstant(Instant instant, DataOutputStream out) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static String hex(DataInputStream in, int length) throws IOException {
        return HEX.formatHex(in.readNBytes(length));
    }
}
