package dev.plumbline.model.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.plumbline.model.catalog.AliasRegistered;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.decision.Decision;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.PublicationWithdrawn;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardPublished;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Records to JSON bytes and back. Encoding is deterministic: fields in declared order, maps sorted by key,
/// absent values left out; equal records give equal bytes. Reading ignores fields it does not know.
public final class Codec<T> {
    public static final Codec<EvidenceReceived> EVIDENCE_RECEIVED =
            new Codec<>(EvidenceReceived.class, BuildForms::upload);
    public static final Codec<Evidence> EVIDENCE = new Codec<>(Evidence.class, EvidenceForms::evidence);
    public static final Codec<Standard> STANDARD = new Codec<>(Standard.class);
    public static final Codec<Binding> BINDING = new Codec<>(Binding.class);
    public static final Codec<StandardPublished> STANDARD_PUBLISHED = new Codec<>(StandardPublished.class);
    public static final Codec<BindingPublished> BINDING_PUBLISHED = new Codec<>(BindingPublished.class);
    public static final Codec<PublicationWithdrawn> PUBLICATION_WITHDRAWN = new Codec<>(PublicationWithdrawn.class);
    public static final Codec<CatalogEntry> CATALOG_ENTRY = new Codec<>(CatalogEntry.class);
    public static final Codec<AliasRegistered> ALIAS_REGISTERED = new Codec<>(AliasRegistered.class);
    public static final Codec<Decision> DECISION = new Codec<>(Decision.class);
    public static final Codec<BuildScored> BUILD_SCORED = new Codec<>(BuildScored.class);
    public static final Codec<Change> CHANGE = new Codec<>(Change.class);
    public static final Codec<RescoringFinished> RESCORING_FINISHED = new Codec<>(RescoringFinished.class);

    private final String what;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    private final @Nullable Function<Cursor, T> form;

    private Codec(Class<T> type) {
        this(type, null);
    }

    /// @param form how the records are read that stand as our encoder writes them; null where the library
    ///     reads all
    private Codec(Class<T> type, @Nullable Function<Cursor, T> form) {
        this.form = form;
        this.what = type.getSimpleName();
        this.writer = Json.MAPPER.writerFor(type);
        this.reader = Json.MAPPER.readerFor(type);
    }

    /// A codec for a record of a service's own, under the same rules.
    public static <T> Codec<T> of(Class<T> type) {
        return new Codec<>(type);
    }

    public byte[] encode(T value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every " + what + " must have a JSON form; this one has none.", e);
        }
    }

    /// @throws UndecodableException when the bytes are no JSON form of the type
    public T decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    /// @throws UndecodableException when the bytes from one place up to another are no JSON form of the
    /// type
    T decode(byte[] bytes, int from, int to) {
        T read = form == null ? null : Cursor.read(bytes, from, to, form);
        return read == null ? byLibrary(bytes, from, to) : read;
    }

    private T byLibrary(byte[] bytes, int from, int to) {
        try {
            T value = reader.readValue(bytes, from, to - from);
            if (value == null) {
                throw new UndecodableException("the bytes are null, not a " + what, new IOException("null"));
            }
            return value;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new UndecodableException("the bytes are no " + what + where + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UndecodableException("the bytes are no " + what + ": " + e.getMessage(), e);
        }
    }

    /// {@return the digest of the encoded form}
    public Digest digest(T value) {
        return Digest.of(encode(value));
    }
}
