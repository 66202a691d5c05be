package dev.plumbline.collect.python;

import java.util.List;

/// A class, as far as other files may ask for it.
///
/// @param bases their last names: `models.Model` is `Model`
/// @param fields name and annotation of each, `name: int`, in order
/// @param stored what of it lies in a database
/// @param made the model that a factory makes; empty where it says none
record ClassNote(
        String path, int line, String name, List<String> bases, List<String> fields, Stored stored, String made) {

    /// @param columns number of columns
    /// @param table whether it names a table, or says `table=True`
    /// @param prefix of the environment variables of settings
    record Stored(int columns, boolean table, String prefix) {}
}
