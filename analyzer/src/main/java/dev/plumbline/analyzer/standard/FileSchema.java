package dev.plumbline.analyzer.standard;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;

/// The published JSON Schemas of the files that people write.
public final class FileSchema {
    static final FileSchema STANDARD = new FileSchema("standard-v1.schema.json");
    public static final FileSchema FIXTURES = new FileSchema("fixtures-v1.schema.json");
    static final FileSchema BINDING = new FileSchema("binding-v1.schema.json");

    private final Schema schema;

    private FileSchema(String name) {
        try (var in = FileSchema.class.getResourceAsStream("/standards/schema/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The class path must hold /standards/schema/" + name + ".");
            }
            this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
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

    private static StandardProblem problem(MarkedYaml document, Error error) {
        String pointer = error.getInstanceLocation().toString();
        String property = error.getProperty();
        String at = property != null && error.getKeyword().equals("additionalProperties")
                ? pointer + "/" + property.replace("~", "~0").replace("/", "~1")
                : pointer;
        String field = at.isEmpty() ? "the file" : at.substring(1).replace('/', '.');
        return document.problem(at, field + ": " + error.getMessage() + ".");
    }
}
