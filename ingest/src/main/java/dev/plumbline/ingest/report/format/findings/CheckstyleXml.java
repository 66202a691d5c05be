package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Severity;
import java.util.LinkedHashMap;
import java.util.Map;

/// Checkstyle's XMLLogger.java, which many linters write too. The attribute `source` names the rule, and by
/// its beginning the tool: Checkstyle's own is the class of a check, whose package and ending `Check` are
/// taken off.
final class CheckstyleXml {
    private static final String OWN = "checkstyle";
    /// beginning of `source` → tool
    private static final Map<String, String> TOOLS = tools();

    private CheckstyleXml() {}

    private static Map<String, String> tools() {
        var tools = new LinkedHashMap<String, String>();
        tools.put("com.puppycrawl.tools.checkstyle.", OWN);
        tools.put("com.github.sevntu.", OWN);
        tools.put("eslint.rules.", "eslint");
        tools.put("stylelint.rules.", "stylelint");
        tools.put("stylelint.", "stylelint");
        tools.put("tslint.", "tslint");
        tools.put("jshint.", "jshint");
        tools.put("detekt.", "detekt");
        tools.put("standard:", "ktlint");
        tools.put("swiftlint.rules.", "swiftlint");
        tools.put("ShellCheck.", "shellcheck");
        tools.put("org.scalastyle.", "scalastyle");
        tools.put("com.sksamuel.scapegoat.", "scapegoat");
        tools.put("credo.", "credo");
        tools.put("rubocop.", "rubocop");
        tools.put("PSR", "phpcs");
        tools.put("Squiz.", "phpcs");
        tools.put("Generic.", "phpcs");
        tools.put("PEAR.", "phpcs");
        return tools;
    }

    static XmlDialect dialect() {
        return new XmlDialect(
                "checkstyle-xml",
                Tool.shared(OWN),
                new FormatPage(
                        "Checkstyle; detekt, ktlint, ESLint, stylelint, PHP_CodeSniffer, ShellCheck, SwiftLint, scalastyle, golangci-lint and others",
                        "all",
                        "findings with rule, severity, place, message; files without findings are counted; the tool where `source` or the declared kind shows it",
                        "columns",
                        "https://github.com/checkstyle/checkstyle/blob/master/src/main/java/com/puppycrawl/tools/checkstyle/XMLLogger.java"),
                "checkstyle",
                FindingsSheet.Errors.LEVEL,
                CheckstyleXml::read);
    }

    private static void read(XmlCursor xml, FindingsSheet sheet) {
        String version = xml.attribute("version");
        boolean own = false;
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "file" -> own |= file(xml, sheet);
                    case "exception" -> sheet.toolError(xml.text(400));
                    default -> xml.skip();
                }
            }
        }
        if (own) {
            sheet.version(version);
        }
    }

    private static boolean file(XmlCursor xml, FindingsSheet sheet) {
        String path = xml.attribute("name", "");
        boolean own = false;
        sheet.file();
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "error" -> own |= error(xml, path, sheet);
                    case "exception" -> sheet.toolError(path + ": " + xml.text(400));
                    default -> xml.skip();
                }
            }
        }
        return own;
    }

    private static boolean error(XmlCursor xml, String path, FindingsSheet sheet) {
        String source = xml.attribute("source", "");
        String tool = tool(source);
        if (!tool.isEmpty()) {
            sheet.writtenBy(tool);
        }
        String word = xml.attribute("severity", "error");
        Severity severity = Severities.ofWord(word);
        State state = word.equals("ignore") ? State.INFORMATIONAL : State.OPEN;
        Integer line = xml.count("line");
        sheet.add(new Entry(
                rule(source, tool), severity, path, line == null ? 0 : line, xml.attribute("message", ""), state));
        xml.skip();
        return tool.equals(OWN);
    }

    private static String tool(String source) {
        for (Map.Entry<String, String> tool : TOOLS.entrySet()) {
            if (source.startsWith(tool.getKey())) {
                return tool.getValue();
            }
        }
        return "";
    }

    private static String rule(String source, String tool) {
        if (tool.equals(OWN)) {
            String check = source.substring(source.lastIndexOf('.') + 1);
            int id = check.indexOf('#');
            String name = id < 0 ? check : check.substring(0, id);
            return (name.endsWith("Check") ? name.substring(0, name.length() - 5) : name)
                    + (id < 0 ? "" : check.substring(id));
        }
        for (String beginning : TOOLS.keySet()) {
            boolean prefix = beginning.endsWith(".") && Character.isLowerCase(beginning.charAt(0))
                    || beginning.equals("ShellCheck.");
            if (prefix && source.startsWith(beginning)) {
                return source.substring(beginning.length());
            }
        }
        return source;
    }
}
