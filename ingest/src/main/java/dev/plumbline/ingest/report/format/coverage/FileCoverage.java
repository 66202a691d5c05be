package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.syntax.Allowance;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a report says of one file under test.
final class FileCoverage {
    private static final int BYTES = 160;

    private final Allowance allowance;
    private final FileLines lines = new FileLines();
    private @Nullable Marks branches;
    private @Nullable Marks statements;
    private @Nullable Marks methods;

    FileCoverage(Allowance allowance) {
        this.allowance = allowance;
    }

    void line(int number, boolean hit) {
        line(number, hit, 0, 0);
    }

    /// Branches that a report only counts, as the line's best value.
    void line(int number, boolean hit, int branchesCovered, int branchesTotal) {
        allowance.keep(lines.add(number, hit, branchesCovered, branchesTotal));
    }

    void lines(FileLines others) {
        allowance.keep(lines.addAll(others));
    }

    /// Accounts for lines that are kept elsewhere until it is known whether they count.
    void keep(int bytes) {
        allowance.keep(bytes);
    }

    /// Every line of a block.
    void block(int first, int last, boolean hit) {
        for (int number = first; number <= last; number++) {
            allowance.step();
            line(number, hit);
        }
    }

    /// A branch that a report names.
    ///
    /// @param branch what tells it from the other branches of its line
    void branch(int line, Object branch, boolean taken) {
        branches = kept(branches);
        allowance.keep(branches.add(place(line, branch), 1, taken));
    }

    void statement(Object statement, int weight, boolean hit) {
        statements = kept(statements);
        allowance.keep(statements.add(place(0, statement), weight, hit));
    }

    void method(Object method, boolean called) {
        methods = kept(methods);
        allowance.keep(methods.add(place(0, method), 1, called));
    }

    private Marks kept(@Nullable Marks marks) {
        if (marks == null) {
            allowance.keep(BYTES);
        }
        return Objects.requireNonNullElseGet(marks, Marks::new);
    }

    /// FNV-1a over the name, then spread over 48 bits.
    private static long place(int line, Object what) {
        long hash = (0xcbf29ce484222325L ^ line) * 0x100000001b3L;
        String text = what.toString();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L >>> 16;
    }

    FileLines lines() {
        return lines;
    }

    int branchesCovered() {
        return lines.branchesCovered() + (branches == null ? 0 : branches.reached());
    }

    int branchesTotal() {
        return lines.branchesTotal() + (branches == null ? 0 : branches.total());
    }

    @Nullable
    Marks statements() {
        return statements;
    }

    @Nullable
    Marks methods() {
        return methods;
    }
}
