package dev.plumbline.analyzer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.BuildLife;
import dev.plumbline.analyzer.build.Upload;
import dev.plumbline.analyzer.build.Uploads;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.score.BuildState.ClosedBy;
import dev.plumbline.model.wire.Packing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildRowCodecTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000000007Z");

    private static Upload upload(int number, Instant receivedAt) {
        return Upload.kept(
                UploadId.ofContent("upload " + number),
                receivedAt,
                ("record " + number).getBytes(StandardCharsets.UTF_8));
    }

    private static BuildRow.Live row() {
        var uploads = new Uploads(
                List.of(upload(1, NOON.minusSeconds(5)), upload(2, NOON), upload(3, NOON.minusNanos(3))),
                List.of(upload(4, NOON.minusSeconds(9))));
        var told = Told.of(List.of("one".getBytes(StandardCharsets.UTF_8)));
        return new BuildRow.Live(new BuildLife.Revised(uploads, 4, ClosedBy.DEADLINE), told, 7, 3);
    }

    @Test
    void aRowIsReadAsItWasWritten() {
        assertThat(BuildRowCodec.decode(BuildRowCodec.encode(row()))).isEqualTo(row());
    }

    @Test
    void soIsThatOfABuildThatIsOnlyHeardOf() {
        var announced = new BuildRow.Announced(2, NOON);

        assertThat(BuildRowCodec.decode(BuildRowCodec.encode(announced))).isEqualTo(announced);
        assertThat(BuildRowCodec.settled(BuildRowCodec.encode(announced))).isEqualTo(BuildRowCodec.encode(announced));
    }

    /// Data folders of the version before hold them.
    @Test
    void aRowOfTheFormWithoutAttemptsIsRead() {
        byte[] upload = "record 1".getBytes(StandardCharsets.UTF_8);
        var id = UploadId.ofContent("upload 1");
        var row = ByteBuffer.allocate(200)
                .put(new byte[] {3, 1, 0})
                .putInt(1)
                .putShort((short) 1)
                .put(HexFormat.of().parseHex(id.value()))
                .putLong(NOON.getEpochSecond())
                .putInt(NOON.getNano())
                .put(Packing.packed(upload));
        Told.NOTHING.put(row);
        row.putLong(7);

        var live = (BuildRow.Live) BuildRowCodec.decode(Arrays.copyOf(row.array(), row.position()));

        assertThat(live.life().uploads()).isEqualTo(new Uploads(List.of(Upload.kept(id, NOON, upload))));
        assertThat(live.pinned()).isEqualTo(7);
        assertThat(live.later()).isZero();
    }

    @Test
    void settlingTheBytesIsSettlingTheRow() {
        byte[] settled = BuildRowCodec.settled(BuildRowCodec.encode(row()));

        assertThat(BuildRowCodec.decode(settled)).isEqualTo(row().settled());
        assertThat(settled).isEqualTo(BuildRowCodec.encode(row().settled()));
        assertThat(BuildRowCodec.settled(settled)).isEqualTo(settled);
    }
}
