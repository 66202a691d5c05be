package dev.plumbline.analyzer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.BuildLife;
import dev.plumbline.analyzer.build.Upload;
import dev.plumbline.analyzer.build.Uploads;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.score.BuildState.ClosedBy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
        var uploads =
                new Uploads(List.of(upload(1, NOON.minusSeconds(5)), upload(2, NOON), upload(3, NOON.minusNanos(3))));
        var told = Told.of(List.of("one".getBytes(StandardCharsets.UTF_8)));
        return new BuildRow.Live(new BuildLife.Revised(uploads, 4, ClosedBy.DEADLINE), told, 7);
    }

    @Test
    void aRowIsReadAsItWasWritten() {
        assertThat(BuildRowCodec.decode(BuildRowCodec.encode(row()))).isEqualTo(row());
    }

    @Test
    void settlingTheBytesIsSettlingTheRow() {
        byte[] settled = BuildRowCodec.settled(BuildRowCodec.encode(row()));

        assertThat(BuildRowCodec.decode(settled)).isEqualTo(row().settled());
        assertThat(settled).isEqualTo(BuildRowCodec.encode(row().settled()));
        assertThat(BuildRowCodec.settled(settled)).isEqualTo(settled);
    }
}
