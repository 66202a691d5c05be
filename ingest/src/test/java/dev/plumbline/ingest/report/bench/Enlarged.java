package dev.plumbline.ingest.report.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/// A large file from a small one of the same format: what repeats in it repeats more often, and its layout
/// stays as it is. What repeats is found by trying: the longest list, object or element first of those that
/// hold several things; at last under names of files that differ from copy to copy, for what readers unite.
final class Enlarged {
    private static final int TRIES = 60;
    private static final Pattern FILE_NAMES =
            Pattern.compile("(?m)(?:(?<= filename=\")|^(?:SF:)?)(?=[^\\s\"]{1,300}\\.\\w{1,5}(?::\\d|$|\"))");
    private static final String MARK = "\uFEFF";

    private Enlarged() {}

    /// @param good whether an enlarged file still says the same, only more of it
    static Optional<byte[]> to(int bytes, byte[] file, Predicate<byte[]> good) throws IOException {
        String text = new String(file, StandardCharsets.UTF_8);
        List<Stretch> stretches = repeatable(text).stream()
                .sorted(Comparator.comparing(Stretch::several)
                        .thenComparingInt(Stretch::length)
                        .reversed())
                .limit(TRIES)
                .toList();
        return Stream.concat(stretches.stream(), stretches.stream().map(stretch -> stretch.naming(text)))
                .map(stretch ->
                        stretch.repeated(text, times(bytes, text, stretch)).getBytes(StandardCharsets.UTF_8))
                .filter(good)
                .findFirst();
    }

    private static int times(int bytes, String text, Stretch stretch) {
        return Math.max(1, (bytes - text.length()) / Math.max(1, stretch.length()) + 1);
    }

    private static List<Stretch> repeatable(String text) throws IOException {
        String start = (text.startsWith(MARK) ? text.substring(1) : text).stripLeading();
        if (start.startsWith("<")) {
            try {
                return Stretches.ofXml(text);
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        }
        return start.startsWith("{") || start.startsWith("[") ? Stretches.ofJson(text) : List.of(Stretch.whole(text));
    }

    /// A part of a file that can stand there again and again.
    ///
    /// @param between what stands between two copies
    /// @param keys where the names begin that must differ from copy to copy
    record Stretch(int from, int to, int items, String between, List<Integer> keys) {
        static Stretch whole(String text) {
            return new Stretch(0, text.length(), 2, "", List.of());
        }

        boolean several() {
            return items > 1;
        }

        int length() {
            return to - from;
        }

        /// The same, with names of files that differ.
        Stretch naming(String text) {
            var names = FILE_NAMES
                    .matcher(text)
                    .region(from, to)
                    .useTransparentBounds(true)
                    .results();
            return new Stretch(
                    from, to, items, between, names.map(MatchResult::end).toList());
        }

        String repeated(String text, int times) {
            var all = new StringBuilder(text.substring(0, from));
            for (int copy = 0; copy < times; copy++) {
                all.append(copy == 0 ? "" : between);
                int at = from;
                for (int key : copy == 0 ? List.<Integer>of() : keys) {
                    all.append(text, at, key).append(copy).append('/');
                    at = key;
                }
                all.append(text, at, to);
            }
            return all.append(text, to, text.length()).toString();
        }
    }
}
