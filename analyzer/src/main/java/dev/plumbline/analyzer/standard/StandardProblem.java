package dev.plumbline.analyzer.standard;

/// One thing wrong with a standard or binding.
///
/// @param file the file's name; empty where the standard did not come from a file
/// @param line from 1; 0 where there is no file
/// @param column from 1, in the file, else in the expression; 0 where neither is known
/// @param pointer JSON pointer to the field, e.g. `/rules/3/assert/0/that`
/// @param message a sentence that names the rule and the field
public record StandardProblem(String file, int line, int column, String pointer, String message) {
    @Override
    public String toString() {
        String where = file.isEmpty() ? pointer : file;
        String position = line > 0 ? ":" + line + ":" + column : column > 0 ? ", column " + column : "";
        return where + position + ": " + message;
    }
}
