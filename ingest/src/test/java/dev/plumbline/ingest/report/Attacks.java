package dev.plumbline.ingest.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files that no tool wrote: some of nothing, some of a real file and a seed.
final class Attacks {
    private static final Pattern JSON_NUMBER = Pattern.compile("(?<=[:\\[,]\\s?)-?[0-9][0-9.eE+-]*");
    private static final Pattern JSON_TEXT = Pattern.compile("(?<=[:\\[,]\\s?)\"(?:[^\"\\\\]|\\\\.){0,200}\"");
    private static final Pattern XML_VALUE = Pattern.compile("(?<==)\"[^\"<]{0,200}\"");
    private static final List<String> JSON_VALUES = List.of(
            "null",
            "{}",
            "[]",
            "\"\"",
            "-1",
            "1e308",
            "99999999999999999999",
            "2147483648",
            "0.5",
            "true",
            "[[]]",
            "{\"\":{}}",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "NaN",
            "\"a\\nb\"");
    private static final List<String> XML_VALUES = List.of(
            "\"\"",
            "\"-1\"",
            "\"NaN\"",
            "\"1e308\"",
            "\"99999999999999999999\"",
            "\"2147483648\"",
            "\"0.5\"",
            "\" \"",
            "\"&#10;\"",
            "\"&#65534;\"",
            "\"..\\..\\..\"",
            "\"file:///%zz\"",
            "\"∞\"");

    private Attacks() {}

    /// {@return name → file}
    static Map<String, String> ofNothing() {
        var files = new LinkedHashMap<String, String>();
        for (String small : List.of(
                "",
                " \n",
                "\uFEFF",
                "null",
                "true",
                "0",
                "\"\"",
                "[]",
                "{}",
                "[null]",
                "[[]]",
                "[{}]",
                "[1]",
                "[\"\"]",
                "{\"\":null}",
                "{}{}",
                "{}\n[]\n",
                "[}",
                "<a/>",
                "<a>",
                "</a>",
                "<",
                "{",
                "\"",
                "\u0000",
                "-",
                "---",
                "::",
                "1..0",
                "ok",
                "not ok",
                "SF:",
                "DA:1,1",
                "mode: set",
                "x.py:1:1: E1 x",
                "x.py:99999999999999999999: error: x",
                "\\ud800")) {
            files.put("«" + small.strip() + "»", small);
        }
        files.put("deep lists", "[".repeat(20_000));
        files.put("deep objects", "{\"a\":".repeat(20_000));
        files.put("deep elements", "<a>".repeat(20_000));
        files.put("long number", "[" + "9".repeat(100_000) + "]");
        files.put("infinite number", "[1e999999999]");
        files.put("no number", "[NaN,Infinity]");
        files.put("same keys", "{" + "\"a\":1,".repeat(10_000) + "\"a\":1}");
        files.put("long key", "{\"" + "k".repeat(100_000) + "\":1}");
        files.put("long text", "[\"" + "x".repeat(4_300_000) + "\"]");
        files.put("long line", "x".repeat(1_200_000));
        files.put("many lines", "x:1: y\n".repeat(50_000));
        files.put("many values", "{\"Action\":\"x\"}\n".repeat(30_000));
        files.put("many elements", "<a>" + "<b/>".repeat(50_000) + "</a>");
        files.put(
                "entities",
                "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]><a x=\"&b;\">&d;</a>");
        files.put("many attributes", "<a " + "b".repeat(100) + "=\"\" c=\"\"".repeat(100) + "/>");
        return files;
    }

    static byte[] cut(byte[] file, int sixteenths) {
        return Arrays.copyOf(file, (int) ((long) file.length * sixteenths / 16));
    }

    /// A handful of bits, or of bytes, are others.
    static byte[] flipped(byte[] file, long seed) {
        var random = new SplittableRandom(seed);
        byte[] flipped = file.clone();
        for (int i = 1 + random.nextInt(8); i > 0 && flipped.length > 0; i--) {
            int at = random.nextInt(flipped.length);
            flipped[at] =
                    random.nextBoolean() ? (byte) (flipped[at] ^ 1 << random.nextInt(8)) : (byte) random.nextInt(256);
        }
        return flipped;
    }

    /// One value in about eight is of another type or size; the file stays well-formed.
    static byte[] retyped(byte[] file, long seed) {
        var random = new SplittableRandom(seed);
        String text = new String(file, StandardCharsets.UTF_8);
        boolean xml = text.stripLeading().startsWith("<");
        String retyped = xml
                ? replaced(text, XML_VALUE, XML_VALUES, random)
                : replaced(replaced(text, JSON_NUMBER, JSON_VALUES, random), JSON_TEXT, JSON_VALUES, random);
        return retyped.getBytes(StandardCharsets.UTF_8);
    }

    /// A piece of the file stands where another was, as after a torn write.
    static byte[] spliced(byte[] file, long seed) {
        var random = new SplittableRandom(seed);
        int length = Math.max(1, file.length / 8);
        int from = random.nextInt(Math.max(1, file.length - length));
        int to = random.nextInt(Math.max(1, file.length - length));
        byte[] spliced = file.clone();
        System.arraycopy(file, from, spliced, to, Math.min(length, file.length - Math.max(from, to)));
        return spliced;
    }

    private static String replaced(String text, Pattern value, List<String> others, SplittableRandom random) {
        return value.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        random.nextInt(8) == 0 ? others.get(random.nextInt(others.size())) : match.group()));
    }
}
