package dev.plumbline.analyzer.standard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;

/// The published JSON Schemas of the files that people write.
public final class FileSchema {
    static final FileSchema STANDARD = new FileSchema("standard-v1.schema.json");
    public static final FileSchema FIXTURES = new FileSchema("fixtures-v1.schema.json");
    static final FileSchema BINDING = new FileSchema("binding-v1.schema.json");

    private final Schema schema;
    private final JsonNode rules;

    private FileSchema(String name) {
        try (var in = FileSchema.class.getResourceAsStream("/standards/schema/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The class path must hold /standards/schema/" + name + ".");
            }
            this.rules = JsonMapper.builder().build().readTree(in);
            this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws StandardRefused with every violation at its place in the file
    public void check(MarkedYaml document) throws StandardRefused {
        var problems = schema.validate(document.root()).stream()
                .map(error -> problem(document, error))
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw new StandardRefused(problems);
        }
    }

    private StandardProblem problem(MarkedYaml document, Error error) {
        String pointer = error.getInstanceLocation().toString();
        String property = error.getProperty();
        String at = property != null && error.getKeyword().equals("additionalProperties")
                ? pointer + "/" + property.replace("~", "~0").replace("/", "~1")
                : pointer;
        String field = at.isEmpty() ? "the file" : at.substring(1).replace('/', '.');
        return document.problem(
                at,
                switch (error.getKeyword()) {
                    case "additionalProperties" -> field + ": there is no such field" + known(error) + ".";
                    case "required" -> field + ": the field «" + property + "» is missing.";
                    default -> field + ": " + error.getMessage() + ".";
                });
    }

    /// The fields that the schema knows where an unknown one stands.
    private String known(Error error) {
        String keyword = error.getSchemaLocation().getFragment().toString();
        var fields = new ArrayList<String>();
        rules.at(keyword.substring(0, keyword.lastIndexOf('/')))
                .path("properties")
                .fieldNames()
                .forEachRemaining(fields::add);
        return fields.isEmpty() ? "" : " here; there are " + String.join(", ", fields);
    }
}
