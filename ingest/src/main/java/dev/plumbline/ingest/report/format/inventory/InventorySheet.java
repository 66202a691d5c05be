package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One inventory while it is being read: its components, added up, and who wrote it.
final class InventorySheet {
    static final int NAME_CHARS = 300;
    static final int REFERENCE_CHARS = 1_000;
    private static final int VERSION_CHARS = 60;
    private static final int BYTES_PER_COMPONENT = 72;

    private final String specification;
    private final Allowance allowance;
    private final Notes notes = new Notes();
    private final MessageDigest sha256 = Digest.sha256();
    private final Set<Long> hashes = new HashSet<>();
    private final TreeMap<String, Integer> licences = new TreeMap<>();
    private final TreeMap<String, Long> figures = new TreeMap<>();
    private String version = "";
    private @Nullable String tool;
    private @Nullable String toolVersion;
    private @Nullable Instant created;
    private int components;
    private int unnamed;

    InventorySheet(String specification, Allowance allowance) {
        this.specification = specification;
        this.allowance = allowance;
    }

    Notes notes() {
        return notes;
    }

    Allowance allowance() {
        return allowance;
    }

    void version(@Nullable String stated) {
        version = stated == null ? version : Texts.shown(stated, VERSION_CHARS);
    }

    /// The first tool that is named is the one that wrote the inventory.
    void tool(@Nullable String name, @Nullable String stated) {
        if (tool == null && name != null && !name.isBlank()) {
            tool = Texts.shown(name, 100);
            toolVersion = stated == null || stated.isBlank() ? null : Texts.shown(stated, VERSION_CHARS);
        }
    }

    void created(@Nullable String stated) {
        created = moment(stated);
    }

    @Nullable
    Instant created() {
        return created;
    }

    int components() {
        return components;
    }

    /// @param key the package URL, else `name@version`; empty where the component has neither
    /// @param named licences as the inventory names them
    void component(String key, List<String> named) {
        allowance.keep(BYTES_PER_COMPONENT);
        components++;
        if (key.isEmpty()) {
            unnamed++;
        } else {
            hashes.add(Fingerprints.hash(sha256, key));
        }
        if (named.isEmpty()) {
            licence(InventoryEvidence.NO_LICENCE);
        } else if (named.size() == 1) {
            licence(named.getFirst());
        } else {
            named.stream().distinct().forEach(this::licence);
        }
    }

    private void licence(String name) {
        String shown = Texts.shown(name, NAME_CHARS);
        if (licences.merge(shown, 1, Integer::sum) == 1) {
            allowance.keep(BYTES_PER_COMPONENT + 2L * shown.length());
        }
    }

    /// One more of what is not a component.
    void count(String figure) {
        figures.merge(figure, 1L, Long::sum);
    }

    /// A figure that applies, though there may be none.
    void applies(String figure) {
        figures.putIfAbsent(figure, 0L);
    }

    static String key(@Nullable String purl, @Nullable String group, @Nullable String name, @Nullable String version) {
        if (purl != null && !purl.isBlank()) {
            return purl;
        }
        if (name == null || name.isBlank()) {
            return "";
        }
        return (group == null || group.isBlank() ? name : group + "/" + name) + "@" + (version == null ? "" : version);
    }

    static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    Source source(ReportReader reader, ReportInput input) {
        if (unnamed > 0) {
            notes.add(unnamed + " components have neither a package URL nor a name.");
        }
        var declared = input.declared().tool();
        String named = tool != null ? tool : declared.name() != null ? declared.name() : specification;
        var stated = new ToolRuns.Stated(named, toolVersion, Success.UNSTATED, null, null, created);
        return reader.source(input, ToolRuns.joined(stated, declared), notes);
    }

    InventoryEvidence evidence(Source source) {
        return new InventoryEvidence(
                Kind.INVENTORY,
                source,
                new InventoryEvidence.Specification(specification, version),
                components,
                licences,
                Fingerprints.of(hashes, Fingerprints.INVENTORY_LIMIT));
    }

    Figures.Builder figures() {
        int different = licences.size() - (licences.containsKey(InventoryEvidence.NO_LICENCE) ? 1 : 0);
        var builder = Figures.builder().put("components", components).put("licenses", different);
        figures.forEach(builder::put);
        return builder;
    }
}
