package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.TextDialect.PATH;

import dev.plumbline.ingest.report.format.findings.FindingsSheet.Errors;
import dev.plumbline.ingest.report.format.findings.TextDialect.Weight;
import dev.plumbline.model.evidence.Severity;
import java.util.List;
import java.util.Locale;

/// What makers of documentation, Scala's compiler, CMake and xmllint write for people, and linters of
/// robots, recipes and reStructuredText. Where two of them would take a file, the first does.
final class BuildText {
    /// The name of a stage in front of each line, as logs have it.
    private static final String STEP = "(?:\\[[\\w./ -]{1,60}\\] )?";

    private BuildText() {}

    static List<TextDialect> all() {
        return List.of(
                doxygen(),
                sphinx(),
                scalac(),
                cmake(),
                xmllint(),
                rstcheck(),
                robocop(),
                rflint(),
                oelint(),
                foodcritic(),
                dialyzer(),
                erlc(),
                iar(),
                lizard());
    }

    /// Doxygen's message.cpp: lines like those of GCC, told by what they speak of.
    private static TextDialect doxygen() {
        return TextDialect.of("doxygen-text", Tool.findings("doxygen"))
                // one for each of its signs below, without which nothing is Doxygen's
                .hints(
                        " is not documented",
                        " was not declared or defined",
                        "unable to resolve ",
                        "explicit link request to ",
                        "' of command @",
                        "The following parameter",
                        "parameters of member ",
                        "return type ",
                        "return value ",
                        "matching class member found for",
                        "matching file member found for",
                        "Illegal command ",
                        "nknown command ",
                        "end of file",
                        "end of comment block ",
                        ": Tag '",
                        "Doxygen version used: ",
                        "Generating docs for ")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}):-?(?<line>\\d+): (?<level>[Ww]arning|[Ee]rror): (?<message>.*)")
                .form("(?<level>[Ww]arning|[Ee]rror): (?<message>\\S.*)")
                .weight(Weight.TOGETHER)
                .own(
                        "(?:[Ww]arning|[Ee]rror): (?:(?:Member|Compound) .{1,2000} is not documented\\.?"
                                + "|documented (?:symbol|function|variable) .{1,1000} was not declared or defined|unable to resolve (?:reference|link) to "
                                + "|explicit link request to |argument '.{1,300}' of command @|The following parameters? of "
                                + "|parameters of member |return (?:type|value) .{1,500} of (?:member|function) "
                                + "|no (?:uniquely )?matching (?:class|file) member found for|(?:Illegal|Unknown|Found unknown) command "
                                + "|end of (?:file|comment block) |Tag '.{1,100}' at line \\d)|^Doxygen version used: |^Generating docs for ")
                .side(
                        "^(?:Notice: |Searching |Reading |Parsing |Preprocessing |Generating |Building |Adding |Generate |lookup cache )")
                .change(entry -> entry.rule("unnamed"))
                .page("doxygen", "https://www.doxygen.nl/manual/config.html#cfg_warn_format");
    }

    /// Sphinx' util/logging.py; since version 8 with the type of a warning behind it.
    private static TextDialect sphinx() {
        return TextDialect.of("sphinx-text", Tool.findings("sphinx"))
                .hints(": WARNING: ", ": ERROR: ", ": SEVERE: ", ": CRITICAL: ", "Running Sphinx", "build ")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}?)(?::docstring of [^:]{1,500})?:(?:(?<line>\\d+):)?"
                                + " (?<level>WARNING|ERROR|SEVERE|CRITICAL): (?<message>.*?)(?: \\[(?<rule>[a-z][\\w.-]{1,80})\\])?")
                .form("(?<level>WARNING|ERROR|CRITICAL): (?<message>.*?)(?: \\[(?<rule>[a-z][\\w.-]{1,80})\\])?")
                .weight(Weight.WITH_SIGN)
                .own(
                        "^Running Sphinx v\\d|^build (?:succeeded|finished with problems)"
                                + "|\\.(?:rst|md|py|txt|ipynb):(?:docstring of [^:]{1,500}:)?(?:\\d+:)? (?:WARNING|ERROR|SEVERE|CRITICAL): ")
                .summary("^build (?:succeeded|finished with problems), (?<findings>\\d+) warnings?")
                .side(
                        "^(?:loading |building |updating |reading sources|looking for |pickling |checking |preparing |writing |copying "
                                + "|generating |highlighting |dumping |making |The HTML pages|Sphinx )|\\bdone$")
                .change(entry ->
                        entry.rule().isEmpty() ? named(entry) : named(entry).rule(entry.rule()))
                .page("sphinx-build", "https://www.sphinx-doc.org/en/master/man/sphinx-build.html");
    }

    private static Entry named(Entry entry) {
        Entry named = entry.rule("unnamed");
        return named.severity() == Severity.UNSTATED ? named.severity(Severity.HIGH) : named;
    }

    /// Scala 2's compiler, and sbt's reporter of Scala 2 and 3: the level in brackets, then the place, or the code with
    /// the place
    /// behind it.
    private static TextDialect scalac() {
        return TextDialect.of("scalac-text", Tool.findings("scalac"))
                .hints("[warn] ", "[error] ", ".scala:")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s\\[][^:]{0,1000}\\.(?:scala|sc)):(?<line>\\d+): (?<level>warning|error): (?<message>.*)")
                .form(
                        "\\[(?<level>warn|error)\\] +(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.(?:scala|sc|sbt)):(?<line>\\d+)(?::\\d+)?: (?<message>.*)")
                .form("\\[(?<level>warn|error)\\] +-- (?:\\[(?<rule>E\\d{1,4})\\] )?(?<message>.{1,200}?): "
                        + "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.(?:scala|sc|sbt)):(?<line>\\d+):\\d+ *-*")
                .side("^\\[(?:info|success|warn|error|debug)\\]|^\\w+ (?:errors?|warnings?) found$")
                .change(entry -> (entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                        .severity(entry.severity() == Severity.HIGH ? Severity.HIGH : Severity.MEDIUM))
                .page("sbt compile, scalac", "https://www.scala-sbt.org/1.x/docs/");
    }

    /// CMake's cmMessenger.cxx: the command is what names a message; its text stands below.
    private static TextDialect cmake() {
        return TextDialect.of("cmake-text", Tool.findings("cmake"))
                .hints("CMake ")
                .form(
                        STEP
                                + "CMake (?:Deprecation )?(?<level>Warning|Error)(?: \\(dev\\))? in (?<path>[^:]{1,1000}):(?<message>)")
                .form(STEP + "CMake (?:Deprecation )?(?<level>Warning|Error)(?: \\(dev\\))?:(?<message>)")
                .form(STEP
                        + "CMake (?:Deprecation )?(?<level>Warning|Error)(?: \\(dev\\))? at (?<path>[^:]{1,1000}):(?<line>\\d+) "
                        + "\\((?<rule>\\w{1,100})\\):(?<message>)")
                .form("CMake (?:Deprecation )?(?<level>Warning|Error)(?: \\(dev\\))?: (?<message>\\S.*)")
                .failed("^-- Configuring incomplete, errors occurred!")
                .side("^(?:-- |Call Stack |This warning is for project developers|See also )")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("unnamed") : entry.message(entry.rule()))
                .page("cmake", "https://cmake.org/cmake/help/latest/command/message.html");
    }

    /// libxml2's error.c, as xmllint prints it.
    private static TextDialect xmllint() {
        return TextDialect.of("xmllint-text", Tool.findings("xmllint"))
                .hints("error : ", "warning : ", " validates")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}):(?<line>\\d+): (?:element [^:]{1,200}: )?(?<rule>parser|namespace|validity"
                                + "|Schemas validity|Schemas parser|Relax-NG validity|Relax-NG parser|HTML parser|I/O) (?<level>error|warning) : (?<message>.*)")
                .own("^\\S.{0,1000} (?:validates|fails to validate)$")
                .side("^(?:Document \\S+ does not validate|WXS schema )")
                .change(entry ->
                        entry.rule(entry.rule().toLowerCase(Locale.ROOT).replace(' ', '-')))
                .page("xmllint", "https://gnome.pages.gitlab.gnome.org/libxml2/xmllint.html");
    }

    /// rstcheck's runner.py.
    private static TextDialect rstcheck() {
        return TextDialect.of("rstcheck-text", Tool.findings("rstcheck"))
                .hints("/1)", "/2)", "/3)", "/4)", "Success! No issues detected.")
                .form(PATH + ":(?<line>\\d+): \\((?<level>INFO|WARNING|ERROR|SEVERE)/[1-4]\\) (?<message>.*)")
                .own("^Success! No issues detected\\.$")
                .side("^Error! Issues detected\\.$")
                .change(BuildText::named)
                .page("rstcheck", "https://rstcheck.readthedocs.io/");
    }

    /// Robocop's default format: a letter for the level, the rule's number or code, its name behind the
    /// message.
    private static TextDialect robocop() {
        return TextDialect.of("robocop-text", Tool.findings("robocop"))
                .hints("[E] ", "[W] ", "[I] ", "Found 0 issues.")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.(?:robot|resource|tsv)):(?<line>\\d+):\\d+ \\[(?<level>[EWI])\\] "
                                + "(?<rule>[A-Z]{0,6}\\d{2,4}) (?<message>.*)")
                .summary("^Found (?<findings>\\d+) issues?(?:: |\\.)")
                .side("^(?:Found \\d+ issues?|\\d+ fixable)")
                .page("robocop", "https://robocop.readthedocs.io/");
    }

    /// robotframework-lint's rflint.py, whose lines stand below the name of their file.
    private static TextDialect rflint() {
        return TextDialect.of("rflint-text", Tool.findings("rflint"))
                .hints("+ ")
                .form("(?<level>[EWI]): (?<line>\\d+), \\d+: (?<message>.*) \\((?<rule>[A-Z][A-Za-z]{2,60})\\)")
                .weight(Weight.TOGETHER)
                .own("^\\+ \\S.{0,1000}\\.(?:robot|resource|txt|tsv)$")
                .page("rflint", "https://github.com/boakley/robotframework-lint");
    }

    /// oelint-adv's default message format.
    private static TextDialect oelint() {
        return TextDialect.of("oelint-text", Tool.findings("oelint"))
                .hints(":oelint.", ":bitbake.")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}):(?<line>\\d+):(?<level>error|warning|info):(?<rule>(?:oelint|bitbake)\\.[\\w.-]{1,200}):(?<message>.*)")
                .page("oelint-adv", "https://github.com/priv-kweihmann/oelint-adv#output");
    }

    /// Foodcritic's output/summary_output.rb. It knows no levels.
    private static TextDialect foodcritic() {
        return TextDialect.of("foodcritic-text", Tool.findings("foodcritic"))
                .hints("FC0", "FC1")
                .form("(?<rule>FC\\d{3}): (?<message>.{1,500}): (?<path>[^:\\s][^:]{0,1000}):(?<line>\\d+)")
                .errors(Errors.NONE)
                .always(Severity.MEDIUM)
                .page("foodcritic", "https://github.com/Foodcritic/foodcritic#readme");
    }

    /// Dialyzer's dialyzer_cl.erl, whose lines are like erlc's; what it says at the end is not.
    private static TextDialect dialyzer() {
        return TextDialect.of("dialyzer-text", Tool.types("dialyzer"))
                .hints("done (", "done in ")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.(?:erl|hrl|ex|exs)):(?<line>\\d+):(?:\\d+:)?(?<rule>[a-z][a-z_]{2,60})?:? ?(?<message>.*)")
                .weight(Weight.WITH_SIGN)
                .own("^done \\((?:warnings were emitted|passed successfully)\\)$")
                .side(
                        "^(?:Checking whether |Compiling |Creating |Proceeding with |Unknown |Total errors: |Starting Dialyzer|done in )")
                .change(entry -> (entry.rule().isEmpty() ? entry.rule("unnamed") : entry).severity(Severity.MEDIUM))
                .page(
                        "dialyzer, mix dialyzer --format short",
                        "https://www.erlang.org/doc/apps/dialyzer/dialyzer_cli.html");
    }

    /// Erlang's compile.erl.
    private static TextDialect erlc() {
        return TextDialect.of("erlc-text", Tool.findings("erlc"))
                .hints(".erl:", ".hrl:")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.[eh]rl):(?<line>\\d+):(?:\\d+:)? (?<level>Warning): (?<message>.*)")
                .form("(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.[eh]rl):(?<line>\\d+):(?:\\d+:)? (?<message>.*)")
                .side("^%")
                .change(BuildText::named)
                .page("erlc, rebar3 compile", "https://www.erlang.org/doc/apps/erts/erlc_cmd.html");
    }

    /// IAR's compiler: a number with a prefix for each message.
    private static TextDialect iar() {
        return TextDialect.of("iar-text", Tool.findings("iar"))
                .hints("Warning[", "Error[", "Remark[")
                .form(
                        "\"(?<path>[^\"]{1,1000})\",(?<line>\\d+)\\s{1,4}(?:Fatal )?(?<level>Error|Warning|Remark)\\[(?<rule>[A-Z][a-z]\\d{1,4})\\]: ?(?<message>.*)")
                .side("^(?:Total number of (?:errors|warnings)|Errors: |Warnings: |\\s*IAR )")
                .change(entry -> entry.severity() == Severity.UNSTATED ? entry.severity(Severity.LOW) : entry)
                .page("iccarm and IAR's other compilers", "https://www.iar.com/knowledge/learn/programming/");
    }

    /// Lizard's `-w`: functions past a threshold, in the form of GCC's warnings.
    private static TextDialect lizard() {
        return TextDialect.of("lizard-text", Tool.findings("lizard"))
                .hints(" NLOC, ")
                .form(PATH + ":(?<line>\\d+): (?<level>warning): (?<message>\\S.{0,500} has \\d+ NLOC, \\d+ CCN, .*)")
                .change(entry -> entry.rule("threshold"))
                .page("lizard -w", "https://github.com/terryyin/lizard#readme");
    }
}
