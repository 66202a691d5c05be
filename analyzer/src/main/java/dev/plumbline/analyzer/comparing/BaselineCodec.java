package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
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
import java.util.TreeMap;

/// Baselines as compact bytes: nine bytes a verdict. The first byte is the version of the form.
public final class BaselineCodec {
    private static final int FORM = 1;
    private static final int UNKNOWN_SCORE = -1;
    private static final HexFormat HEX = HexFormat.of();
    private static final List<Outcome.Word> WORDS = List.of(Outcome.Word.values());

    private BaselineCodec() {}

    public static byte[] encode(Baselines baselines) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeByte(baselines.newestFirst().size());
            for (var baseline : baselines.newestFirst()) {
                write(baseline, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return bytes.toByteArray();
    }

    public static Baselines decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readByte();
            if (form != FORM) {
                throw new IllegalStateException("Baselines of form " + form + " are not known to this version.");
            }
            var all = new ArrayList<Baseline>();
            for (int left = in.readByte(); left > 0; left--) {
                all.add(read(in));
            }
            return new Baselines(all);
        } catch (IOException e) {
            throw new UncheckedIOException("A row of the store of baselines is cut short.", e);
        }
    }

    private static void write(Baseline baseline, DataOutputStream out) throws IOException {
        var started = baseline.order().startedAt();
        out.writeLong(started.getEpochSecond());
        out.writeInt(started.getNano());
        out.writeInt(baseline.order().attempt());
        out.write(HEX.parseHex(baseline.order().id().value()));
        byte[] commit = HEX.parseHex(baseline.commit().sha());
        out.writeByte(commit.length);
        out.write(commit);
        out.writeUTF(baseline.engine());
        out.write(HEX.parseHex(baseline.subject().hex()));
        out.writeByte(baseline.standards().size());
        for (var verdicts : baseline.standards()) {
            out.writeUTF(verdicts.standard().value());
            out.writeUTF(verdicts.version().toString());
            out.writeShort(
                    switch (verdicts.score()) {
                        case Score.Known known -> known.basisPoints();
                        case Score.Unknown _ -> UNKNOWN_SCORE;
                    });
            out.writeShort(verdicts.outcomes().size());
            for (var outcome : verdicts.outcomes().entrySet()) {
                out.write(HEX.parseHex(outcome.getKey()));
                out.writeByte(WORDS.indexOf(outcome.getValue()));
            }
        }
    }

    private static Baseline read(DataInputStream in) throws IOException {
        var started = Instant.ofEpochSecond(in.readLong(), in.readInt());
        int attempt = in.readInt();
        var id = new BuildId(hex(in, 16));
        var commit = new CommitId(hex(in, in.readByte()));
        var engine = in.readUTF();
        var subject = Digest.ofHash(in.readNBytes(32));
        var standards = new ArrayList<Baseline.Verdicts>();
        for (int left = in.readByte(); left > 0; left--) {
            var standard = new StandardId(in.readUTF());
            var version = Version.parse(in.readUTF());
            int points = in.readShort();
            var outcomes = new TreeMap<String, Outcome.Word>();
            for (int rules = in.readShort(); rules > 0; rules--) {
                outcomes.put(hex(in, 8), WORDS.get(in.readByte()));
            }
            standards.add(new Baseline.Verdicts(
                    standard, version, points == UNKNOWN_SCORE ? Score.UNKNOWN : new Score.Known(points), outcomes));
        }
        return new Baseline(new BuildOrder(started, attempt, id), commit, engine, subject, standards);
    }

    private static String hex(DataInputStream in, int length) throws IOException {
        return HEX.formatHex(in.readNBytes(length));
    }
}
