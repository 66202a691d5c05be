package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What linters make of JUnit XML: each puts rule and place into other attributes.
final class JunitLinters {
    /// Tools that name their test suites after themselves, ESLint and stylelint by the attribute `package`.
    static final List<String> NAMES = List.of(
            "ruff",
            "eslint",
            "stylelint",
            "flake8",
            "pylint",
            "mypy",
            "bandit",
            "semgrep",
            "rubocop",
            "phpstan",
            "psalm",
            "phpcs",
            "golangci-lint",
            "checkov",
            "tslint",
            "swiftlint",
            "yamllint",
            "cfn-lint",
            "trivy",
            "grype",
            "gitleaks",
            "biome",
            "oxlint",
            "luacheck",
            "redocly",
            "htmlhint",
            "csslint",
            "spectral");

    private static final String SUITE = "testsuite";
    private static final Pattern NAMED = Pattern.compile(
            "<testsuites?\\b[^>]{0,400}?\\b(?:name=[\"'](" + String.join("|", NAMES)
                    + "|php_codesniffer)(?: results| report| lint| tests| \\d[\\w.]{0,20})?[\"']"
                    + "|package=[\"'](?:org\\.|net\\.)?(eslint|stylelint|ruff|tslint|csslint|spectral)(?:\\.rules)?[\"'])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GOLANGCI =
            Pattern.compile("<testcase\\b[^>]{0,400}?\\bclassname=\"[^\"]{1,400}\\.go:\\d+:\\d+\"");
    private static final Pattern CHECKOV =
            Pattern.compile("<testcase\\b[^>]{0,400}?\\bname=\"\\[[A-Za-z]{0,20}\\]\\[CKV");
    private static final Set<String> WORDS = Set.of(
            "",
            "failure",
            "error",
            "warning",
            "info",
            "fatal",
            "high",
            "medium",
            "low",
            "undefined",
            "assertionerror",
            "description");
    private static final Pattern PLACE =
            Pattern.compile("\\A\\s*((?:[A-Za-z]:)?[^:\\n]{1,1000}):(\\d{1,9})(?::\\d+)?:?\\s*(?:\\n|\\z)");
    private static final Pattern LINE = Pattern.compile("\\b[Ll]ine:? ?(\\d{1,9})");
    private static final Pattern LEVEL = Pattern.compile(", (Error|Warning) - ");
    private static final Pattern BANDIT = Pattern.compile("Test ID: (B\\d{3})");
    private static final Pattern BANDIT_PLACE = Pattern.compile("Location (\\S{1,1000}):(\\d{1,9})");
    /// The templates of Trivy and Grype write the severity before the name of the vulnerability.
    private static final Pattern SCANNED = Pattern.compile("\\A\\[([A-Za-z]{3,20})\\] (\\S{1,200})\\z");

    /// PHP_CodeSniffer's name of a case, and what CSSLint puts before the excerpt.
    private static final Pattern SNIFF = Pattern.compile("\\A(\\S{1,200}) at (.{1,1000}) \\((\\d{1,9}):\\d{1,9}\\)\\z");

    private static final Pattern START = Pattern.compile("\\A\\s*(\\d{1,9}):\\d{1,9}:");
    private static final Pattern SHOWN = Pattern.compile("\\s*L(\\d{1,9}) \\|.*");
    private static final Pattern POINTED = Pattern.compile("\\s*\\^ (.{1,1000}) \\(([a-z][a-z0-9-]{1,80})\\)\\s*");

    private static final Pattern CHECK = Pattern.compile("\\A(?:\\[[A-Za-z]{0,20}\\])?\\[(CKV[A-Z0-9_]{1,40})\\]");

    private JunitLinters() {}

    /// @param suite name of the suite around
    record Case(String suite, String name, String classname, String file, String line) {}

    record Failure(String type, String message, String file, String line) {}

    /// {@return whose report this is; null where it is not a linter's}
    static @Nullable String tool(String head) {
        String name = named(head);
        if (name != null) {
            return name.equalsIgnoreCase("php_codesniffer") ? "phpcs" : name.toLowerCase(Locale.ROOT);
        }
        if (head.contains(".go:") && GOLANGCI.matcher(head).find()) {
            return "golangci-lint";
        }
        return head.contains("[CKV") && CHECKOV.matcher(head).find() ? "checkov" : null;
    }

    /// Where the pattern can begin is found sooner than by the pattern.
    private static @Nullable String named(String head) {
        Matcher named = NAMED.matcher(head);
        for (int at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
            if (head.regionMatches(true, at + 1, SUITE, 0, SUITE.length())
                    && named.region(at, head.length()).lookingAt()) {
                return named.group(1) == null ? named.group(2) : named.group(1);
            }
        }
        return null;
    }

    static Tool of(String name) {
        return name.equals("mypy") ? Tool.types(name) : Tool.findings(name);
    }

    /// mypy puts all its lines into one case, HTMLHint all of a file; all others make a case for each
    /// finding.
    static Stream<Entry> entries(Case failed, Failure failure, String text, Tool tool) {
        if (tool.name().equals("mypy")) {
            return text.lines().map(TextDialects.MYPY::entry).filter(Objects::nonNull);
        }
        if (tool.name().equals("htmlhint") && POINTED.matcher(text).find()) {
            return pointed(failed.name(), text);
        }
        return Stream.of(entry(failed, failure, text));
    }

    /// HTMLHint's excerpts, a line of the source each, and an arrow with the message below.
    private static Stream<Entry> pointed(String path, String text) {
        var entries = new ArrayList<Entry>();
        int number = 0;
        for (String line : text.lines().toList()) {
            Matcher shown = SHOWN.matcher(line);
            Matcher pointed = POINTED.matcher(line);
            if (shown.matches()) {
                number = Integer.parseInt(shown.group(1));
            } else if (pointed.matches()) {
                entries.add(new Entry(pointed.group(2), Severity.HIGH, path, number, pointed.group(1), State.OPEN));
            }
        }
        return entries.stream();
    }

    private static Entry entry(Case failed, Failure failure, String text) {
        String path = Stream.of(failed.file(), failure.file())
                .filter(given -> !given.isEmpty())
                .findFirst()
                .orElse("");
        String number = failed.line().isEmpty() ? failure.line() : failed.line();
        Matcher place = place(failed, text);
        if (path.isEmpty()) {
            path = place == null ? path(failed) : place.group(1);
        }
        if (number.isEmpty()) {
            String looked = text.isBlank() ? failure.message() : text;
            number = place != null ? place.group(2) : first(looked, LINE, START);
        }
        return new Entry(
                rule(failed, failure, text),
                severity(failed, failure, text),
                path,
                number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0,
                failure.message().isEmpty() ? text : failure.message(),
                State.OPEN);
    }

    private static @Nullable Matcher place(Case failed, String text) {
        Matcher bandit = BANDIT_PLACE.matcher(text);
        if (bandit.find()) {
            return bandit;
        }
        Matcher sniff = SNIFF.matcher(failed.name());
        if (sniff.find()) {
            Matcher sniffed = PLACE.matcher(sniff.group(2) + ":" + sniff.group(3));
            return sniffed.find() ? sniffed : null;
        }
        return Stream.of(failed.classname(), failed.name(), text)
                .map(PLACE::matcher)
                .filter(Matcher::find)
                .findFirst()
                .orElse(null);
    }

    private static String first(String text, Pattern... patterns) {
        return Stream.of(patterns)
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("0");
    }

    private static String path(Case failed) {
        return Stream.of(failed.suite(), failed.classname())
                .filter(name -> name.contains("/") || name.contains("\\") || name.matches("[^ ]{1,200}\\.[a-z]{1,5}"))
                .findFirst()
                .orElse("");
    }

    private static String rule(Case failed, Failure failure, String text) {
        for (Matcher id : List.of(BANDIT.matcher(text), CHECK.matcher(failed.name()), SNIFF.matcher(failed.name()))) {
            if (id.find()) {
                return id.group(1);
            }
        }
        Matcher scanned = SCANNED.matcher(failed.name());
        if (scanned.find()) {
            return scanned.group(2);
        }
        String type = failure.type().strip();
        if (!WORDS.contains(type.toLowerCase(Locale.ROOT))) {
            return type.startsWith("flake8 ") ? type.substring(7) : type;
        }
        String name =
                failed.name().replaceFirst("\\A(?:org\\.(?:ruff|eslint|stylelint|spectral)|net\\.csslint)\\.", "");
        if (name.startsWith("org.biome.")) {
            // as in Biome's other reports: lint/suspicious/noEmptyBlock
            return name.substring("org.biome.".length()).replace('.', '/');
        }
        return name.isEmpty() || PLACE.matcher(name).find() ? "unnamed" : name;
    }

    private static Severity severity(Case failed, Failure failure, String text) {
        Matcher level = LEVEL.matcher(text);
        Matcher scanned = SCANNED.matcher(failed.name());
        String word = level.find() ? level.group(1) : scanned.find() ? scanned.group(1) : failure.type();
        Severity stated = Severities.ofWord(word);
        return stated == Severity.UNSTATED ? Severity.HIGH : stated;
    }
}
