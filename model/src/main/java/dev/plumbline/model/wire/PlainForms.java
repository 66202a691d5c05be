package dev.plumbline.model.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.decision.Attestation;
import dev.plumbline.model.decision.Decision;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Rescore;
import dev.plumbline.model.decision.Revocation;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.MutationsEvidence;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Parent;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.standard.VersionRange;
import dev.plumbline.model.standard.Waivable;
import java.io.IOException;
import java.util.function.Function;

/// JSON forms of our types: identifiers are plain strings, a score is a number or `"unknown"`, and each sealed type
/// names its case in a property of its own.
final class PlainForms extends SimpleModule {
    private static final long serialVersionUID = 1;

    PlainForms() {
        super("plumbline");
        text(RepositoryId.class, RepositoryId::value, RepositoryId::new);
        text(RepositoryName.class, RepositoryName::value, RepositoryName::new);
        text(Component.class, Component::path, Component::new);
        text(CommitId.class, CommitId::sha, CommitId::new);
        text(BuildId.class, BuildId::value, BuildId::new);
        text(Digest.class, Digest::value, Digest::new);
        text(Kind.class, Kind::value, Kind::new);
        text(Format.class, Format::id, Format::new);
        text(UploadId.class, UploadId::value, UploadId::new);
        text(StandardId.class, StandardId::value, StandardId::new);
        text(RuleId.class, RuleId::value, RuleId::new);
        text(Version.class, Version::toString, Version::parse);
        text(VersionRange.class, VersionRange::text, VersionRange::new);
        text(Change.Id.class, Change.Id::value, Change.Id::new);
        text(ChangeGroup.class, ChangeGroup::value, ChangeGroup::new);
        text(DecisionId.class, DecisionId::value, DecisionId::parse);
        text(Reach.class, Reach::expression, Reach::parse);
        addSerializer(Score.class, new ScoreWriter());
        addDeserializer(Score.class, new ScoreReader());
        addSerializer(RuleResult.class, new ResultForms.OfResult());
        addSerializer(Outcome.class, new ResultForms.OfOutcome());
        setMixInAnnotation(Lineage.class, LineageCases.class);
        setMixInAnnotation(Evidence.class, EvidenceCases.class);
        setMixInAnnotation(Outcome.class, OutcomeCases.class);
        setMixInAnnotation(BuildState.class, BuildStateCases.class);
        setMixInAnnotation(Disposition.class, DispositionCases.class);
        setMixInAnnotation(Parent.class, ParentCases.class);
        setMixInAnnotation(Parameter.Value.class, ValueCases.class);
        setMixInAnnotation(Binding.Selection.class, SelectionCases.class);
        setMixInAnnotation(Waivable.class, WaivableCases.class);
        setMixInAnnotation(Decision.class, DecisionCases.class);
        setMixInAnnotation(Course.Effect.class, EffectCases.class);
        setMixInAnnotation(Waiver.Approval.class, ApprovalCases.class);
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(type, new TextWriter<>(write));
        addDeserializer(type, new TextReader<>(type, read));
        addKeySerializer(type, new TextKeyWriter<>(write));
        addKeyDeserializer(type, new TextKeyReader(read));
    }

    private static final class TextWriter<T> extends JsonSerializer<T> {
        private final Function<T, String> write;

        TextWriter(Function<T, String> write) {
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(write.apply(value));
        }
    }

    private static final class TextReader<T> extends JsonDeserializer<T> {
        private final Class<T> type;
        private final Function<String, T> read;

        TextReader(Class<T> type, Function<String, T> read) {
            this.type = type;
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, json));
            }
            try {
                return read.apply(json.getText());
            } catch (IllegalArgumentException e) {
                return type.cast(context.handleWeirdStringValue(type, json.getText(), "%s", e.getMessage()));
            }
        }
    }

    private static final class TextKeyWriter<T> extends JsonSerializer<T> {
        private final Function<T, String> write;

        TextKeyWriter(Function<T, String> write) {
            this.write = write;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(write.apply(value));
        }
    }

    private static final class TextKeyReader extends KeyDeserializer {
        private final Function<String, ?> read;

        TextKeyReader(Function<String, ?> read) {
            this.read = read;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return read.apply(key);
        }
    }

    private static final class ScoreWriter extends JsonSerializer<Score> {
        @Override
        public void serialize(Score score, JsonGenerator json, SerializerProvider provider) throws IOException {
            switch (score) {
                case Score.Known known -> json.writeNumber(known.basisPoints());
                case Score.Unknown _ -> json.writeString("unknown");
            }
        }
    }

    private static final class ScoreReader extends JsonDeserializer<Score> {
        @Override
        public Score deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return new Score.Known(json.getIntValue());
            }
            return json.getText().equals("unknown")
                    ? Score.UNKNOWN
                    : (Score) context.handleUnexpectedToken(Score.class, json);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Lineage.DefaultBranch.class, name = "default"),
        @JsonSubTypes.Type(value = Lineage.SideBranch.class, name = "branch"),
        @JsonSubTypes.Type(value = Lineage.ChangeRequest.class, name = "change")
    })
    private interface LineageCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ApiEvidence.class, name = "api"),
        @JsonSubTypes.Type(value = AuditEvidence.class, name = "audit"),
        @JsonSubTypes.Type(value = CoverageEvidence.class, name = "coverage"),
        @JsonSubTypes.Type(value = FactsEvidence.class, name = "facts"),
        @JsonSubTypes.Type(value = FindingsEvidence.class, name = "findings"),
        @JsonSubTypes.Type(value = InventoryEvidence.class, name = "inventory"),
        @JsonSubTypes.Type(value = MutationsEvidence.class, name = "mutations"),
        @JsonSubTypes.Type(value = SettingsEvidence.class, name = "settings"),
        @JsonSubTypes.Type(value = TestsEvidence.class, name = "tests")
    })
    private interface EvidenceCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Passed.class, name = "PASS"),
        @JsonSubTypes.Type(value = Outcome.Failed.class, name = "FAIL"),
        @JsonSubTypes.Type(value = Outcome.NotApplicable.class, name = "NOT_APPLICABLE"),
        @JsonSubTypes.Type(value = Outcome.Pending.class, name = "PENDING"),
        @JsonSubTypes.Type(value = Outcome.Missing.class, name = "MISSING"),
        @JsonSubTypes.Type(value = Outcome.Errored.class, name = "ERROR")
    })
    private interface OutcomeCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "phase")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = BuildState.Provisional.class, name = "provisional"),
        @JsonSubTypes.Type(value = BuildState.Final.class, name = "final")
    })
    private interface BuildStateCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "as")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Disposition.Attest.class, name = "attest"),
        @JsonSubTypes.Type(value = Disposition.Guidance.class, name = "guidance"),
        @JsonSubTypes.Type(value = Disposition.Tag.class, name = "tag"),
        @JsonSubTypes.Type(value = Disposition.RollUp.class, name = "rollup"),
        @JsonSubTypes.Type(value = Disposition.Inherit.class, name = "inherit")
    })
    private interface DispositionCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Parent.Resolved.class, name = "resolved"),
        @JsonSubTypes.Type(value = Parent.Unresolved.class, name = "unresolved")
    })
    private interface ParentCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Parameter.Value.Fraction.class, name = "double"),
        @JsonSubTypes.Type(value = Parameter.Value.Whole.class, name = "int"),
        @JsonSubTypes.Type(value = Parameter.Value.Text.class, name = "string"),
        @JsonSubTypes.Type(value = Parameter.Value.Flag.class, name = "bool"),
        @JsonSubTypes.Type(value = Parameter.Value.Texts.class, name = "list"),
        @JsonSubTypes.Type(value = Parameter.Value.Span.class, name = "duration")
    })
    private interface ValueCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "who")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Binding.Selection.Rest.class, name = "rest"),
        @JsonSubTypes.Type(value = Binding.Selection.Where.class, name = "where")
    })
    private interface SelectionCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "may")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Waivable.Never.class, name = "never"),
        @JsonSubTypes.Type(value = Waivable.UpTo.class, name = "up-to")
    })
    private interface WaivableCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "decision")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Waiver.class, name = "waiver"),
        @JsonSubTypes.Type(value = Attestation.class, name = "attestation"),
        @JsonSubTypes.Type(value = Revocation.class, name = "revocation"),
        @JsonSubTypes.Type(value = Rescore.class, name = "rescore")
    })
    private interface DecisionCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "does")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Course.Effect.Opens.class, name = "opens"),
        @JsonSubTypes.Type(value = Course.Effect.Closes.class, name = "closes"),
        @JsonSubTypes.Type(value = Course.Effect.Supersedes.class, name = "supersedes")
    })
    private interface EffectCases {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Waiver.Approval.Awaited.class, name = "awaited"),
        @JsonSubTypes.Type(value = Waiver.Approval.Given.class, name = "given")
    })
    private interface ApprovalCases {}
}
