package dev.plumbline.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Samples;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.AliasRegistered;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Rescore;
import dev.plumbline.model.decision.Revocation;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.PublicationWithdrawn;
import dev.plumbline.model.standard.StandardPublished;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {

    static Stream<Arguments> everyRecordOfTheLog() {
        return Stream.of(
                Arguments.of(Codec.EVIDENCE_RECEIVED, Samples.upload()),
                Arguments.of(Codec.STANDARD, Samples.standard()),
                Arguments.of(Codec.BINDING, Samples.binding()),
                Arguments.of(
                        Codec.STANDARD_PUBLISHED,
                        new StandardPublished(Samples.standard(), Samples.DIGEST, Samples.NOON, "ada")),
                Arguments.of(
                        Codec.BINDING_PUBLISHED,
                        new BindingPublished(Samples.binding(), Samples.DIGEST, Samples.NOON, "ada")),
                Arguments.of(
                        Codec.PUBLICATION_WITHDRAWN,
                        new PublicationWithdrawn("binding:default:1", Samples.DIGEST, Samples.NOON, "ada")),
                Arguments.of(Codec.DECISION, Samples.waiver()),
                Arguments.of(Codec.DECISION, Samples.waiver().approved("grace", Samples.NOON.plusSeconds(60))),
                Arguments.of(Codec.DECISION, Samples.attestation()),
                Arguments.of(
                        Codec.DECISION,
                        new Revocation(
                                Samples.waiver().id(), Samples.waiver().reach(), "Done.", "grace", Samples.NOON)),
                Arguments.of(
                        Codec.DECISION,
                        new Rescore(
                                DecisionId.parse("rescore:" + Samples.ULID),
                                new Reach.Everywhere(),
                                "A reader was wrong.",
                                "root",
                                Samples.NOON)),
                Arguments.of(Codec.CATALOG_ENTRY, Samples.catalogEntry()),
                Arguments.of(
                        Codec.ALIAS_REGISTERED,
                        new AliasRegistered(new RepositoryId("github:1"), new RepositoryId("name:local/a/b"))),
                Arguments.of(Codec.BUILD_SCORED, Samples.scored()),
                Arguments.of(Codec.CHANGE, Samples.change()),
                Arguments.of(
                        Codec.CHANGE, Samples.change().in(Samples.rescoring().group())),
                Arguments.of(Codec.RESCORING_FINISHED, Samples.rescoring()));
    }

    @ParameterizedTest
    @MethodSource("everyRecordOfTheLog")
    <T> void whatIsWrittenReadsBackEqualAndWritesTheSameBytes(Codec<T> codec, T value) {
        byte[] bytes = codec.encode(value);

        T back = codec.decode(bytes);

        assertThat(back).isEqualTo(value);
        assertThat(codec.encode(back)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"id\":\"x\"}",
                "{\"repository\":\"github:1\",\"repository\":\"github:2\"}",
                "{\"repository\":\"github:1\",\"name\":\"a/b\",\"aliases\":[],\"parts\":[]} trailing",
                "{\"repository\":\"no id\",\"name\":\"a/b\",\"aliases\":[],\"parts\":[]}",
                "{\"repository\":\"github:1\",\"aliases\":[],\"parts\":[]}"
            })
    void bytesThatAreNoRecordAreRefusedWithAReason(String text) {
        assertThatThrownBy(() -> Codec.CATALOG_ENTRY.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("CatalogEntry");
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        String later = new String(Codec.CATALOG_ENTRY.encode(Samples.catalogEntry()), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"later\":{\"a\":[1]},");

        assertThat(Codec.CATALOG_ENTRY.decode(later.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Samples.catalogEntry());
    }

    @Test
    void absentValuesAreNotWritten() {
        assertThat(new String(Codec.CATALOG_ENTRY.encode(Samples.catalogEntry()), StandardCharsets.UTF_8))
                .doesNotContain("null");
    }

    @Test
    void aListThatIsNotThereIsEmptyAndAnEmptyOneIsNotWritten() {
        var bare = "{\"repository\":\"github:1\",\"name\":\"a/b\"}".getBytes(StandardCharsets.UTF_8);

        var entry = Codec.CATALOG_ENTRY.decode(bare);

        assertThat(entry.parts()).isEmpty();
        assertThat(Codec.CATALOG_ENTRY.encode(entry)).isEqualTo(bare);
    }

    @Test
    void anUnknownFactIsNotAnEmptyOne() {
        var codec = Codec.of(Subject.class);
        var nothing = new Subject(List.of(), null, null, null);

        assertThat(codec.decode(codec.encode(nothing))).isEqualTo(nothing);
        assertThat(codec.decode(codec.encode(Subject.UNKNOWN))).isEqualTo(Subject.UNKNOWN);
    }
}
