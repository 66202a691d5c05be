package dev.plumbline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void whatWasOpenedIsClosedTheLastFirstEvenWhereOneFails() {
        try (var opened = new Opened()) {
            opened.add(() -> closed.add("first"));
            opened.add(() -> {
                throw new IllegalStateException("stuck");
            });
            opened.add(() -> closed.add("last"));
        }

        assertThat(closed).containsExactly("last", "first");
    }

    @Test
    void whatIsKeptStaysOpen() {
        try (var opened = new Opened()) {
            opened.add(() -> closed.add("first"));
            opened.keep();
        }

        assertThat(closed).isEmpty();
    }
}
