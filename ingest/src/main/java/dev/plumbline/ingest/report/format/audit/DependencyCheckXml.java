package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.function.Consumer;

/// OWASP dependency-check's XML ([its
/// schemas](https://github.com/dependency-check/DependencyCheck/tree/main/core/src/main/resources/schema)):
/// dependencies with identifiers, vulnerabilities and, beside them, those that a rule suppresses. A
/// vulnerability's own severity counts, not those of its scores.
final class DependencyCheckXml implements ReportReader {
    @Override
    public Format format() {
        return new Format("dependency-check-xml");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "an XML report of OWASP dependency-check";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "OWASP dependency-check",
                "schemas 1.3 to 4",
                "dependencies, their vulnerabilities with severity, suppressed ones; versions of tool and database, time",
                "the tool's reasons for its guesses, software listed as vulnerable, fixed versions, which it does not know",
                "https://github.com/dependency-check/DependencyCheck/tree/main/core/src/main/resources/schema");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.AUDIT);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition root = Looks.root(head, "analysis");
        boolean other = root instanceof Recognition.Match
                && head.shape() instanceof Shape.Xml xml
                && !xml.namespace().contains("dependency-check")
                && !head.has("<scanInfo")
                && !head.has("<projectInfo");
        return other ? Recognition.alike("its <analysis> has a namespace of dependency-check, here it has not") : root;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new AuditSheet("dependency-check", allowance);
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("analysis")) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <analysis>.");
            }
            new Body(xml, sheet).read();
            while (xml.next() != Step.DONE) {
                // comments and white space end a file
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input);
    }

    private static final class Body {
        private final XmlCursor xml;
        private final AuditSheet sheet;
        private boolean listed;

        Body(XmlCursor xml, AuditSheet sheet) {
            this.xml = xml;
            this.sheet = sheet;
        }

        void read() {
            children(name -> {
                switch (name) {
                    case "scanInfo" -> children(this::scan);
                    case "projectInfo" -> children(this::project);
                    case "dependencies" -> {
                        listed = true;
                        sheet.looked(0);
                        sheet.count("vulnerableDependencies", 0);
                        children(child -> dependency());
                    }
                    default -> xml.skip();
                }
            });
            if (!listed) {
                throw xml.wrong("The report has no <dependencies>.");
            }
        }

        /// Visits the elements inside the one on whose start the cursor stands. A visitor leaves the cursor
        /// on the end of the element that it visits.
        private void children(Consumer<String> child) {
            Step step = xml.next();
            while (step != Step.END && step != Step.DONE) {
                if (step == Step.START) {
                    child.accept(xml.name());
                }
                step = xml.next();
            }
        }

        private void scan(String name) {
            switch (name) {
                case "engineVersion" ->
                    sheet.version(Texts.shown(xml.text(Values.CHARS).strip(), 60));
                case "dataSource" -> {
                    String[] source = {"", ""};
                    children(field -> {
                        switch (field) {
                            case "name" -> source[0] = xml.text(Values.CHARS);
                            case "timestamp" ->
                                source[1] = xml.text(Values.CHARS).strip();
                            default -> xml.skip();
                        }
                    });
                    if (source[0].startsWith("NVD")) {
                        sheet.database(source[1]);
                    }
                }
                case "analysisExceptions" -> {
                    sheet.notes().add("The tool reports errors of its own analysis; dependencies can be missing.");
                    xml.skip();
                }
                default -> xml.skip();
            }
        }

        private void project(String name) {
            if (name.equals("reportDate")) {
                sheet.ran(xml.text(Values.CHARS).strip());
            } else {
                xml.skip();
            }
        }

        private void dependency() {
            sheet.looked(1);
            String[] place = {"", "", ""};
            int before = sheet.listed();
            children(name -> {
                switch (name) {
                    case "fileName" -> place[0] = xml.text(Values.CHARS).strip();
                    case "identifiers" -> children(kind -> identifier(kind, place));
                    case "vulnerabilities" -> vulnerabilities(place);
                    default -> xml.skip();
                }
            });
            sheet.count("vulnerableDependencies", sheet.listed() > before ? 1 : 0);
        }

        private void identifier(String kind, String[] place) {
            boolean maven = "maven".equals(xml.attribute("type"));
            children(name -> {
                boolean wanted = name.equals("id") && kind.equals("package") || name.equals("name") && maven;
                String text = wanted ? xml.text(Values.CHARS).strip() : "";
                if (!wanted) {
                    xml.skip();
                    return;
                }
                String raw = maven && name.equals("name")
                        ? "pkg:maven/"
                                + text.replaceFirst("\\A\\((.*)\\)\\z", "$1").replaceFirst(":([^:]*)\\z", "@$1")
                        : text;
                var purl = Purl.of(raw);
                if (place[1].isEmpty()) {
                    place[1] = purl.name();
                    place[2] = purl.version();
                }
            });
        }

        private void vulnerabilities(String[] place) {
            children(name -> {
                if (name.equals("suppressedVulnerability")) {
                    sheet.suppress();
                    xml.skip();
                } else if (name.equals("vulnerability")) {
                    vulnerability(place);
                } else {
                    xml.skip();
                }
            });
        }

        private void vulnerability(String[] place) {
            var flaw = new Flaw();
            children(name -> {
                switch (name) {
                    case "name" -> flaw.named(Texts.shown(xml.text(Values.CHARS).strip(), Values.CHARS));
                    case "severity" -> flaw.word(xml.text(Values.CHARS));
                    case "cvssScore" -> score(xml.text(Values.CHARS).strip(), flaw);
                    case "cvssV3", "cvssV2" -> scores(flaw);
                    default -> xml.skip();
                }
            });
            if (flaw.nameless()) {
                throw xml.wrong("A vulnerability has no name.");
            }
            sheet.add(flaw.in(place[1].isEmpty() ? place[0] : place[1], place[2]));
        }

        private void scores(Flaw flaw) {
            children(name -> {
                if (name.equals("baseScore") || name.equals("score")) {
                    score(xml.text(Values.CHARS).strip(), flaw);
                } else {
                    xml.skip();
                }
            });
        }

        private static void score(String text, Flaw flaw) {
            if (text.matches("\\d{1,2}(\\.\\d{1,3})?")) {
                flaw.score(Double.parseDouble(text));
            }
        }
    }
}
