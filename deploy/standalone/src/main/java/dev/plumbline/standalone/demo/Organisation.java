package dev.plumbline.standalone.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `demo/organisation.json` says.
///
/// @param days how far back the history goes
/// @param tools kind → the tool that writes its reports
record Organisation(long seed, int days, Map<String, Tool> tools, List<Repository> repositories) {

    record Tool(String name, @Nullable String version) {}

    record Repository(String id, String name, String team, String system, List<Part> parts) {}

    /// @param lastDaysAgo age of the newest build in days
    /// @param reports kind → files in the order of builds; a shorter list is spread over them, null is not sent
    record Part(
            String component,
            Subject subject,
            int builds,
            double lastDaysAgo,
            Map<String, List<@Nullable String>> reports) {}

    record Subject(
            List<String> languages,
            String type,
            List<String> dependencies,
            @JsonProperty("lifecycle") String lifecycle) {}

    static Organisation load() {
        try (InputStream in = Samples.open("organisation.json")) {
            return JsonMapper.builder().build().readValue(in, Organisation.class);
        } catch (IOException e) {
            throw new IllegalStateException("The demo's own organisation.json must be readable: " + e.getMessage(), e);
        }
    }
}
