package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.Vulnerability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One entry of an audit, put together as its fields come.
///
/// How bad it is: the tool's own word decides, also where it says that it does not know; where it has no
/// word, its CVSS score does; where it has no score, its CVSS vector of version 2 or 3. Words beyond those
/// of {@link Severities}:
///
/// | ours | words |
/// |---|---|
/// | HIGH | important |
/// | INFO | negligible, unimportant |
/// | UNSTATED | unknown, undefined, unassigned and every other word |
final class Flaw {
    private static final int NAMES = 50;
    private static final String GITHUB = "github.com/advisories/";
    private static final List<String> SHARED = List.of(
            "CVE-", "GHSA-", "PYSEC-", "RUSTSEC-", "GO-", "MAL-", "OSV-", "GMS-", "SNYK-", "HSEC-", "RSEC-", "EEF-");

    private final List<String> names = new ArrayList<>();
    private final List<String> fixed = new ArrayList<>();
    private final List<String> vectors = new ArrayList<>();
    private String packageName = "";
    private String version = "";
    private @Nullable Severity word;
    private @Nullable Severity score;
    private @Nullable Severity vector;

    /// A name of this very vulnerability.
    void named(String name) {
        if (!name.isBlank() && names.size() < NAMES && !names.contains(name)) {
            names.add(name);
        }
    }

    /// A name that may be that of a bulletin on many vulnerabilities, or of a class of them: taken only
    /// when its scheme names single vulnerabilities.
    void perhapsNamed(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        for (String scheme : SHARED) {
            if (upper.startsWith(scheme)) {
                named(name);
                return;
            }
        }
    }

    /// An address that may be that of an advisory of GitHub, whose name stands in it.
    void address(String address) {
        int at = address.indexOf(GITHUB);
        if (at >= 0) {
            int from = at + GITHUB.length();
            int to = from;
            while (to < address.length()
                    && (Character.isLetterOrDigit(address.charAt(to)) || address.charAt(to) == '-')) {
                to++;
            }
            perhapsNamed(address.substring(from, to));
        }
    }

    boolean nameless() {
        return names.isEmpty();
    }

    List<String> names() {
        return names;
    }

    Flaw in(String name, String versionOfIt) {
        packageName = name.isEmpty() ? packageName : name;
        version = versionOfIt.isEmpty() ? version : versionOfIt;
        return this;
    }

    String packageName() {
        return packageName;
    }

    String version() {
        return version;
    }

    void fixed(String versions) {
        if (!versions.isEmpty() && fixed.size() < NAMES) {
            fixed.add(versions);
        }
    }

    List<String> fixedList() {
        return fixed;
    }

    boolean fixable() {
        return !fixed.isEmpty();
    }

    void word(String said) {
        if (!said.isBlank()) {
            word = switch (said.strip().toLowerCase(Locale.ROOT)) {
                case "important" -> Severity.HIGH;
                case "negligible", "unimportant" -> Severity.INFO;
                default -> Severities.ofWord(said);
            };
        }
    }

    /// The worst of several counts.
    void score(double value) {
        if (value >= 0 && value <= 10) {
            score = worse(score, Severities.ofScore(value));
        }
    }

    void vector(String said) {
        vectors.add(said);
        if (vectors.size() == NAMES) {
            weigh();
        }
    }

    /// Most entries have a word or a score, and their vectors are never needed.
    private void weigh() {
        for (String said : vectors) {
            Double value = Cvss.score(said);
            if (value != null) {
                vector = worse(vector, Severities.ofScore(value));
            }
        }
        vectors.clear();
    }

    private static Severity worse(@Nullable Severity before, Severity now) {
        return before == null || now.compareTo(before) < 0 ? now : before;
    }

    Severity severity() {
        if (word != null) {
            return word;
        }
        if (score != null) {
            return score;
        }
        weigh();
        return vector == null ? Severity.UNSTATED : vector;
    }

    Vulnerability vulnerability() {
        return new Vulnerability(
                names.isEmpty() ? "" : names.getFirst(),
                names.isEmpty() ? List.of() : names.subList(1, names.size()),
                Texts.shown(packageName, Values.CHARS),
                Texts.shown(version, Values.CHARS),
                severity(),
                fixed.size() < 2 ? fixed : fixed.stream().distinct().toList());
    }
}
