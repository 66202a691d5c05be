package dev.plumbline.analyzer.build;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildKey;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.LineSets;
import dev.plumbline.model.evidence.Receipt;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.wire.Codec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Small builds and evidence for tests.
public final class Given {
    public static final RepositoryId REPOSITORY = new RepositoryId("github:7");
    public static final Instant TEN = Instant.parse("2026-11-01T10:00:00Z");
    public static final Lineage MAIN = new Lineage.DefaultBranch("main");

    private Given() {}

    public static CommitId commit(int number) {
        return new CommitId("%040x".formatted(number));
    }

    public static Source source(String part, String tool, @Nullable String version, String content) {
        return new Source(
                part,
                Digest.ofText(content),
                new Format("some-format"),
                "some-format@1",
                ToolRun.of(tool, version),
                List.of());
    }

    /// @param covered per file, the lines that are covered of the lines 1 to `lines`
    public static CoverageEvidence coverage(int lines, Map<String, List<Integer>> covered) {
        SortedMap<Long, SortedMap<Integer, Boolean>> files = new TreeMap<>();
        covered.forEach((file, hit) -> {
            var of = new TreeMap<Integer, Boolean>();
            for (int line = 1; line <= lines; line++) {
                of.put(line, hit.contains(line));
            }
            files.put(Fingerprints.hash(file), of);
        });
        int hits = covered.values().stream().mapToInt(List::size).sum();
        var totals = new CoverageTotals(hits, lines * covered.size(), 0, 0, covered.size());
        return new CoverageEvidence(
                Kind.COVERAGE,
                source("coverage.xml", "coverage.py", "7.6", new TreeMap<>(covered) + "/" + lines),
                totals,
                totals,
                LineSets.of(files));
    }

    /// Of a hundred lines so many are covered.
    public static CoverageEvidence coverage(int percent) {
        var covered = new ArrayList<Integer>();
        for (int line = 1; line <= percent; line++) {
            covered.add(line);
        }
        return coverage(100, Map.of("app.py", covered));
    }

    public static TestsEvidence tests(List<String> passed, List<String> failed) {
        var names = new HashSet<Long>();
        passed.forEach(name -> names.add(Fingerprints.hash(name)));
        failed.forEach(name -> names.add(Fingerprints.hash(name)));
        return new TestsEvidence(
                Kind.UNIT_TESTS,
                source("junit.xml", "pytest", "8.3", passed + "/" + failed),
                new TestTotals(passed.size() + failed.size(), failed.size(), 0, 0, 0, 0),
                null,
                TestTimes.NONE,
                failed.stream()
                        .map(name -> new TestCase(name, TestCase.State.FAILED, "no"))
                        .toList(),
                Fingerprints.of(names, Fingerprints.TESTS_LIMIT));
    }

    public static FindingsEvidence ruff(String version, Map<String, Integer> open) {
        var prints = new HashSet<Long>();
        open.forEach((rule, count) -> {
            for (int i = 0; i < count; i++) {
                prints.add(Fingerprints.hash(rule + i));
            }
        });
        return new FindingsEvidence(
                Kind.findings("ruff"),
                source("ruff.json", "ruff", version, version + new TreeMap<>(open)),
                open.entrySet().stream()
                        .map(entry -> new FindingGroup(
                                entry.getKey(),
                                FindingGroup.Area.SOURCE,
                                Severity.MEDIUM,
                                entry.getValue(),
                                0,
                                List.of()))
                        .toList(),
                Fingerprints.of(prints, Fingerprints.FINDINGS_LIMIT),
                List.of());
    }

    public static SettingsEvidence ruffSettings(String... rules) {
        return new SettingsEvidence(
                Kind.settings("ruff"),
                source("ruff-settings.txt", "ruff", "0.14", Arrays.toString(rules)),
                List.of(rules),
                Map.of());
    }

    public static AuditEvidence audit(Instant auditedAt) {
        return new AuditEvidence(
                Kind.AUDIT,
                source("audit.json", "pip-audit", "2.7", auditedAt.toString()),
                auditedAt,
                12,
                List.of(),
                List.of(),
                0);
    }

    public static Said commitBuild(int commit) {
        return new Said(commit, TEN, "run-" + commit, 1, MAIN, List.of(), false, List.of(), BuildTimes.UNSTATED);
    }

    /// An upload in the making.
    public record Said(
            int commit,
            Instant receivedAt,
            String run,
            int attempt,
            Lineage lineage,
            List<Kind> expects,
            boolean complete,
            List<Evidence> evidence,
            BuildTimes times) {

        public Said at(String time) {
            return new Said(
                    commit,
                    Instant.parse("2026-11-" + time + ":00Z"),
                    run,
                    attempt,
                    lineage,
                    expects,
                    complete,
                    evidence,
                    times);
        }

        public Said at(Instant moment) {
            return new Said(commit, moment, run, attempt, lineage, expects, complete, evidence, times);
        }

        public Said run(String other, int nextAttempt) {
            return new Said(commit, receivedAt, other, nextAttempt, lineage, expects, complete, evidence, times);
        }

        public Said on(Lineage other) {
            return new Said(commit, receivedAt, run, attempt, other, expects, complete, evidence, times);
        }

        public Said expecting(Kind... kinds) {
            return new Said(commit, receivedAt, run, attempt, lineage, List.of(kinds), complete, evidence, times);
        }

        public Said completing() {
            return new Said(commit, receivedAt, run, attempt, lineage, expects, true, evidence, times);
        }

        public Said with(Evidence... more) {
            return new Said(commit, receivedAt, run, attempt, lineage, expects, complete, List.of(more), times);
        }

        /// By the sender's clock.
        public Said started(Instant moment) {
            var stated = new BuildTimes(moment, null);
            return new Said(commit, receivedAt, run, attempt, lineage, expects, complete, evidence, stated);
        }

        public BuildKey key() {
            return new BuildKey(REPOSITORY, Component.ROOT, Given.commit(commit), run, attempt);
        }

        public EvidenceReceived received() {
            var build = new Build(
                    key(), new RepositoryName("acme/payments"), lineage, times, expects, complete, Subject.UNKNOWN);
            return new EvidenceReceived(
                    UploadId.ofContent(key() + " " + expects + complete + lineage + times
                            + evidence.stream().map(Codec.EVIDENCE::digest).toList()),
                    build,
                    evidence,
                    new Receipt(receivedAt, "ci", false));
        }

        public byte[] record() {
            return Codec.EVIDENCE_RECEIVED.encode(received());
        }

        public Upload upload() {
            return Upload.of(record());
        }
    }
}
