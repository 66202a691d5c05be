package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.http.Access;
import dev.plumbline.http.Reply;
import dev.plumbline.http.Route;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiTest {
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
