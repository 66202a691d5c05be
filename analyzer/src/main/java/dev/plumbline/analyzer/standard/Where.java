package dev.plumbline.analyzer.standard;

/// Where in a standard or binding something stands, for people and for machines.
///
/// @param pointer JSON pointer to the field
/// @param label rule and field in words: `rule py.test.coverage, assertion line`
record Where(String pointer, String label) {
    StandardProblem problem(int column, String message) {
        return new StandardProblem("", 0, column, pointer, label.isEmpty() ? message : label + ": " + message);
    }

    Where at(String field, String words) {
        return new Where(
                pointer + "/" + field, label.isEmpty() ? words : words.isEmpty() ? label : label + ", " + words);
    }
}
