package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.http.Access;
import dev.plumbline.http.Reply;
import dev.plumbline.http.Route;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiTest {
    @Test
    void whatAServiceSaysOfItsOperationLiesOverTheRouteAndLeavesItsRole() {
        var document = OpenApi.describe(List.of(Route.post("/api/v1/builds", Access.PUBLISH, _ -> Reply.empty(200))));

        var upload = document.path("paths").path("/api/v1/builds").path("post");
        assertThat(upload.path("requestBody").path("content").has("multipart/form-data"))
                .isTrue();
        assertThat(upload.path("description").asText()).endsWith("Needs the role publisher; none on loopback.");
        assertThat(upload.has("security")).isTrue();
        assertThat(document.path("paths").has("/api/v1/overview"))
                .as("a route that this process does not serve")
                .isFalse();
    }

    @Test
    void everyReferenceOfTheDescriptionsLeadsToAComponentAndNoNameIsUsedTwice() {
        var components = new HashSet<String>();
        for (String file : OpenApi.FILES) {
            OpenApi.read(file)
                    .path("components")
                    .path("schemas")
                    .fieldNames()
                    .forEachRemaining(
                            name -> assertThat(components.add(name)).as(name).isTrue());
        }
        var document = OpenApi.describe(List.of());
        for (String file : OpenApi.FILES) {
            assertThat(OpenApi.read(file).findValuesAsText("$ref"))
                    .isNotEmpty()
                    .allSatisfy(reference -> assertThat(
                                    document.at(reference.substring(1)).isObject())
                            .as(reference)
                            .isTrue());
        }
    }

    @Test
    void everyRouteIsDescribedWithItsVariablesAndItsRole() {
        var document = OpenApi.describe(List.of(
                Route.get("/a/{owner}/{rest...}", Access.VIEW, _ -> Reply.empty(200)),
                Route.put("/a/{owner}/{rest...}", Access.ADMIN, _ -> Reply.empty(200)),
                Route.get("/open", Access.OPEN, _ -> Reply.empty(200))));

        var path = document.path("paths").path("/a/{owner}/{rest}");
        assertThat(path.path("get").path("parameters").findValuesAsText("name")).containsExactly("owner", "rest");
        assertThat(path.path("put").path("description").asText()).contains("admin");
        assertThat(path.path("put").has("security")).isTrue();
        assertThat(document.path("paths").path("/open").path("get").has("security"))
                .isFalse();
        assertThat(document.path("openapi").asText()).startsWith("3.1");
    }
}
