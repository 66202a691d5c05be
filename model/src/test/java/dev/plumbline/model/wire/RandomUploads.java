package dev.plumbline.model.wire;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildKey;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.LineSets;
import dev.plumbline.model.evidence.MutationTotals;
import dev.plumbline.model.evidence.MutationsEvidence;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.Receipt;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.TimeSpread;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.evidence.Vulnerability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Uploads of every shape: what may be absent is at times, lists are empty or long, texts hold any letter.
final class RandomUploads {
    private static final List<String> TEXTS = List.of(
            "",
            "plain",
            "a \"quoted\" one",
            "back\\slash\\",
            "line\nbreak\ttab\u0001",
            "Größe ≥ 3",
            "日本語のテスト名",
            "\uD83D\uDE80 rocket",
            "replaced \uFFFD",
            "eight ch",
            "seven c\"",
            "x".repeat(200),
            "{\"not\":[\"json\"]}",
            "\u007F",
            "/a/b");

    private final Random random;

    RandomUploads(long seed) {
        this.random = new Random(seed);
    }

    EvidenceReceived next() {
        return new EvidenceReceived(
                UploadId.ofContent(String.valueOf(random.nextLong())),
                build(),
                list(9, this::evidence),
                new Receipt(moment(), text(), random.nextBoolean()));
    }

    private Build build() {
        var started = moment();
        var key = new BuildKey(
                new RepositoryId("github:" + (1 + number(10_000))),
                random.nextBoolean() ? Component.ROOT : new Component("services/billing"),
                new CommitId(Digest.ofText(text()).hex().substring(0, random.nextBoolean() ? 40 : 64)),
                "run/" + number(1_000_000),
                1 + number(9));
        return new Build(
                key,
                new RepositoryName("acme/repository-" + number(50)),
                lineage(),
                new BuildTimes(maybe(() -> started), maybe(() -> started.plusNanos(1 + number(Integer.MAX_VALUE)))),
                list(3, this::kind),
                random.nextBoolean(),
                new Subject(
                        maybe(() -> list(3, this::text)),
                        maybe(this::text),
                        maybe(() -> list(3, this::text)),
                        maybe(this::text)));
    }

    private Lineage lineage() {
        return switch (number(3)) {
            case 0 -> new Lineage.DefaultBranch(text());
            case 1 -> new Lineage.SideBranch(text());
            default ->
                new Lineage.ChangeRequest(
                        text(),
                        text(),
                        maybe(() -> new CommitId("0123456789abcdef0123456789abcdef01234567")),
                        maybe(random::nextInt));
        };
    }

    private Evidence evidence() {
        var kind = kind();
        var source = source();
        return switch (number(9)) {
            case 0 -> new ApiEvidence(kind, source, new ApiTotals(9, number(9), number(9), number(9), number(99)));
            case 1 -> {
                var found = list(3, this::vulnerability);
                yield new AuditEvidence(
                        kind, source, moment(), number(99), list(3, this::text), found, found.size() + number(9));
            }
            case 2 ->
                new CoverageEvidence(
                        kind, source, coverage(), maybe(this::coverage), new LineSets(text(), random.nextBoolean()));
            case 3 -> facts(kind, source);
            case 4 -> new FindingsEvidence(kind, source, list(4, this::group), fingerprints(), list(4, this::text));
            case 5 ->
                new InventoryEvidence(
                        kind,
                        source,
                        new InventoryEvidence.Specification(text(), text()),
                        99,
                        map(number(2) * 260, this::count),
                        fingerprints());
            case 6 ->
                new MutationsEvidence(
                        kind, source, new MutationTotals(45, number(9), number(9), number(9), number(9), number(9)));
            case 7 -> new SettingsEvidence(kind, source, list(20, this::text), map(3, this::text));
            default -> {
                long p50 = random.nextLong(1L << 40);
                yield new TestsEvidence(
                        kind,
                        source,
                        tests(),
                        maybe(this::tests),
                        new TestTimes(
                                p50,
                                p50 + number(9),
                                2 * p50 + 9,
                                random.nextLong(1_000_000_000_000_000_000L),
                                maybe(() -> TimeSpread.of(new long[] {p50, 2 * p50}, 2))),
                        list(3, () -> new TestCase(text(), any(TestCase.State.values()), text())),
                        fingerprints());
            }
        };
    }

    private FactsEvidence facts(Kind kind, Source source) {
        return new FactsEvidence(
                kind,
                source,
                map(200, this::count),
                map(3, () -> list(2, this::position)),
                new FactsEvidence.Project(
                        map(3, this::count), list(3, this::text), map(3, this::text), list(3, this::text)));
    }

    private Source source() {
        return new Source(
                text(),
                Digest.ofText(text()),
                new Format(any("junit", "ruff-json", "cyclonedx-json")),
                text(),
                new ToolRun(
                        text(),
                        maybe(this::text),
                        maybe(random::nextInt),
                        any(ToolRun.Success.values()),
                        maybe(this::moment),
                        maybe(this::moment),
                        maybe(this::moment)),
                list(2, this::text));
    }

    private Vulnerability vulnerability() {
        return new Vulnerability(
                text(), list(2, this::text), text(), text(), any(Severity.values()), list(2, this::text));
    }

    private FindingGroup group() {
        return new FindingGroup(
                text(),
                any(FindingGroup.Area.values()),
                any(Severity.values()),
                count(),
                count(),
                list(3, this::position));
    }

    private Position position() {
        return new Position(text(), random.nextInt(), text());
    }

    private CoverageTotals coverage() {
        int lines = count();
        return new CoverageTotals(lines, Math.max(lines, number(9)), 0, count(), count());
    }

    private TestTotals tests() {
        return new TestTotals(count(), count(), count(), count(), count(), count());
    }

    private Fingerprints fingerprints() {
        return new Fingerprints(text(), number(90), random.nextBoolean());
    }

    private Kind kind() {
        return new Kind(any("coverage", "tests:unit", "findings:ruff", "types:mypy", "audit", "sbom", "facts"));
    }

    private int count() {
        return random.nextInt(4) == 0 ? random.nextInt(Integer.MAX_VALUE) : number(200);
    }

    /// In years of four digits, as the encoder's own form has them.
    private Instant moment() {
        return Instant.ofEpochSecond(
                random.nextLong(-3_000_000_000L, 200_000_000_000L), random.nextInt(3) == 0 ? number(1_000_000_000) : 0);
    }

    private String text() {
        return random.nextInt(3) == 0 ? any(TEXTS.toArray(new String[0])) : "word-" + number(400);
    }

    private int number(int below) {
        return random.nextInt(below);
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[number(values.length)];
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> list(int most, Supplier<T> element) {
        var list = new ArrayList<T>();
        for (int left = number(most + 1); left > 0; left--) {
            list.add(element.get());
        }
        return list;
    }

    private <T> SortedMap<String, T> map(int most, Supplier<T> value) {
        var map = new TreeMap<String, T>();
        for (int left = number(most + 1); left > 0; left--) {
            map.put("some.name" + number(1_000), value.get());
        }
        return map;
    }
}
