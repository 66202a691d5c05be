package dev.plumbline.ingest.http;

import dev.plumbline.http.Problem;
import dev.plumbline.ingest.report.ReportRefused;
import dev.plumbline.ingest.report.syntax.Where;

/// Refusals of report files as problem details.
final class Refusals {
    private Refusals() {}

    static Problem of(ReportRefused refused) {
        Problem problem = Problem.of(
                        422,
                        "report-refused",
                        "A report was refused",
                        "Part «" + refused.part() + "», " + refused.where() + ": " + refused.what()
                                + " Nothing of this upload was kept.")
                .with("part", refused.part());
        if (refused.format() != null) {
            problem = problem.with("format", refused.format());
        }
        problem = switch (refused.where()) {
            case Where.Whole _ -> problem;
            case Where.Place place -> problem.with("line", place.line()).with("column", place.column());
            case Where.Offset offset -> problem.with("byte", offset.octet());
        };
        return problem.with("position", refused.where()).with("fix", refused.fix());
    }
}
