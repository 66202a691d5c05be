package dev.plumbline.standalone.run;

import static org.awaitility.Awaitility.await;

import dev.plumbline.standalone.PlumblineApp;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The program in a process of its own, for tests. Takes the agent that measures coverage along.
record Program(Process process, Path out, Path err) implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready at (http://\\S+)");

    static Program start(Path logs, String... words) throws IOException {
        Path out = Files.createTempFile(logs, "out", ".txt");
        Path err = Files.createTempFile(logs, "err", ".txt");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:") && argument.contains("jacoco"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1", // lives for seconds
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                PlumblineApp.class.getName()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Program(process, out, err);
    }

    /// {@return where it answers, once it is ready}
    URI awaitReady() {
        await().atMost(Duration.ofMinutes(4))
                .until(() -> ended() || READY.matcher(said()).find());
        var matcher = READY.matcher(said());
        if (!matcher.find()) {
            throw new AssertionError("the program ended with code " + process.exitValue() + ": " + said());
        }
        return URI.create(matcher.group(1));
    }

    /// {@return what standard error holds by now}
    String said() {
        return read(err);
    }

    String result() {
        return read(out);
    }

    private boolean ended() {
        return !process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
