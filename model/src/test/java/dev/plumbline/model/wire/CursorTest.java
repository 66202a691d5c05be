package dev.plumbline.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.Samples;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The library's own reading is what ours is held against: the same values, and where it refuses, so does
/// the codec, with its words.
class CursorTest {
    private static final ObjectMapper LIBRARY = Json.mapper();
    private static final String SIGNS = "{}[]\",:0129-.eE\\u tfn\u0000\u00e4";

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private static @Nullable EvidenceReceived ours(byte[] bytes) {
        return Cursor.read(bytes, 0, bytes.length, BuildForms::upload);
    }

    private static Object codec(byte[] bytes) {
        try {
            return Codec.EVIDENCE_RECEIVED.decode(bytes);
        } catch (UndecodableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Object library(byte[] bytes) {
        try {
            return Json.MAPPER.readValue(bytes, EvidenceReceived.class);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void whatTheEncoderWritesIsReadWithoutTheLibrary() {
        assertThat(ours(Codec.EVIDENCE_RECEIVED.encode(Samples.upload()))).isEqualTo(Samples.upload());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyUploadIsReadAsTheLibraryReadsIt(long seed) throws IOException {
        var uploads = new RandomUploads(seed);
        for (int i = 0; i < 20; i++) {
            var upload = uploads.next();
            byte[] bytes = Codec.EVIDENCE_RECEIVED.encode(upload);

            var read = ours(bytes);

            assertThat(read).isEqualTo(upload);
            assertThat(read).isEqualTo(LIBRARY.readValue(bytes, EvidenceReceived.class));
            assertThat(Codec.EVIDENCE_RECEIVED.encode(upload)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void evidenceIsFoundWhereItStands(long seed) {
        var uploads = new RandomUploads(seed);
        for (int i = 0; i < 20; i++) {
            var upload = uploads.next();

            var read = EvidenceSlices.read(Codec.EVIDENCE_RECEIVED.encode(upload));

            assertThat(read.said()).isEqualTo(upload);
            var slices = Objects.requireNonNull(read.slices());
            for (var evidence : upload.evidence()) {
                long ofKind = upload.evidence().stream()
                        .filter(it -> it.kind().equals(evidence.kind()))
                        .count();
                assertThat(slices.only(evidence.kind()))
                        .isEqualTo(ofKind == 1 ? Codec.EVIDENCE.encode(evidence) : null);
            }
        }
    }

    @Test
    void evidenceOfAnotherVersionsRecordHasNoPlaces() {
        byte[] later = new String(Codec.EVIDENCE_RECEIVED.encode(Samples.upload()), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"later\":1,")
                .getBytes(StandardCharsets.UTF_8);

        var read = EvidenceSlices.read(later);

        assertThat(read.said()).isEqualTo(Samples.upload());
        assertThat(read.slices()).isNull();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void brokenBytesAreReadOrRefusedAsByTheLibrary(long seed) {
        var random = new Random(seed);
        var uploads = new RandomUploads(seed);
        for (int i = 0; i < 40; i++) {
            byte[] bytes = broken(Codec.EVIDENCE_RECEIVED.encode(uploads.next()), random);

            var read = ours(bytes);

            if (read != null) {
                assertThat(read).as(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(library(bytes));
            }
        }
    }

    private static byte[] broken(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        byte sign = (byte) SIGNS.charAt(random.nextInt(SIGNS.length()));
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] = sign;
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                longer[at] = sign;
                return longer;
            }
            default -> {
                int to = Math.min(bytes.length, at + 1 + random.nextInt(3));
                byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - at));
                System.arraycopy(bytes, to, shorter, at, bytes.length - to);
                return shorter;
            }
        }
        return bytes;
    }

    @Test
    void whereverItIsCutShortTheLibrarySaysWhatIsWrong() {
        byte[] whole = Codec.EVIDENCE_RECEIVED.encode(Samples.upload());
        for (int length = 0; length < whole.length; length++) {
            assertThat(ours(Arrays.copyOf(whole, length)))
                    .as("%s bytes", length)
                    .isNull();
        }
        assertThat(codec(Arrays.copyOf(whole, 40))).asString().contains("line 1");
    }

    @Test
    void whatALaterVersionWritesIsLeftToTheLibrary() {
        String sample = new String(Codec.EVIDENCE_RECEIVED.encode(Samples.upload()), StandardCharsets.UTF_8);
        byte[] later =
                sample.replace(",\"receipt\":", ",\"later\":[1],\"receipt\":").getBytes(StandardCharsets.UTF_8);

        assertThat(ours(later)).isNull();
        assertThat(codec(later)).isEqualTo(Samples.upload());
    }

    @Test
    void aPartOfTheBytesIsReadWithoutItsNeighbours() {
        for (var evidence : Samples.evidence()) {
            byte[] alone = Codec.EVIDENCE.encode(evidence);
            byte[] among = new byte[alone.length + 2];
            Arrays.fill(among, (byte) '}');
            System.arraycopy(alone, 0, among, 1, alone.length);

            Evidence read = Cursor.read(among, 1, 1 + alone.length, EvidenceForms::evidence);

            assertThat(read).isEqualTo(evidence);
            assertThat(Cursor.<Evidence>read(among, 1, alone.length, EvidenceForms::evidence))
                    .isNull();
            assertThat(Cursor.<Evidence>read(among, 1, alone.length + 2, EvidenceForms::evidence))
                    .isNull();
        }
    }
}
