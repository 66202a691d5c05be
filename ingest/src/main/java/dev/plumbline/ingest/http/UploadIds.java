package dev.plumbline.ingest.http;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.wire.Codec;
import java.util.List;
import java.util.stream.Collectors;

/// The identity of an upload: what it says of its build, and for each piece of evidence the report's digest,
/// the kind, the format and the tool run. Not the names of parts, not their order, not the time, and not who
/// sent it.
final class UploadIds {
    private static final Codec<Build> BUILD = Codec.of(Build.class);

    private UploadIds() {}

    static UploadId of(Build build, List<Evidence> evidence) {
        return UploadId.ofContent(BUILD.digest(build) + "\n"
                + evidence.stream().map(UploadIds::line).sorted().collect(Collectors.joining("\n")));
    }

    private static String line(Evidence evidence) {
        var source = evidence.source();
        return String.join(
                "\t",
                source.report().value(),
                evidence.kind().value(),
                source.format().id(),
                source.tool().toString());
    }
}
