package dev.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FactsPageTest {
    @ParameterizedTest
    @EnumSource(Fact.class)
    void everyFactHasARowInTheDocumentation(Fact fact) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "facts.md")))
                .contains("| `" + fact.id() + "` | " + fact.meaning() + " |");
    }
}
