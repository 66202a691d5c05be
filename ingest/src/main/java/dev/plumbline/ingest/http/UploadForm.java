package dev.plumbline.ingest.http;

import dev.plumbline.http.Call;
import dev.plumbline.http.Problem;
import dev.plumbline.ingest.statement.BuildPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Attributes;
import org.jspecify.annotations.Nullable;

/// The parts of one upload. Closing removes what was spilled to disk.
final class UploadForm implements AutoCloseable {
    static final String BUILD = "build";
    private static final String EXAMPLE =
            "curl -F build='{\"repository\":{\"name\":\"owner/name\"},\"commit\":\"<40 hex digits>\",\"run\":\"1\",\"complete\":true}'"
                    + " -F coverage=@coverage.xml http://<host>/api/v1/builds";
    private static final int HEADER_BYTES = 8 * 1024;
    private static final int LABEL_CHARS = 200;

    private final MultiPartFormData.Parts parts;
    private final byte[] build;
    private final List<UploadedFile> files;

    private UploadForm(MultiPartFormData.Parts parts, byte[] build, List<UploadedFile> files) {
        this.parts = parts;
        this.build = build;
        this.files = List.copyOf(files);
    }

    /// @param spill a folder for parts that are too large for memory
    static UploadForm read(Call call, UploadLimits limits, Path spill) {
        String contentType = call.contentType();
        if (!contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw Problem.of(
                            415,
                            "not-multipart",
                            "Not multipart/form-data",
                            "An upload is a multipart form; this request is "
                                    + (contentType.isEmpty() ? "of no stated type." : "«" + contentType + "»."))
                    .with("fix", EXAMPLE);
        }
        MultiPartFormData.Parts parts = parts(call.request(), contentType, limits, spill);
        try {
            return new UploadForm(parts, build(parts), files(parts));
        } catch (Problem e) {
            parts.close();
            throw e;
        }
    }

    byte[] build() {
        return build;
    }

    List<UploadedFile> files() {
        return files;
    }

    @Override
    public void close() {
        parts.close();
    }

    private static MultiPartFormData.Parts parts(Request request, String contentType, UploadLimits limits, Path spill) {
        var config = new MultiPartConfig.Builder()
                .location(spill)
                .maxParts(limits.parts())
                .maxPartSize(limits.partBytes())
                .maxSize(limits.totalBytes())
                .maxMemoryPartSize(limits.partInMemory(request.getLength()))
                .maxHeadersSize(HEADER_BYTES)
                .useFilesForPartsWithoutFileName(true)
                .build();
        try {
            // not among the request's own attributes: there the server asks for the parts once more after the
            // answer, and breaks the connection off where they were refused
            return MultiPartFormData.getParts(request, new Attributes.Mapped(), contentType, config);
        } catch (CompletionException e) {
            throw refusal(e.getCause() == null ? e : e.getCause(), limits);
        }
    }

    /// Jetty tells limits apart by the words of its message only.
    private static Problem refusal(Throwable cause, UploadLimits limits) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof HttpException http && http.getCode() == 413) {
            return tooLarge("The request is larger than this server accepts.", limits);
        }
        if (cause instanceof IllegalStateException) {
            if (message.startsWith("Form with too many")) {
                return tooLarge("The upload has more than " + limits.parts() + " parts.", limits);
            }
            if (message.startsWith("max file size")) {
                return tooLarge("A part has more than " + limits.partBytes() + " bytes.", limits);
            }
            if (message.startsWith("max length")) {
                return tooLarge("The upload has more than " + limits.totalBytes() + " bytes.", limits);
            }
        }
        return Problem.badRequest("The body is no whole multipart form: " + message + ".")
                .with("fix", EXAMPLE);
    }

    private static Problem tooLarge(String detail, UploadLimits limits) {
        return Problem.of(413, "too-large", "Too large", detail)
                .with("limitParts", limits.parts())
                .with("limitPartBytes", limits.partBytes())
                .with("limitBytes", limits.totalBytes())
                .with(
                        "fix",
                        "Send the reports in several uploads of the same build; split a report that is too large alone.");
    }

    private static byte[] build(MultiPartFormData.Parts parts) {
        List<MultiPart.Part> builds = parts.getAll(BUILD);
        if (builds.size() != 1) {
            String detail = builds.isEmpty()
                    ? "The upload has no part «build», so it is not known what it belongs to."
                    : "The upload has " + builds.size() + " parts «build»; it belongs to exactly one build.";
            throw Problem.of(422, "build-part", "The build part was refused", detail)
                    .with("part", BUILD)
                    .with("fix", EXAMPLE);
        }
        try (InputStream in = stream(builds.getFirst())) {
            return in.readNBytes(BuildPart.MAX_BYTES + 1);
        } catch (IOException e) {
            throw Problem.unavailable("The build part could not be read back from this server's disk.");
        }
    }

    private static List<UploadedFile> files(MultiPartFormData.Parts parts) {
        var files = new ArrayList<UploadedFile>();
        var labels = new HashSet<String>();
        for (MultiPart.Part part : parts) {
            if (!BUILD.equals(part.getName())) {
                String name = clean(part.getName());
                String fileName = clean(part.getFileName());
                String label = unique(fileName != null ? fileName : name != null ? name : "unnamed", labels);
                files.add(new UploadedFile(
                        label, name == null ? label : name, fileName, part.getLength(), () -> stream(part)));
            }
        }
        return files;
    }

    private static InputStream stream(MultiPart.Part part) {
        return Content.Source.asInputStream(part.createContentSource());
    }

    /// A name without folders and control characters; null where nothing is left.
    private static @Nullable String clean(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("\\p{Cntrl}", "").strip();
        return clean.isEmpty() ? null : clean.substring(0, Math.min(clean.length(), LABEL_CHARS));
    }

    private static String unique(String label, Set<String> taken) {
        String candidate = label;
        for (int i = 2; !taken.add(candidate); i++) {
            candidate = label + " (" + i + ")";
        }
        return candidate;
    }
}
