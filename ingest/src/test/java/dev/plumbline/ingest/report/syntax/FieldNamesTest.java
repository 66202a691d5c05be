package dev.plumbline.ingest.report.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FieldNamesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 40, 128, 129, 1_000})
    void each_name_is_new_once_in_an_object(int fields) {
        var names = new FieldNames();
        for (int object = 0; object < 3; object++) {
            names.clear();
            for (int i = 0; i < fields; i++) {
                assertThat(names.add("name" + i)).isTrue();
            }
            for (int i = 0; i < fields; i++) {
                assertThat(names.add("name" + i)).isFalse();
            }
        }
    }
}
