package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Takes ruff's settings line by line. Its states: outside → inside the enabled rules → outside, and outside → inside
/// the per-file ignores → inside one pattern's rules → … → outside.
final class RuffSettingsTally {
    /// The settings that are kept, under ruff's own names.
    static final Set<String> TAKEN = Set.of(
            "linter.line_length",
            "linter.preview",
            "linter.explicit_preview_rules",
            "linter.unresolved_target_version",
            "linter.flake8_annotations.allow_star_arg_any",
            "linter.flake8_annotations.ignore_fully_untyped",
            "linter.flake8_annotations.mypy_init_return",
            "linter.flake8_annotations.suppress_dummy_args",
            "linter.flake8_annotations.suppress_none_returning",
            "linter.mccabe.max_complexity",
            "linter.pycodestyle.max_doc_length",
            "linter.pycodestyle.max_line_length",
            "linter.pydocstyle.convention",
            "linter.pylint.max_args",
            "linter.pylint.max_branches",
            "linter.pylint.max_returns",
            "linter.pylint.max_statements",
            "formatter.line_width",
            "formatter.quote_style");
    private static final Pattern RULE =
            Pattern.compile("\\s*[a-z0-9-]{1,100} \\(([A-Za-z]{1,10}[0-9]{1,6}|[a-z-]{1,60})\\),");
    private static final Pattern SETTING = Pattern.compile("([a-z0-9_.]{1,80}) = (.{0,200})");
    private static final Pattern MATCHER = Pattern.compile("\\s*basename_matcher = \"(.{0,200})\"");
    private static final Set<String> EVERYTHING = Set.of("*", "**", "**/*", "*.py", "**/*.py", "**.py");
    private static final int PATTERNS = 40;

    private final Allowance allowance;
    private final Set<String> enabled = new TreeSet<>();
    private final Set<String> ignoredEverywhere = new TreeSet<>();
    private final List<String> patterns = new ArrayList<>();
    private final Map<String, String> settings = new TreeMap<>();
    private State state = State.OUTSIDE;
    private boolean listed;
    private String pattern = "";
    private boolean negated;

    private enum State {
        OUTSIDE,
        RULES,
        IGNORES,
        IGNORED_RULES
    }

    RuffSettingsTally(Allowance allowance) {
        this.allowance = allowance;
    }

    void line(String line, Where where) {
        switch (state) {
            case OUTSIDE -> outside(line);
            case RULES -> rules(line, where);
            case IGNORES -> ignores(line);
            case IGNORED_RULES -> ignoredRules(line);
        }
    }

    private void outside(String line) {
        if (line.startsWith("linter.rules.enabled = [")) {
            listed = true;
            state = line.endsWith("]") ? State.OUTSIDE : State.RULES;
            return;
        }
        if (line.equals("linter.per_file_ignores = {")) {
            state = State.IGNORES;
            return;
        }
        var setting = SETTING.matcher(line);
        if (setting.matches() && TAKEN.contains(setting.group(1))) {
            settings.put(setting.group(1), Texts.shown(unquoted(setting.group(2)), 100));
        }
    }

    private void rules(String line, Where where) {
        if (line.equals("]")) {
            state = State.OUTSIDE;
            return;
        }
        var rule = RULE.matcher(line);
        if (!rule.matches()) {
            throw new MalformedReport(
                    where,
                    "The line «" + Texts.shown(line.strip(), 80)
                            + "» in linter.rules.enabled is not a rule such as «unused-import (F401),».",
                    "Send the whole output of `ruff check --show-settings` as ruff wrote it.");
        }
        allowance.keep(100);
        enabled.add(rule.group(1));
    }

    private void ignores(String line) {
        var matcher = MATCHER.matcher(line);
        if (line.equals("}")) {
            state = State.OUTSIDE;
        } else if (matcher.matches()) {
            pattern = Texts.shown(matcher.group(1), 100);
            negated = false;
            if (patterns.size() < PATTERNS) {
                patterns.add(pattern);
            }
        } else if (line.strip().equals("negated = true")) {
            negated = true;
        } else if (line.strip().equals("data = [")) {
            state = State.IGNORED_RULES;
        }
    }

    private void ignoredRules(String line) {
        var rule = RULE.matcher(line);
        if (line.strip().equals("]")) {
            state = State.IGNORES;
        } else if (rule.matches() && EVERYTHING.contains(pattern) && !negated) {
            ignoredEverywhere.add(rule.group(1));
        }
    }

    void end(Where where) {
        if (!listed || state == State.RULES) {
            throw new MalformedReport(
                    where,
                    listed
                            ? "The text ends inside linter.rules.enabled."
                            : "The text has no line «linter.rules.enabled = [».",
                    "Send the whole output of `ruff check --show-settings` as ruff wrote it.");
        }
    }

    List<String> enabled(Notes notes) {
        if (!ignoredEverywhere.isEmpty()) {
            notes.add("per-file-ignores takes " + ignoredEverywhere.size()
                    + " rules away from every file; they do not count as enabled.");
        }
        return enabled.stream()
                .filter(rule -> !ignoredEverywhere.contains(rule))
                .toList();
    }

    Map<String, String> settings() {
        var all = new TreeMap<>(settings);
        if (!patterns.isEmpty()) {
            all.put("linter.per_file_ignores", Texts.shown(String.join(", ", patterns), 1_000));
        }
        return all;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
