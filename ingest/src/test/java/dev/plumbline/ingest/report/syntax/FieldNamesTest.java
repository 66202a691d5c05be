package dev.plumbline.ingest.report.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FieldNamesTest {
    private static final int OBJECTS = 400;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 40, 128, 129, 1_000})
    void each_name_is_new_once_in_an_object(int fields) {
        var names = new FieldNames();
        for (int object = 0; object < 3; object++) {
            names.clear();
            for (int i = 0; i < fields; i++) {
                assertThat(names.add(JsonName.of("name" + i))).isTrue();
            }
            for (int i = 0; i < fields; i++) {
                assertThat(names.add(JsonName.of("name" + i))).isFalse();
            }
        }
    }

    /// Objects that mostly have the same fields in the same order, the names mostly the very same texts.
    @ParameterizedTest
    @MethodSource("seeds")
    void a_name_is_new_as_a_set_says_it_is(long seed) {
        var random = new Random(seed);
        JsonName[] known = IntStream.range(0, 1 + random.nextInt(300))
                .mapToObj(i -> JsonName.of("name" + i))
                .toArray(JsonName[]::new);
        int strange = 1 + random.nextInt(200);
        var names = new FieldNames();
        int met = 0;
        for (int object = 0; object < OBJECTS; object++) {
            var set = new HashSet<String>();
            names.clear();
            int field = 0;
            for (int i = random.nextInt(1 + 2 * known.length); i > 0; i--) {
                field = random.nextInt(strange) == 0 ? random.nextInt(known.length) : (field + 1) % known.length;
                JsonName name = known[field];
                JsonName given = random.nextInt(strange) == 0 ? JsonName.of(name.text()) : name;
                boolean fresh = set.add(name.text());
                var expected = names.expected();
                if (expected != null && expected.name().text().equals(name.text())) {
                    names.meet();
                    assertThat(fresh).as(name.text()).isTrue();
                    assertThat(names.count()).isEqualTo(set.size());
                    met++;
                    continue;
                }
                assertThat(names.add(given)).as(given.text()).isEqualTo(fresh);
                assertThat(names.count()).isEqualTo(set.size());
                if (!fresh) {
                    break;
                }
            }
        }
        assertThat(met).isPositive();
    }
}
