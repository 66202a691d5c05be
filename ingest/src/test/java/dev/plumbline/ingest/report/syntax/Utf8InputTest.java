package dev.plumbline.ingest.report.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Utf8InputTest {
    private static final int[] TELLING = {
        0x00, 0x09, 0x1F, 0x20, 0x22, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBD, 0xBE, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0,
        0xE2, 0xED, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5, 0xFF
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void replaces_what_the_decoder_of_characters_replaces(long seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var file = new byte[random.nextInt(60)];
            for (int i = 0; i < file.length; i++) {
                file[i] = (byte) (random.nextInt(3) == 0 ? 'a' : TELLING[random.nextInt(TELLING.length)]);
            }
            sameAsDecoder(file);
        }
    }

    @Test
    void characters_across_the_ends_of_buffers_stay_whole() throws IOException {
        var text = new StringBuilder("a".repeat(16 * 1024 - 2));
        text.append("€𝄞é").append("ü".repeat(16 * 1024)).append('\u0001');
        sameAsDecoder(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Both look for the ends of plain stretches, each in its own way.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void long_files_of_plain_and_odd_stretches_come_out_alike(long seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            var file = new ByteArrayOutputStream();
            int plain = 1 + random.nextInt(100);
            boolean broken = random.nextBoolean();
            while (file.size() < 40_000) {
                file.writeBytes(
                        "plain, ".repeat(15).substring(0, random.nextInt(plain)).getBytes(StandardCharsets.UTF_8));
                if (broken && random.nextInt(4) == 0) {
                    file.write(TELLING[random.nextInt(TELLING.length)]);
                } else {
                    file.writeBytes(
                            "é€𝄞".substring(0, random.nextBoolean() ? 2 : 4).getBytes(StandardCharsets.UTF_8));
                }
            }
            sameAsDecoder(file.toByteArray());
        }
    }

    @Test
    void one_odd_byte_anywhere_among_plain_ones_is_seen() throws IOException {
        for (int odd : TELLING) {
            for (int at = 0; at < 90; at++) {
                byte[] file = "a".repeat(90).getBytes(StandardCharsets.UTF_8);
                file[at] = (byte) odd;
                sameAsDecoder(file);
            }
        }
    }

    @Test
    void one_odd_byte_among_ends_of_lines_is_seen() throws IOException {
        for (int odd = 0; odd < 256; odd++) {
            for (int at = 0; at < 40; at++) {
                byte[] file = "\n\ta\r\n".repeat(8).getBytes(StandardCharsets.UTF_8);
                file[at] = (byte) odd;
                sameAsDecoder(file);
                String text = new String(file, StandardCharsets.UTF_8)
                        .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "\uFFFD");
                assertThat(new Utf8Input(new ByteArrayInputStream(file)).readAllBytes())
                        .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 32, 40, 16 * 1024, 16 * 1024 + 1, 32 * 1024, 50_000})
    void plain_bytes_come_out_as_they_are(int length) throws IOException {
        sameAsDecoder("a".repeat(length).getBytes(StandardCharsets.UTF_8));
    }

    private static void sameAsDecoder(byte[] file) throws IOException {
        var expected = new DecodingReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8);
        String text = expected.readAllAsString();
        var bytes = new Utf8Input(new ByteArrayInputStream(file));
        assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(bytes.replaced()).isEqualTo(expected.replaced());
    }
}
