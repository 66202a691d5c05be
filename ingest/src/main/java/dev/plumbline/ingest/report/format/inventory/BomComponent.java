package dev.plumbline.ingest.report.format.inventory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One component of a CycloneDX document while it is being read.
final class BomComponent {
    private static final int LICENCES = 100;

    @Nullable
    String type;

    @Nullable
    String reference;

    @Nullable
    String group;

    @Nullable
    String name;

    @Nullable
    String version;

    @Nullable
    String purl;

    final List<String> licences = new ArrayList<>(1);

    void licence(@Nullable String named) {
        if (named != null && !named.isBlank() && licences.size() < LICENCES) {
            licences.add(named);
        }
    }
}
