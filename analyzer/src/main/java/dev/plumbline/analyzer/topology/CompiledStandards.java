package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.StandardPublished;
import java.util.LinkedHashMap;
import java.util.Map;

/// Compiled standards by digest, shared by the tasks of the process: each of them gets every standard, and
/// compiling is the dear part. Bounded: the least recently used go.
public final class CompiledStandards {
    private static final int KEPT = 256;

    private final Map<Digest, CompiledStandard> byDigest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, CompiledStandard> eldest) {
            return size() > KEPT;
        }
    };

    public synchronized CompiledStandard compile(StandardPublished published) throws StandardRefused {
        var known = byDigest.get(published.digest());
        if (known != null) {
            return known;
        }
        var compiled = CompiledStandard.compile(published);
        byDigest.put(published.digest(), compiled);
        return compiled;
    }
}
