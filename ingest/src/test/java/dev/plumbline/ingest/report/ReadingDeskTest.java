package dev.plumbline.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.ingest.report.format.Formats;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReadingDeskTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MEMORY = 16L << 20;

    private static ReportInput input(String text) {
        return ReportInput.of(
                "sample.json",
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Declared.kind(Kind.findings("ruff")),
                Samples.RECEIVED);
    }

    @Test
    void fileIsReadOnAThreadOfTheDesk() throws Exception {
        try (var desk = new ReadingDesk(Formats.readers(), 1, MINUTE, MEMORY)) {
            assertThat(desk.read(input("[]")).evidence()).hasSize(1);
        }
    }

    @Test
    void refusalComesThrough() {
        try (var desk = new ReadingDesk(Formats.readers(), 1, MINUTE, MEMORY)) {
            assertThatThrownBy(() -> desk.read(input("[")))
                    .isInstanceOfSatisfying(
                            ReportRefused.class,
                            refused -> assertThat(refused.part()).isEqualTo("sample.json"));
        }
    }

    @Test
    void exhaustedStackOrHeapFailsThatFileAlone() throws Exception {
        Supplier<Reading> overflow = () -> {
            throw new StackOverflowError();
        };
        Supplier<Reading> exhausted = () -> {
            throw new OutOfMemoryError();
        };
        assertThat(refusalOf(overflow)).contains("too deep inside one another");
        assertThat(refusalOf(exhausted)).contains("more memory");
    }

    @Test
    void fileThatTakesTooLongStopsItself() {
        String many = "[" + "[],".repeat(100_000) + "[]]";
        try (var desk = new ReadingDesk(
                new ReportReaders(List.of(new Fake(allowance -> {
                    for (int i = 0; i < 10_000; i++) {
                        allowance.step();
                    }
                    return new Reading(List.of(), List.of(), Figures.NONE);
                }))),
                1,
                Duration.ZERO,
                MEMORY)) {
            assertThatThrownBy(() -> desk.read(input(many))).hasMessageContaining("took longer than 0 s");
        }
    }

    @Test
    void fileThatKeepsTooMuchIsRefused() {
        var findings = new StringBuilder("[");
        for (int i = 0; i < 10_000; i++) {
            findings.append(i == 0 ? "" : ",")
                    .append("{\"code\":\"F1\",\"filename\":\"a\",\"location\":null,\"noqa_row\":1,\"message\":\"")
                    .append("m".repeat(150))
                    .append("\"}");
        }
        try (var desk = new ReadingDesk(Formats.readers(), 1, MINUTE, 1 << 20)) {
            assertThatThrownBy(() -> desk.read(input(findings + "]")))
                    .hasMessageContaining("more than 1 MiB of memory");
        }
    }

    @Test
    void aFileThatCannotBeLookedAtNowIsNotRefusedForItself() throws Exception {
        var release = new CountDownLatch(1);
        var slow = new Fake(_ -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("released");
        });
        try (var desk = new ReadingDesk(new ReportReaders(List.of(slow)), 1, MINUTE, MEMORY);
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var busy = new CountDownLatch(1);
            for (int i = 0; i < 300; i++) {
                senders.execute(() -> {
                    try {
                        desk.read(input("[]"));
                    } catch (ReadingDesk.Busy _) {
                        busy.countDown();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    } catch (IllegalStateException _) {
                        // one of those that waited
                    }
                });
            }
            assertThat(busy.await(30, TimeUnit.SECONDS)).isTrue();
            release.countDown();
        }
    }

    private static String refusalOf(Supplier<Reading> behaviour) throws InterruptedException {
        try (var desk =
                new ReadingDesk(new ReportReaders(List.of(new Fake(_ -> behaviour.get()))), 1, MINUTE, MEMORY)) {
            try {
                desk.read(input("[]"));
                return "accepted";
            } catch (ReportRefused e) {
                return e.what();
            }
        }
    }

    private interface Behaviour {
        Reading read(Allowance allowance);
    }

    private record Fake(Behaviour behaviour) implements ReportReader {
        @Override
        public Format format() {
            return new Format("fake");
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String title() {
            return "a fake";
        }

        @Override
        public boolean canBe(Kind kind) {
            return true;
        }

        @Override
        public Recognition recognise(Head head, Declared declared) {
            return Recognition.MATCH;
        }

        @Override
        public Reading read(ReportInput input, Head head, Allowance allowance) {
            return behaviour.read(allowance);
        }
    }
}
