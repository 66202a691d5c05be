package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Ledgers as bytes: about a hundred for each regression that stands.
public final class LedgerCodec {
    private static final int FORM = 1;
    private static final int ID_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();
    private static final List<Outcome.Word> WORDS = List.of(Outcome.Word.values());
    private static final List<Cause> CAUSES = List.of(Cause.values());

    private LedgerCodec() {}

    /// {@return the ledger of a change request}
    public static byte[] encode(RequestLedger request) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            BaselineCodec.writeInstant(request.newest().startedAt(), out);
            out.writeInt(request.newest().attempt());
            out.write(HEX.parseHex(request.newest().id().value()));
            write(request.before(), out);
            write(request.after(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return bytes.toByteArray();
    }

    public static RequestLedger decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readByte();
            if (form != FORM) {
                throw new IllegalStateException("A ledger of form " + form + " is not known to this version.");
            }
            var newest = new BuildOrder(BaselineCodec.readInstant(in), in.readInt(), new BuildId(hex(in)));
            return new RequestLedger(newest, read(in), read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("A row of the store of open changes is cut short.", e);
        }
    }

    static void write(Ledger ledger, DataOutputStream out) throws IOException {
        out.writeByte(ledger.entries().size());
        for (var line : ledger.entries().entrySet()) {
            var entry = line.getValue();
            out.writeUTF(line.getKey().standard().value());
            out.writeUTF(line.getKey().rule().value());
            var open = entry.open();
            out.writeBoolean(open != null);
            if (open != null) {
                out.write(HEX.parseHex(open.value()));
            }
            out.writeByte(CAUSES.indexOf(entry.cause()));
            out.writeByte(WORDS.indexOf(entry.word()));
            out.write(HEX.parseHex(entry.by().value()));
            out.writeLong(entry.flips().last().toEpochMilli());
            out.writeShort(entry.flips().count());
            out.writeShort(entry.flips().untold());
            out.writeBoolean(entry.flips().quiet());
        }
    }

    static Ledger read(DataInputStream in) throws IOException {
        var entries = new TreeMap<Ledger.Key, Ledger.Entry>();
        for (int left = in.readByte(); left > 0; left--) {
            var key = new Ledger.Key(new StandardId(in.readUTF()), new RuleId(in.readUTF()));
            Change.@Nullable Id open = in.readBoolean() ? new Change.Id(hex(in)) : null;
            var cause = CAUSES.get(in.readByte());
            var word = WORDS.get(in.readByte());
            var by = new BuildId(hex(in));
            var flips = new Ledger.Flips(
                    Instant.ofEpochMilli(in.readLong()), in.readShort(), in.readShort(), in.readBoolean());
            entries.put(key, new Ledger.Entry(open, cause, word, by, flips));
        }
        return new Ledger(entries);
    }

    private static String hex(DataInputStream in) throws IOException {
        return HEX.formatHex(in.readNBytes(ID_BYTES));
    }
}
