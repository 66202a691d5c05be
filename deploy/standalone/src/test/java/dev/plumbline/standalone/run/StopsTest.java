package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.standalone.start.Refused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopsTest {
    private final List<String> stopped = new ArrayList<>();
    private final Stops stops = new Stops();

    @Test
    void theLastStopsFirstAndOnlyOnce() {
        stops.add("one", () -> stopped.add("one"));
        stops.add("two", () -> stopped.add("two"));

        stops.close();
        stops.close();

        assertThat(stopped).containsExactly("two", "one");
    }

    @Test
    void oneThatFailsToStopDoesNotKeepTheOthers() {
        stops.add("one", () -> stopped.add("one"));
        stops.add("bad", () -> {
            throw new IOException("no");
        });

        stops.close();

        assertThat(stopped).containsExactly("one");
    }

    @Test
    void whatStartsWhileTheProcessStopsIsStoppedAtOnce() {
        stops.close();

        assertThatThrownBy(() -> stops.add("late", () -> stopped.add("late")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("late");
        assertThat(stopped).containsExactly("late");
    }
}
