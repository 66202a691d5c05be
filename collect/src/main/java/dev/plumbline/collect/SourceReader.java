package dev.plumbline.collect;

import dev.plumbline.collect.syntax.Language;
import java.util.List;

/// Reads the sources of one language: each file alone, then what takes all of them. Holds no state; files are read by
/// several threads at once.
///
/// @param <N> what is noted of a file for the end
public interface SourceReader<N> {
    /// What its files count under: `python`.
    String language();

    /// The grammar of a file that this reader reads.
    Language grammar(SourcePath path);

    /// Whether a file is a source of this language, as its name says.
    boolean reads(SourcePath path);

    N read(SourceFile file, Tally tally);

    /// @param all of every file, in the order of their paths
    void conclude(List<N> all, Tally tally);
}
