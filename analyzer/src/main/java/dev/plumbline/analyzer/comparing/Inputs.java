package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.scoring.Held;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.standard.Combine;
import dev.plumbline.model.standard.Requirement;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The evidence that verdicts rest on. A kind is read when it is first asked for: most causes are found in
/// one or two.
public final class Inputs {
    /// Stands for whichever build a piece was carried from: rules ask only whether it was.
    private static final BuildId EARLIER = new BuildId("0".repeat(32));

    private static final Source NOTHING = (_, _) -> null;

    private final Source source;
    private final Supplier<Source> earlier;
    private final Set<Kind> carried;
    private final @Nullable Instant asOf;
    private final Map<Sought, Optional<Evidence>> read;
    private final Map<Kind, Combine> asked;

    /// Where the evidence lies.
    @FunctionalInterface
    public interface Source {
        /// {@return evidence of a kind, several reports combined; null where there is none}
        @Nullable
        Evidence of(Kind kind, Combine how);
    }

    private record Sought(Kind kind, Combine how) {}

    private Inputs(Source source, Supplier<Source> earlier, Set<Kind> carried, @Nullable Instant asOf) {
        this.source = source;
        this.earlier = earlier;
        this.carried = new HashSet<>(carried);
        this.asOf = asOf;
        this.read = new HashMap<>();
        this.asked = Map.of();
    }

    private Inputs(Inputs same, Map<Kind, Combine> asked) {
        this.source = same.source;
        this.earlier = same.earlier;
        this.carried = same.carried;
        this.asOf = same.asOf;
        this.read = same.read;
        this.asked = asked;
    }

    /// @param carried kinds that come from an earlier build
    /// @param asOf the moment at which it was judged
    public static Inputs of(Source all, Set<Kind> carried, Instant asOf) {
        return new Inputs(all, () -> NOTHING, carried, asOf);
    }

    /// @param own the build's own evidence
    /// @param carried what the build may have carried; asked for where it has none of its own
    /// @param asOf the moment at which it was judged
    public static Inputs readFrom(Source own, Supplier<Source> carried, Instant asOf) {
        return new Inputs(own, carried, Set.of(), asOf);
    }

    /// {@return the same evidence, judged at another moment}
    public Inputs at(Instant moment) {
        return new Inputs(this::of, () -> NOTHING, carried, moment);
    }

    /// {@return the same evidence as a rule reads it}
    public Inputs askedBy(List<Requirement> requirements) {
        @Nullable Map<Kind, Combine> other = null;
        for (var requirement : requirements) {
            for (var one : requirement.any()) {
                if (one.combine() != null) {
                    other = other == null ? new HashMap<>() : other;
                    other.put(one.kind(), one.combined());
                }
            }
        }
        return other == null ? this : new Inputs(this, Map.copyOf(other));
    }

    /// What is no longer kept.
    public static Inputs none() {
        return new Inputs(NOTHING, () -> NOTHING, Set.of(), null);
    }

    /// When it was judged; null where nothing of it is kept.
    @Nullable
    Instant asOf() {
        return asOf;
    }

    @Nullable
    Held held(Kind kind) {
        var piece = of(kind);
        return piece == null ? null : new Held(piece, carried.contains(kind) ? EARLIER : null);
    }

    Set<Kind> carried() {
        return carried;
    }

    /// {@return the evidence of a kind; null where there is none}
    public @Nullable Evidence of(Kind kind) {
        return of(kind, asked.getOrDefault(kind, Combine.MERGE));
    }

    private @Nullable Evidence of(Kind kind, Combine how) {
        return read.computeIfAbsent(new Sought(kind, how), this::looked).orElse(null);
    }

    private Optional<Evidence> looked(Sought sought) {
        var kind = sought.kind();
        var own = source.of(kind, sought.how());
        if (own != null || kind.aboutCode()) {
            return Optional.ofNullable(own);
        }
        carried.add(kind);
        return Optional.ofNullable(earlier.get().of(kind, sought.how()));
    }

    /// The rules of a tool that are known to have been run: by its settings and by the report itself. Null
    /// where nobody says, and for evidence that knows no rules.
    @Nullable
    Set<String> enabledRules(Kind findings) {
        if (!findings.family().equals("findings")) {
            return null;
        }
        var enabled = new TreeSet<String>();
        if (of(findings) instanceof FindingsEvidence report) {
            enabled.addAll(report.enabledRules());
        }
        if (of(Kind.settings(findings.qualifier())) instanceof SettingsEvidence settings) {
            enabled.addAll(settings.enabledRules());
        }
        return enabled.isEmpty() ? null : enabled;
    }

    /// Name and version of the tool behind a kind, for people.
    String tool(Kind kind) {
        var known = of(kind);
        if (known == null) {
            return "";
        }
        var run = known.source().tool();
        return run.version() == null ? run.name() : run.name() + " " + run.version();
    }
}
