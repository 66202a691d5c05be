package dev.plumbline.model.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the evidence of each kind stands in an upload's record. Finding the places goes over the bytes
/// once and makes nothing of them, so that who asks for one kind of many does not pay for all.
public final class EvidenceSlices {
    private static final String EVIDENCE = "evidence";
    private static final String KIND = "kind";

    private final byte[] record;
    private final List<Slice> slices;

    private record Slice(Kind kind, int from, int to) {}

    private EvidenceSlices(byte[] record, List<Slice> slices) {
        this.record = record;
        this.slices = slices;
    }

    /// An upload, and where its evidence stands.
    ///
    /// @param slices null where the record is not as our encoder writes it
    public record Read(EvidenceReceived said, @Nullable EvidenceSlices slices) {}

    /// {@return what a record says and the places, found in one go}
    ///
    /// @throws UndecodableException when the bytes are no record
    public static Read read(byte[] record) {
        var slices = new ArrayList<Slice>();
        var said = Cursor.read(
                record,
                0,
                record.length,
                in -> BuildForms.upload(in, (kind, from, to) -> slices.add(new Slice(kind, from, to))));
        return said == null
                ? new Read(Codec.EVIDENCE_RECEIVED.decode(record), null)
                : new Read(said, new EvidenceSlices(record, slices));
    }

    /// @throws UndecodableException when the bytes are no record
    public static EvidenceSlices of(byte[] record) {
        try (var json = Json.MAPPER.createParser(record)) {
            var slices = new ArrayList<Slice>();
            if (json.nextToken() == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    boolean evidence = json.currentName().equals(EVIDENCE);
                    if (json.nextToken() == JsonToken.START_ARRAY && evidence) {
                        list(json, slices);
                    } else {
                        json.skipChildren();
                    }
                }
            }
            return new EvidenceSlices(record, List.copyOf(slices));
        } catch (IOException e) {
            throw new UndecodableException("the bytes are no upload: " + e.getMessage(), e);
        }
    }

    private static void list(JsonParser json, List<Slice> slices) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            int from = (int) json.currentTokenLocation().getByteOffset();
            var kind = kind(json);
            int to = (int) json.currentLocation().getByteOffset();
            if (kind != null) {
                slices.add(new Slice(new Kind(kind), from, to));
            }
        }
    }

    /// Goes to the end of the object.
    private static @Nullable String kind(JsonParser json) throws IOException {
        @Nullable String kind = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean named = json.currentName().equals(KIND);
            if (json.nextToken() == JsonToken.VALUE_STRING && named) {
                kind = json.getText();
            } else {
                json.skipChildren();
            }
        }
        return kind;
    }

    /// {@return the evidence of one kind, in the order of the record}
    public List<Evidence> of(Kind kind) {
        return slices.stream()
                .filter(slice -> slice.kind().equals(kind))
                .map(slice -> Codec.EVIDENCE.decode(record, slice.from(), slice.to()))
                .toList();
    }

    /// {@return the evidence of one kind as it stands in the record; null where there is none or several}
    public byte @Nullable [] only(Kind kind) {
        @Nullable Slice only = null;
        for (var slice : slices) {
            if (slice.kind().equals(kind)) {
                if (only != null) {
                    return null;
                }
                only = slice;
            }
        }
        return only == null ? null : Arrays.copyOfRange(record, only.from(), only.to());
    }
}
