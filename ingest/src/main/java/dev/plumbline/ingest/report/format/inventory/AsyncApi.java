package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.ApiOutline;
import dev.plumbline.model.evidence.ApiOutline.Demand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Counts the operations of one description of messages. Up to version 2 they are what a channel publishes
/// and what it is subscribed for; since version 3 they stand on their own and refer to a channel, which may
/// come later.
final class AsyncApi {
    private static final int WORD_CHARS = 300;
    private static final String CHANNELS = "#/channels/";

    private final JsonCursor json;
    private final Allowance allowance;
    private final Notes notes = new Notes();
    private final ApiOutline outline = new ApiOutline();
    private final Map<String, String> addresses = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();
    private @Nullable String version;
    private boolean channels;
    private int elsewhere;
    private int servers;
    private int guarded;

    AsyncApi(JsonCursor json, Allowance allowance) {
        this.json = json;
        this.allowance = allowance;
    }

    /// @param channel its address, or what refers to it
    private record Operation(String channel, boolean described, Demand demand) {}

    Reading reading(ReportReader reader, ReportInput input) {
        json.object("the document", this::field);
        json.end();
        if (version == null) {
            throw json.wrong("The document does not say in asyncapi to which version it keeps.");
        }
        if (!channels) {
            throw json.wrong("The document has no channels, operations or components.");
        }
        for (Operation operation : operations) {
            String address = addresses.getOrDefault(operation.channel(), operation.channel());
            outline.operation(path(address), operation.described(), operation.demand());
        }
        outline.demandOfAll(ApiOutline.demand(servers, servers - guarded));
        if (elsewhere > 0) {
            notes.add(elsewhere + " channels or operations stand in other places, which are not read.");
        }
        notes.replaced(json.replacedCharacters());
        return new ApiReading(reader, input).of(outline.totals(), "asyncapi", notes);
    }

    /// Channels are named with slashes or with dots.
    private static String path(String address) {
        return address.replace('.', '/');
    }

    private void field(String name) {
        switch (name) {
            case "asyncapi" -> version = json.text(name, WORD_CHARS);
            case "servers" -> object(name, _ -> server());
            case "channels" -> {
                channels = true;
                object(name, this::channel);
            }
            case "operations" -> {
                channels = true;
                object(name, _ -> operation(""));
            }
            case "components" -> {
                channels = true;
                object(name, field -> {
                    if (field.equals("schemas")) {
                        object(field, _ -> outline.schema());
                    }
                });
            }
            default -> {
                // what the API is called and who keeps it
            }
        }
    }

    /// In YAML an object of which all lines are comments is null.
    private void object(String what, Consumer<String> field) {
        if (!json.isNull()) {
            json.object(what, field);
        }
    }

    private void server() {
        servers++;
        json.object("a server", name -> {
            switch (name) {
                case "url", "pathname" -> outline.address(text());
                case "security" -> guarded += security() == Demand.KNOWN ? 1 : 0;
                default -> {
                    // its protocol
                }
            }
        });
    }

    private void channel(String id) {
        json.object("a channel", name -> {
            switch (name) {
                case "publish", "subscribe" -> operation(id);
                case "address" -> {
                    String address = text();
                    allowance.keep(128 + 2L * (id.length() + address.length()));
                    addresses.put(CHANNELS + id.replace("~", "~0").replace("/", "~1"), address);
                }
                case "$ref" -> elsewhere++;
                default -> {
                    // messages, parameters, bindings
                }
            }
        });
    }

    /// @param channel to which it belongs, where that is known
    private void operation(String channel) {
        String[] at = {channel};
        boolean[] seen = {false, false};
        var demand = new Demand[] {Demand.AS_ALL};
        json.object("an operation", name -> {
            switch (name) {
                case "summary", "description" -> seen[0] |= !text().isBlank();
                case "channel" -> object(name, field -> at[0] = field.equals("$ref") ? text() : at[0]);
                case "security" -> demand[0] = security();
                case "$ref" -> seen[1] = true;
                default -> {
                    // messages, tags, bindings
                }
            }
        });
        if (seen[1]) {
            elsewhere++;
            return;
        }
        allowance.keep(96 + 2L * at[0].length());
        operations.add(new Operation(at[0], seen[0], demand[0]));
    }

    private String text() {
        return Objects.requireNonNullElse(json.textOrNothing(WORD_CHARS), "");
    }

    private Demand security() {
        int[] counts = new int[2];
        json.array("security", () -> {
            int[] schemes = new int[1];
            json.object("a security requirement", _ -> schemes[0]++);
            counts[0]++;
            counts[1] += schemes[0] == 0 ? 1 : 0;
        });
        return ApiOutline.demand(counts[0], counts[1]);
    }
}
