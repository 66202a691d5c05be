package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.CodeXml.page;
import static dev.plumbline.ingest.report.format.findings.CodeXml.text;
import static dev.plumbline.ingest.report.format.findings.LinterXml.deep;
import static dev.plumbline.ingest.report.format.findings.LinterXml.each;
import static dev.plumbline.ingest.report.format.findings.LinterXml.line;

import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// XML reports of linters for .NET: FxCop, StyleCop, Roslynator, Gendarme, DupFinder.
final class DotnetXml {
    private DotnetXml() {}

    static List<XmlDialect> dialects() {
        return List.of(fxCop(), styleCop(), roslynator(), gendarme(), dupFinder());
    }

    /// FxCop and Visual Studio's code analysis. An issue is a place of a message; a message may be
    /// excluded.
    private static XmlDialect fxCop() {
        return CodeXml.of(
                "fxcop-xml",
                Tool.findings("fxcop"),
                "FxCopReport",
                page(
                        "FxCop, Visual Studio's code analysis, BinSkim's predecessor: FxCopReport",
                        "issues with check, level and place; excluded messages as suppressed; version",
                        "https://learn.microsoft.com/en-us/previous-versions/dotnet/netframework-3.0/bb429424(v=vs.80)"),
                (xml, sheet) -> {
                    sheet.version(xml.attribute("Version"));
                    String[] check = {"", ""};
                    deep(xml, () -> {
                        switch (xml.name()) {
                            case "Message" -> {
                                check[0] = xml.attribute("CheckId", "");
                                check[1] = xml.attribute("Status", "");
                            }
                            case "Issue" -> {
                                String folder = xml.attribute("Path", "");
                                String file = xml.attribute("File", "");
                                var entry = new Entry(
                                        check[0],
                                        switch (xml.attribute("Level", "")) {
                                            case "CriticalError" -> Severity.CRITICAL;
                                            case "Error" -> Severity.HIGH;
                                            case "CriticalWarning", "Warning" -> Severity.MEDIUM;
                                            case "Information", "Informational" -> Severity.INFO;
                                            default -> Severity.UNSTATED;
                                        },
                                        folder.isEmpty() ? file : folder + "\\" + file,
                                        line(xml, "Line"),
                                        "",
                                        State.OPEN);
                                sheet.add(entry.message(text(xml)).suppressed(check[1].equals("Excluded")));
                            }
                            default -> {
                                // assemblies, types, rules
                            }
                        }
                    });
                });
    }

    /// StyleCop's ViolationTask, StyleCopViolations.xml.
    private static XmlDialect styleCop() {
        return CodeXml.of(
                "stylecop-xml",
                Tool.findings("stylecop"),
                "StyleCopViolations",
                page(
                        "StyleCop: StyleCopViolations.xml",
                        "violations with rule and place",
                        "https://github.com/StyleCop/StyleCop#readme"),
                (xml, sheet) -> each(xml, "Violation", () -> {
                    var entry = new Entry(
                            xml.attribute("RuleId", xml.attribute("Rule", "")),
                            Severity.MEDIUM,
                            xml.attribute("Source", ""),
                            line(xml, "LineNumber"),
                            "",
                            State.OPEN);
                    sheet.add(entry.message(text(xml)));
                }));
    }

    /// Roslynator's Xml/DiagnosticXmlSerializer.cs: diagnostics by project; the summary in front names each rule
    /// once.
    private static XmlDialect roslynator() {
        return CodeXml.of(
                "roslynator-xml",
                Tool.findings("roslyn"),
                "Roslynator",
                page(
                        "roslynator analyze --output",
                        "diagnostics with rule, severity and place",
                        "https://josefpihrt.github.io/docs/roslynator/cli/commands/analyze/"),
                (xml, sheet) -> deep(xml, () -> {
                    if (xml.name().equals("Diagnostics")) {
                        each(xml, "Diagnostic", () -> {
                            Entry[] entry = {
                                new Entry(xml.attribute("Id", ""), Severity.UNSTATED, "", 0, "", State.OPEN)
                            };
                            deep(xml, () -> {
                                switch (xml.name()) {
                                    case "Severity" -> entry[0] = entry[0].severity(Levels.of(text(xml)));
                                    case "Message" -> entry[0] = entry[0].message(text(xml));
                                    case "FilePath" -> entry[0] = entry[0].path(text(xml));
                                    case "Location" -> entry[0] = entry[0].line(line(xml, "Line"));
                                    default -> {
                                        // the project's name, properties
                                    }
                                }
                            });
                            sheet.add(entry[0]);
                        });
                    }
                }));
    }

    /// Gendarme's XmlResultWriter.cs: defects by rule and target. A place is a path with its line in
    /// brackets.
    private static XmlDialect gendarme() {
        return CodeXml.of(
                "gendarme-xml",
                Tool.findings("gendarme"),
                "gendarme-output",
                page(
                        "gendarme --xml",
                        "defects with rule, severity and place",
                        "https://www.mono-project.com/docs/tools+libraries/tools/gendarme/"),
                (xml, sheet) -> {
                    String[] rule = {"", ""};
                    each(
                            xml,
                            "results",
                            () -> deep(xml, () -> {
                                switch (xml.name()) {
                                    case "rule" -> {
                                        rule[0] = xml.attribute("Name", "");
                                        rule[1] = "";
                                    }
                                    case "problem" -> rule[1] = text(xml);
                                    case "defect" -> {
                                        String source = xml.attribute("Source", "");
                                        int bracket = source.lastIndexOf('(');
                                        String line = bracket < 0
                                                ? ""
                                                : source.substring(bracket).replaceAll("\\D", "");
                                        sheet.add(new Entry(
                                                rule[0],
                                                Levels.of(xml.attribute("Severity", "")),
                                                bracket < 0 ? source : source.substring(0, bracket),
                                                line.matches("\\d{1,9}") ? Integer.parseInt(line) : 0,
                                                rule[1],
                                                State.OPEN));
                                    }
                                    default -> {
                                        // solutions, targets
                                    }
                                }
                            }));
                });
    }

    /// ReSharper's DupFinder.
    private static XmlDialect dupFinder() {
        return CodeXml.of(
                "dupfinder-xml",
                Tool.findings("dupfinder"),
                "DuplicatesReport",
                page(
                        "JetBrains DupFinder",
                        "duplicates with the place of the first fragment; version",
                        "https://www.jetbrains.com/help/resharper/2020.3/dupFinder.html"),
                (xml, sheet) -> {
                    sheet.version(xml.attribute("ToolsVersion"));
                    each(
                            xml,
                            "Duplicates",
                            () -> each(xml, "Duplicate", () -> {
                                String cost = xml.attribute("Cost", xml.attribute("cost", ""));
                                String[] path = {""};
                                int[] line = new int[1];
                                deep(xml, () -> {
                                    if (xml.name().equals("LineRange")) {
                                        line[0] = line[0] == 0 ? line(xml, "Start") : line[0];
                                    } else if (xml.name().equals("FileName")) {
                                        String file = text(xml);
                                        path[0] = path[0].isEmpty() ? file : path[0];
                                        sheet.file(file);
                                    }
                                });
                                sheet.add(new Entry(
                                        "duplicate", Severity.MEDIUM, path[0], line[0], "costs " + cost, State.OPEN));
                            }));
                });
    }
}
