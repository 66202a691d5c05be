package dev.plumbline.analyzer.build;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.tests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.AssembledBuild.Piece;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Combine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UploadOrderTest {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /// Seven uploads that overlap, disagree, and say «complete» somewhere.
    private static List<Given.Said> uploads() {
        return List.of(
                commitBuild(1).at(TEN).expecting(Kind.COVERAGE).with(coverage(10, Map.of("a", List.of(1, 2)))),
                commitBuild(1).at(TEN.plusSeconds(1)).with(coverage(10, Map.of("a", List.of(2, 3), "b", List.of(1)))),
                commitBuild(1).at(TEN.plusSeconds(2)).with(tests(List.of("x", "y"), List.of("z"))),
                commitBuild(1).at(TEN.plusSeconds(3)).with(tests(List.of("z"), List.of("y"))),
                commitBuild(1)
                        .at(TEN.plusSeconds(4))
                        .with(ruff("0.14", Map.of("F401", 2)), ruffSettings("F401", "S608")),
                commitBuild(1)
                        .at(TEN.plusSeconds(5))
                        .with(ruff("0.15", Map.of("F401", 1, "S608", 1)), ruffSettings("F401")),
                commitBuild(1).at(TEN.plusSeconds(6)).completing().with(audit(TEN)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOrderWithAnyRepetitionGivesTheSameBuild(long seed) {
        var random = new Random(seed);
        var order = new ArrayList<Given.Said>();
        uploads().forEach(upload -> {
            order.add(upload);
            for (int again = random.nextInt(3); again > 0; again--) {
                order.add(upload.at(upload.receivedAt().plusSeconds(random.nextInt(86_400))));
            }
        });
        Collections.shuffle(order, random);
        var expected = folded(uploads());

        var life = folded(order);

        assertThat(life.uploads()).isEqualTo(expected.uploads());
        assertThat(life.asOf(WINDOW)).isEqualTo(expected.asOf(WINDOW));
        assertThat(life.isClosed()).isTrue();
        assertThat(AssembledBuild.of(life.uploads())).isEqualTo(AssembledBuild.of(expected.uploads()));
    }

    /// Causes are found with it: what an earlier build was judged on must be what is read of it later.
    @Test
    void theEvidenceAloneIsThatOfTheWholeBuild() {
        var uploads = new Uploads(uploads().stream().map(Given.Said::upload).toList());
        var whole = AssembledBuild.of(uploads).evidence();
        var kept = new Uploads(uploads.list().stream()
                .map(upload -> Upload.kept(upload.id(), upload.receivedAt(), upload.record()))
                .toList());

        assertThat(whole).hasSizeGreaterThan(1);
        for (var how : Combine.values()) {
            whole.forEach((kind, piece) -> assertThat(AssembledBuild.evidenceOf(kept, kind, how))
                    .isEqualTo(piece.by(how).evidence()));
            assertThat(AssembledBuild.evidenceOf(kept, new Kind("findings:unheard-of"), how))
                    .isNull();
        }
    }

    /// A record of one upload is named by itself, several by what all of them are called.
    @Test
    void aPieceNamesTheRecordsThatItCameIn() {
        var all = uploads().stream().map(Given.Said::upload).toList();

        var pieces = AssembledBuild.of(new Uploads(all)).evidence();

        assertThat(pieces).extractingByKey(Kind.AUDIT).returns(all.getLast().digest(), Piece::record);
        assertThat(pieces).extractingByKey(Kind.COVERAGE).returns(nameOf(all.get(0), all.get(1)), Piece::record);
        assertThat(pieces).extractingByKey(Kind.UNIT_TESTS).returns(nameOf(all.get(2), all.get(3)), Piece::record);
    }

    private static Digest nameOf(Upload one, Upload other) {
        return Digest.ofText(Stream.of(one, other)
                .map(upload -> upload.digest().value())
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    @Test
    void allFiveThousandAndFortyOrdersOfSevenUploadsGiveTheSameBuild() {
        var all = uploads().stream().map(Given.Said::upload).toList();
        var expected = AssembledBuild.of(new Uploads(all));
        var asOf = TEN.plusSeconds(6);
        var seen = new int[1];

        permute(new ArrayList<>(all), 0, order -> {
            var life = BuildLife.begin();
            for (var upload : order) {
                life = life.receive(upload);
            }
            seen[0]++;
            assertThat(life.isClosed()).isTrue();
            assertThat(life.revision()).isEqualTo(7);
            assertThat(life.asOf(WINDOW)).isEqualTo(asOf);
            assertThat(AssembledBuild.of(life.uploads())).isEqualTo(expected);
        });

        assertThat(seen[0]).isEqualTo(5_040);
    }

    private interface Visit {
        void order(List<Upload> order);
    }

    private static void permute(List<Upload> list, int from, Visit visit) {
        if (from == list.size()) {
            visit.order(list);
            return;
        }
        for (int i = from; i < list.size(); i++) {
            Collections.swap(list, from, i);
            permute(list, from + 1, visit);
            Collections.swap(list, from, i);
        }
    }

    private static BuildLife folded(List<Given.Said> order) {
        var life = BuildLife.begin();
        for (var said : order) {
            life = life.receive(said.upload());
        }
        return life;
    }
}
