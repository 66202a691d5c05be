package dev.plumbline.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void aFolderIsMadeWithItsParentsForTheOwnerAlone() throws IOException {
        Path deep = folder.resolve("a/b");

        try (var data = DataFolder.open(deep)) {
            assertThat(data.folder("reports")).isDirectory();
            assertThat(Files.getPosixFilePermissions(data.root()))
                    .noneMatch(p -> p.name().startsWith("OTHERS"));
        }
    }

    @Test
    void twoHoldersInOneProcessAreOneTooMany() throws IOException {
        try (var _ = DataFolder.open(folder)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> DataFolder.open(folder))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining(
                                "in use by process " + ProcessHandle.current().pid());
            }
        }
    }

    @Test
    void aFolderIsFreeAgainAfterItsHolderClosed() throws IOException {
        DataFolder.open(folder).close();

        try (var data = DataFolder.open(folder)) {
            assertThat(data.root()).isEqualTo(folder.toRealPath());
        }
    }

    @Test
    void aRefusedSecondHolderInThisProcessDoesNotFreeTheLockForOtherProcesses() throws Exception {
        try (var _ = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder)).isInstanceOf(Refused.class);

            assertThat(openInAnotherProcess())
                    .contains("in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aFolderAmongTemporaryFilesIsKnownAsOne() throws IOException {
        try (var data = DataFolder.open(folder.resolve("data"))) {
            assertThat(data.temporary()).isTrue();
            assertThat(data.within(Files.createDirectory(folder.resolve("elsewhere"))))
                    .isFalse();
            assertThat(data.within(folder.resolve("nowhere"))).isFalse();
        }
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file.resolve("below")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("file")
                .hasMessageContaining("cannot be written");
    }

    private String openInAnotherProcess() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opener.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /// The other process.
    static final class Opener {
        private Opener() {}

        public static void main(String[] args) throws IOException {
            try (var data = DataFolder.open(Path.of(args[0]))) {
                System.out.println("opened " + data.root());
            } catch (Refused e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
