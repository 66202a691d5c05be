package dev.plumbline.collect.project;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The headings of a README in Markdown or reStructuredText, in their order.
final class Headings {
    private static final Pattern ATX = Pattern.compile("^ {0,3}#{1,6}[ \\t]+(.{1,200})$");
    private static final Pattern UNDERLINE = Pattern.compile("^([=\\-~^\"*+])\\1{2,}[ \\t]*$");
    private static final int LINES = 20_000;

    private Headings() {}

    static List<String> of(String text) {
        var headings = new ArrayList<String>();
        boolean fenced = false;
        String before = "";
        for (String line : text.lines().limit(LINES).toList()) {
            if (line.startsWith("```") || line.startsWith("~~~")) {
                fenced = !fenced;
            }
            if (!fenced) {
                var atx = ATX.matcher(line);
                if (atx.matches()) {
                    headings.add(plain(atx.group(1)));
                } else if (UNDERLINE.matcher(line).matches() && titles(before)) {
                    headings.add(plain(before));
                }
            }
            before = line;
        }
        return headings;
    }

    private static boolean titles(String line) {
        String text = line.strip();
        return !text.isEmpty() && text.length() <= 200 && Character.isLetterOrDigit(text.codePointAt(0));
    }

    private static String plain(String heading) {
        return heading.replaceAll("[#*`_]+", "").strip();
    }
}
