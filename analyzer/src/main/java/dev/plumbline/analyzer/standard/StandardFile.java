package dev.plumbline.analyzer.standard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.standard.Advice;
import dev.plumbline.model.standard.Assertion;
import dev.plumbline.model.standard.ClauseRef;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Levels;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Parameter.Direction;
import dev.plumbline.model.standard.Persona;
import dev.plumbline.model.standard.Rank;
import dev.plumbline.model.standard.Rating;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.standard.Waivable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads `standard.yaml` and the persona beside it. Every complaint says file, line and column.
public final class StandardFile {
    private final MarkedYaml document;
    private final PersonaText persona;
    private final List<StandardProblem> problems = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final RequirementFields requirements;

    /// Where a reference to a bullet stands in the file.
    private record Place(ClauseRef clause, String pointer, String owner) {}

    private StandardFile(MarkedYaml document, PersonaText persona) {
        this.document = document;
        this.persona = persona;
        this.requirements = new RequirementFields(document, problems);
    }

    /// @param file the YAML file's name, for messages
    /// @param markdown the bytes of the persona
    /// @throws StandardRefused also when a reference to a bullet does not hold any more
    public static Standard read(byte[] yaml, String file, byte[] markdown) throws StandardRefused {
        return source(yaml, file, markdown).sound();
    }

    /// Reads a standard whose references to bullets may be out of date.
    public static StandardSource source(byte[] yaml, String file, byte[] markdown) throws StandardRefused {
        var document = MarkedYaml.read(yaml, file);
        FileSchema.STANDARD.check(document);
        var persona = PersonaText.read(markdown, document.root().path("persona").asText());
        return new StandardFile(document, persona).source();
    }

    private StandardSource source() throws StandardRefused {
        var standard = standard();
        var states = Pinning.of(persona, places.stream().map(Place::clause).toList());
        var pins = new ArrayList<Pin>();
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            pins.add(new Pin(place.clause(), place.pointer(), place.owner(), states.get(i)));
        }
        return new StandardSource(Repinned.of(standard, pins), persona, pins, Inherits.read(document), document);
    }

    private Standard standard() throws StandardRefused {
        var root = document.root();
        var levels = levels(root.path("levels"));
        var rules = new ArrayList<Rule>();
        for (int i = 0; i < root.path("rules").size(); i++) {
            rules.add(rule(root.path("rules").get(i), "/rules/" + i));
        }
        var dispositions = new ArrayList<Disposition>();
        for (int i = 0; i < root.path("dispositions").size(); i++) {
            dispositions.add(disposition(root.path("dispositions").get(i), "/dispositions/" + i));
        }
        checkIds(rules, dispositions);
        requirements.checkCombine(rules);
        if (!problems.isEmpty()) {
            throw new StandardRefused(problems);
        }
        return new Standard(
                new StandardId(Fields.text(root, "id")),
                Version.parse(Fields.text(root, "version")),
                Fields.text(root, "title"),
                Fields.texts(root.path("owners")),
                new Persona(
                        Fields.text(root, "persona"),
                        persona.digest(),
                        persona.bullets().size()),
                Fields.texts(root.path("when")),
                levels,
                rules,
                dispositions,
                List.of());
    }

    private Levels levels(JsonNode node) {
        int bronze = basisPoints(node.path("bronze"));
        int silver = basisPoints(node.path("silver"));
        int gold = basisPoints(node.path("gold"));
        if (silver < bronze || gold < silver) {
            problems.add(document.problem("/levels", "levels: bronze ≤ silver ≤ gold must hold."));
            return new Levels(0, 0, 0);
        }
        return new Levels(bronze, silver, gold);
    }

    private static int basisPoints(JsonNode share) {
        return (int) Math.floor(share.doubleValue() * 10_000 + 0.5);
    }

    private void checkIds(List<Rule> rules, List<Disposition> dispositions) {
        var ids = rules.stream().map(Rule::id).toList();
        for (int i = 0; i < ids.size(); i++) {
            if (ids.indexOf(ids.get(i)) < i) {
                problems.add(document.problem("/rules/" + i + "/id", "rule " + ids.get(i) + " is there twice."));
            }
        }
        for (int i = 0; i < dispositions.size(); i++) {
            if (dispositions.get(i) instanceof Disposition.RollUp rollUp) {
                for (var id : rollUp.of()) {
                    if (!ids.contains(id)) {
                        problems.add(document.problem("/dispositions/" + i + "/of", "there is no rule " + id + "."));
                    }
                }
            }
        }
    }

    private Rule rule(JsonNode node, String pointer) {
        var clauses = new ArrayList<ClauseRef>();
        for (int i = 0; i < node.path("clauses").size(); i++) {
            var clause = node.path("clauses").get(i);
            clauses.add(clause(clause, pointer + "/clauses/" + i, "rule " + Fields.text(node, "id")));
        }
        var requires = new ArrayList<Requirement>();
        for (int i = 0; i < node.path("requires").size(); i++) {
            requires.add(requirements.read(node.path("requires").get(i), pointer + "/requires/" + i));
        }
        var assertions = new ArrayList<Assertion>();
        node.path("assert")
                .forEach(it -> assertions.add(new Assertion(
                        Fields.text(it, "id"),
                        Fields.text(it, "that"),
                        Fields.text(it, "expected"),
                        Fields.text(it, "found"))));
        return new Rule(
                new RuleId(Fields.text(node, "id")),
                Fields.text(node, "title"),
                clauses,
                new Rating(
                        Fields.word(Keyword.class, node.path("keyword")),
                        Fields.word(Rank.class, node.path("severity")),
                        node.path("weight").intValue(),
                        Fields.word(Level.class, node.path("level"))),
                requires,
                Fields.texts(node.path("when")),
                node.has("maxAge") ? Duration.parse(Fields.text(node, "maxAge")) : null,
                params(node.path("params")),
                assertions,
                node.has("credit") ? Fields.text(node, "credit") : null,
                new Advice(
                        Fields.text(node, "remediation"),
                        Fields.texts(node.path("references")),
                        Fields.text(node, "reading")),
                waivable(node.path("waivable")));
    }

    /// `false`, or for how long an exception may cover the rule.
    private static @Nullable Waivable waivable(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        return node.isTextual() ? new Waivable.UpTo(Duration.parse(node.textValue())) : new Waivable.Never();
    }

    private static List<Parameter> params(JsonNode node) {
        var params = new ArrayList<Parameter>();
        node.properties().forEach(entry -> {
            var stated = entry.getValue();
            params.add(new Parameter(
                    entry.getKey(),
                    stated.has("duration") ? Fields.span(stated.path("duration")) : Fields.value(stated.path("value")),
                    stated.has("direction")
                            ? Fields.word(Direction.class, stated.path("direction"))
                            : Direction.FIXED));
        });
        return params;
    }

    private Disposition disposition(JsonNode node, String pointer) {
        var clause = clause(node, pointer, "disposition " + Fields.text(node, "as"));
        return switch (Fields.text(node, "as")) {
            case "attest" -> new Disposition.Attest(clause, Fields.text(node, "attestation"));
            case "guidance" -> new Disposition.Guidance(clause, Fields.text(node, "why"));
            case "tag" -> new Disposition.Tag(clause, Fields.text(node, "tag"));
            case "rollup" ->
                new Disposition.RollUp(
                        clause,
                        Fields.texts(node.path("of")).stream().map(RuleId::new).toList());
            case "inherit" ->
                new Disposition.Inherit(clause, Fields.text(node, "from"), Fields.texts(node.path("clauses")));
            default -> throw new IllegalStateException("The schema must admit the five dispositions only.");
        };
    }

    private ClauseRef clause(JsonNode node, String pointer, String owner) {
        var clause = Fields.clause(node);
        places.add(new Place(clause, pointer, owner));
        return clause;
    }
}
