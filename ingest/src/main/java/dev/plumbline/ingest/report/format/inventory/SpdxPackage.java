package dev.plumbline.ingest.report.format.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One package of an SPDX document while it is being read.
final class SpdxPackage {
    @Nullable
    String id;

    @Nullable
    String name;

    @Nullable
    String version;

    @Nullable
    String purl;

    @Nullable
    String concluded;

    @Nullable
    String declared;

    /// What was concluded stands for what was declared, where anything was concluded.
    List<String> licences() {
        String licence = SpdxDocument.asserted(concluded) ? concluded : declared;
        return licence != null && SpdxDocument.asserted(licence) ? List.of(licence) : List.of();
    }

    int chars() {
        return length(id) + length(name) + length(version) + length(purl) + length(concluded) + length(declared);
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
