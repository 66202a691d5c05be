package dev.plumbline.collect.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collect.Collector;
import dev.plumbline.model.evidence.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// How long a large working tree takes: a quarter each of Python, Java, TypeScript and Go. Not part of a build:
///
/// `PLUMBLINE_BENCH=1 mvn -pl collect -am test -Dtest=CollectBenchmark -Dsurefire.failIfNoSpecifiedTests=false`
@EnabledIfEnvironmentVariable(named = "PLUMBLINE_BENCH", matches = "1")
class CollectBenchmark {
    private static final int FILES =
            Integer.parseInt(Objects.requireNonNullElse(System.getenv("PLUMBLINE_BENCH_FILES"), "100000"));
    private static final int FILES_IN_A_FOLDER = 200;

    /// What stands for a number is replaced by the file's.
    private static final List<Source> SOURCES = List.of(
            new Source("module%d.py", """
                    from fastapi import APIRouter
                    from pydantic import BaseModel

                    router = APIRouter()


                    class Order@(BaseModel):
                        id: int
                        name: str
                        lines: list[str] = []


                    @router.post("/v1/orders/@")
                    async def create_@(order: Order@) -> Order@:
                        \"""Keeps an order.\"""
                        return order


                    def total_@(values: list[int], factor: int = 3) -> int:
                        \"""Adds up.\"""
                        result = 0
                        for value in values:
                            if value > 10:
                                result += value * factor
                        return result
                    """),
            new Source("Orders%d.java", """
                    package app.orders;

                    import jakarta.validation.Valid;
                    import org.springframework.web.bind.annotation.*;

                    @RestController
                    public final class Orders@ {
                        private final Store store;

                        public Orders@(Store store) {
                            this.store = store;
                        }

                        @PostMapping("/v1/orders/@")
                        public Order create(@Valid @RequestBody Order order) {
                            return store.keep(order);
                        }

                        int total(java.util.List<Integer> values) {
                            int sum = 0;
                            for (int value : values) {
                                if (value > 10) {
                                    sum += value;
                                }
                            }
                            return sum;
                        }
                    }
                    """),
            new Source("orders%d.tsx", """
                    import { useEffect, useState } from "react";

                    export function Orders@(props: { id: number }) {
                      const [name, setName] = useState<string>("");
                      useEffect(() => {
                        setName(String(props.id));
                      }, [props.id]);
                      return <section><h2>{name}</h2></section>;
                    }

                    export const total@ = (values: number[]): number =>
                      values.filter((value) => value > 10).reduce((a, b) => a + b, 0);
                    """),
            new Source("orders%d.go", """
                    package orders

                    import "net/http"

                    // Store@ keeps orders.
                    type Store@ struct{ names []string }

                    // Handle answers.
                    func (s *Store@) Handle(w http.ResponseWriter, r *http.Request) {
                    	if r.Method != http.MethodPost {
                    		http.Error(w, "no", http.StatusMethodNotAllowed)
                    		return
                    	}
                    	s.names = append(s.names, r.URL.Path)
                    }
                    """));

    @TempDir
    private Path root;

    private record Source(String name, String text) {
        void write(Path folder, int number) throws IOException {
            String placed = text.replaceAll("(?<=[A-Za-z_/])@", String.valueOf(number));
            Files.writeString(folder.resolve(name.formatted(number)), placed);
        }
    }

    @Test
    void aLargeTree() throws IOException {
        for (int i = 0; i < FILES; i++) {
            Path folder = root.resolve("part" + i / FILES_IN_A_FOLDER);
            Files.createDirectories(folder);
            SOURCES.get(i % SOURCES.size()).write(folder, i);
        }
        int threads = Runtime.getRuntime().availableProcessors();
        long before = System.nanoTime();

        var facts = Collector.collect(root, threads);

        double seconds = (System.nanoTime() - before) / 1e9;
        System.out.printf(Locale.ROOT, "%,d files in %.1f s, %d threads%n", FILES, seconds, threads);
        assertThat(facts.count(Fact.FILES)).isEqualTo(FILES);
        assertThat(facts.count(Fact.FILES_UNPARSED)).isZero();
    }
}
