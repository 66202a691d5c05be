package dev.plumbline.ingest.report.finding;

import dev.plumbline.ingest.report.syntax.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Paths from reports, as text only: nothing is ever opened under them. Slashes point forward, `.` and inner `..` are
/// resolved, and the checkout folder of well-known CI services is taken off. A longest common folder would not do: it
/// changes with the findings, and the same finding would look new.
public final class ReportPath {
    private static final int LIMIT_BYTES = 1_024;
    private static final List<Pattern> CHECKOUTS = List.of(
            // GitHub Actions: /home/runner/work/<name>/<name>/, on macOS /Users/runner/…, on Windows
            // D:/a/<name>/<name>/
            Pattern.compile("\\A/(?:home|Users)/runner/work/[^/]+/[^/]+/"),
            Pattern.compile("\\A/__w/[^/]+/[^/]+/"),
            Pattern.compile("\\A/github/workspace/"),
            Pattern.compile("\\A[A-Za-z]:/a/[^/]+/[^/]+/"),
            // Azure Pipelines
            Pattern.compile("\\A/home/vsts/work/[0-9]+/s/"),
            // GitLab, where the project lies in one group; deeper groups keep the rest
            Pattern.compile("\\A/builds/[^/]+/[^/]+/"),
            // CircleCI, Drone, Bitrise, Buildkite, Jenkins, Cloud Build
            Pattern.compile("\\A/(?:home/circleci|root)/project/"),
            Pattern.compile("\\A/drone/src/"),
            Pattern.compile("\\A/bitrise/src/"),
            Pattern.compile("\\A/var/lib/buildkite-agent/builds/[^/]+/[^/]+/[^/]+/"),
            Pattern.compile("\\A/(?:var/lib/jenkins|var/jenkins_home|home/jenkins)/(?:agent/)?workspace/[^/]+/"),
            Pattern.compile("\\A/workspace/"));

    /// With these the checkouts begin that are no drives.
    private static final List<String> ROOTS = List.of(
            "/home/",
            "/Users/",
            "/__w/",
            "/github/",
            "/builds/",
            "/root/",
            "/drone/",
            "/bitrise/",
            "/var/lib/",
            "/var/jenkins_home/",
            "/workspace/");

    private ReportPath() {}

    /// {@return the path below the checkout where that can be known, else the path as it is}
    public static String of(String raw) {
        String path = raw.strip().replace('\\', '/');
        if (path.regionMatches(true, 0, "file:", 0, 5)) {
            path = decoded(withoutHost(path.substring(5)));
        }
        if (drive(path)) {
            path = path.charAt(0) == '/' ? path.substring(1) : path;
            path = path.substring(0, 1).toUpperCase(Locale.ROOT) + path.substring(1);
        }
        path = resolved(path);
        return bounded(Texts.shown(absolute(path) ? belowCheckout(path) : path, LIMIT_BYTES));
    }

    private static String withoutHost(String path) {
        if (!path.startsWith("//")) {
            return path;
        }
        int slash = path.indexOf('/', 2);
        return slash < 0 ? "" : path.substring(slash);
    }

    /// `C:/`, with a slash before it or not.
    private static boolean drive(String path) {
        int at = path.startsWith("/") ? 1 : 0;
        if (!path.startsWith(":/", at + 1)) {
            return false;
        }
        char letter = path.charAt(at);
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }

    private static String belowCheckout(String path) {
        if (path.charAt(0) == '/' && ROOTS.stream().noneMatch(path::startsWith)) {
            return path;
        }
        for (Pattern checkout : CHECKOUTS) {
            var prefix = checkout.matcher(path);
            if (prefix.find()) {
                return path.substring(prefix.end());
            }
        }
        return path;
    }

    /// Like {@link #of}, for a path that is written as part of a URI.
    public static String ofUri(String uri) {
        return uri.regionMatches(true, 0, "file:", 0, 5) ? of(uri) : of(decoded(uri));
    }

    static boolean absolute(String path) {
        return path.startsWith("/") || path.length() > 2 && path.charAt(1) == ':' && drive(path);
    }

    private static String resolved(String path) {
        if (!path.contains("//") && !path.contains("./") && !path.endsWith(".") && !path.endsWith("/")) {
            return path;
        }
        boolean rooted = path.startsWith("/");
        var kept = new ArrayList<String>();
        for (String segment : path.split("/")) {
            boolean up = segment.equals("..");
            if (up && !kept.isEmpty() && !kept.getLast().equals("..")) {
                kept.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".") && !(up && rooted)) {
                kept.add(segment);
            }
        }
        return (rooted ? "/" : "") + String.join("/", kept);
    }

    private static String decoded(String uri) {
        if (uri.indexOf('%') < 0) {
            return uri;
        }
        byte[] bytes = uri.getBytes(StandardCharsets.UTF_8);
        var out = new java.io.ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            out.write(low < 0 ? bytes[i] : high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String bounded(String path) {
        if (path.length() <= LIMIT_BYTES / 3) {
            return path;
        }
        String cut = path;
        while (cut.getBytes(StandardCharsets.UTF_8).length > LIMIT_BYTES) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
