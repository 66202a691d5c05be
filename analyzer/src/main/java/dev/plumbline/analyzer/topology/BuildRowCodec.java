package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.BuildLife;
import dev.plumbline.analyzer.build.Upload;
import dev.plumbline.analyzer.build.Uploads;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.score.BuildState.ClosedBy;
import dev.plumbline.model.wire.Packing;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/// Rows of the store of builds. Uploads lie in them as they lie on the log, packed, and are read only when
/// needed. The first byte is the version of the form, the second the state.
final class BuildRowCodec {
    private static final int FORM = 4;
    /// Without earlier and later attempts.
    private static final int FORM_ALONE = 3;
    private static final int COLLECTING = 0;
    private static final int CLOSED = 1;
    private static final int REVISED = 2;
    private static final int SETTLED = 3;
    private static final int ANNOUNCED = 4;
    private static final int ID_BYTES = 16;
    private static final int INSTANT_BYTES = Long.BYTES + Integer.BYTES;
    /// Of a build that is not settled, without uploads and what was told: form, state, closer, revision,
    /// how many uploads, how many of earlier attempts, standards, later attempt.
    private static final int LIVE_BYTES = 3 + Integer.BYTES + 2 * Short.BYTES + Long.BYTES + Integer.BYTES;
    private static final HexFormat HEX = HexFormat.of();
    private static final List<ClosedBy> CLOSERS = List.of(ClosedBy.values());

    private BuildRowCodec() {}

    static byte[] encode(BuildRow row) {
        return switch (row) {
            case BuildRow.Live live -> live(live);
            case BuildRow.Settled settled -> settled(settled);
            case BuildRow.Announced announced -> announced(announced);
        };
    }

    static BuildRow decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = known(in.readByte());
            int state = in.readByte();
            return switch (state) {
                case SETTLED -> readSettled(in);
                case ANNOUNCED -> new BuildRow.Announced(in.readInt(), readInstant(in));
                default -> readLive(state, form == FORM, in);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("A row of the store of builds is cut short.", e);
        }
    }

    private static int known(int form) {
        if (form != FORM && form != FORM_ALONE) {
            throw new IllegalStateException("A build's row of form " + form + " is not known to this version.");
        }
        return form;
    }

    /// {@return the row of a build that is settled from now on; nothing of its uploads is read but their
    /// ids}
    static byte[] settled(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        known(in.get());
        int state = in.get();
        if (state == SETTLED || state == ANNOUNCED) {
            return bytes;
        }
        in.position(in.position() + Byte.BYTES + Integer.BYTES);
        int uploads = in.getShort();
        var ids = new TreeSet<byte[]>(Arrays::compareUnsigned);
        long second = Long.MIN_VALUE;
        int nano = 0;
        for (int left = uploads; left > 0; left--) {
            var id = new byte[ID_BYTES];
            in.get(id);
            ids.add(id);
            long itsSecond = in.getLong();
            int itsNano = in.getInt();
            if (itsSecond > second || (itsSecond == second && itsNano > nano)) {
                second = itsSecond;
                nano = itsNano;
            }
            Packing.skip(in);
        }
        var out = ByteBuffer.allocate(2 + INSTANT_BYTES + Short.BYTES + ids.size() * ID_BYTES);
        out.put((byte) FORM).put((byte) SETTLED).putLong(second).putInt(nano).putShort((short) ids.size());
        ids.forEach(out::put);
        return out.array();
    }

    private static byte[] live(BuildRow.Live live) {
        var uploads = live.life().uploads().list();
        var before = live.life().uploads().before();
        int most = LIVE_BYTES + live.told().length() + atMost(uploads) + atMost(before);
        var row = ByteBuffer.allocate(most).put((byte) FORM);
        switch (live.life()) {
            case BuildLife.Collecting _ -> row.put((byte) COLLECTING).put((byte) 0);
            case BuildLife.Closed closed -> row.put((byte) CLOSED).put((byte) CLOSERS.indexOf(closed.by()));
            case BuildLife.Revised revised -> row.put((byte) REVISED).put((byte) CLOSERS.indexOf(revised.by()));
        }
        row.putInt(live.life().revision());
        put(uploads, row);
        put(before, row);
        live.told().put(row);
        row.putLong(live.pinned()).putInt(live.later());
        return Arrays.copyOf(row.array(), row.position());
    }

    private static int atMost(List<Upload> uploads) {
        int most = 0;
        for (var upload : uploads) {
            most += ID_BYTES + INSTANT_BYTES + Packing.atMost(upload.record());
        }
        return most;
    }

    private static void put(List<Upload> uploads, ByteBuffer row) {
        row.putShort((short) uploads.size());
        for (var upload : uploads) {
            row.put(HEX.parseHex(upload.id().value()));
            put(upload.receivedAt(), row);
            Packing.put(upload.record(), row);
        }
    }

    private static byte[] announced(BuildRow.Announced announced) {
        var row = ByteBuffer.allocate(2 + Integer.BYTES + INSTANT_BYTES);
        row.put((byte) FORM).put((byte) ANNOUNCED).putInt(announced.later());
        put(announced.at(), row);
        return row.array();
    }

    private static byte[] settled(BuildRow.Settled settled) {
        var ids = settled.uploads();
        var row = ByteBuffer.allocate(2 + INSTANT_BYTES + Short.BYTES + ids.size() * ID_BYTES);
        row.put((byte) FORM).put((byte) SETTLED);
        put(settled.lastReceipt(), row);
        row.putShort((short) ids.size());
        ids.forEach(id -> row.put(HEX.parseHex(id.value())));
        return row.array();
    }

    /// @param attempts whether earlier and later attempts are named
    private static BuildRow readLive(int state, boolean attempts, DataInputStream in) throws IOException {
        var by = CLOSERS.get(in.readByte());
        int revision = in.readInt();
        var list = readUploads(in);
        var uploads = attempts ? new Uploads(list, readUploads(in)) : new Uploads(list);
        var told = Told.read(in);
        long pinned = in.readLong();
        int later = attempts ? in.readInt() : 0;
        return new BuildRow.Live(
                switch (state) {
                    case COLLECTING -> new BuildLife.Collecting(uploads, revision);
                    case CLOSED -> new BuildLife.Closed(uploads, revision, by);
                    case REVISED -> new BuildLife.Revised(uploads, revision, by);
                    default -> throw new IllegalStateException("A build's row has the unknown state " + state + ".");
                },
                told,
                pinned,
                later);
    }

    private static List<Upload> readUploads(DataInputStream in) throws IOException {
        var list = new ArrayList<Upload>();
        for (int left = in.readShort(); left > 0; left--) {
            var id = new UploadId(HEX.formatHex(in.readNBytes(ID_BYTES)));
            var receivedAt = readInstant(in);
            list.add(Upload.kept(id, receivedAt, Packing.read(in)));
        }
        return list;
    }

    private static BuildRow readSettled(DataInputStream in) throws IOException {
        var lastReceipt = readInstant(in);
        var ids = new ArrayList<UploadId>();
        for (int left = in.readShort(); left > 0; left--) {
            ids.add(new UploadId(HEX.formatHex(in.readNBytes(ID_BYTES))));
        }
        return new BuildRow.Settled(ids, lastReceipt);
    }

    private static void put(Instant instant, ByteBuffer row) {
        row.putLong(instant.getEpochSecond()).putInt(instant.getNano());
    }

    private static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
