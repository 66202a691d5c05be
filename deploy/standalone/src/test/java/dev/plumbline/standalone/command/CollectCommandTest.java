package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectCommandTest {
    @TempDir
    Path folder;

    private record Said(int code, String out, String err) {}

    @Test
    void factsAreWrittenAndReadBackAsEvidence() throws IOException {
        Path tree = tree();
        String out = folder.resolve("facts.json").toString();

        var said = say("collect", tree.toString(), "--out", out);

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .isEqualTo(out + ": 2 files, 2 python; 1 not readable throughout" + System.lineSeparator());
        assertThat(say("read", out).out())
                .startsWith(out + ": plumbline-facts, by plumbline")
                .contains("evidence of facts");
    }

    @Test
    void standardOutputCarriesNothingButTheFacts() throws IOException {
        var said = say("collect", tree().toString(), "--out", "-");

        assertThat(said.out()).startsWith("{").endsWith("}\n").contains("\"files.unparsed\" : 1");
    }

    @Test
    void whatIsNoFolderIsRefused() {
        var said = say("collect", folder.resolve("nowhere").toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("nowhere is not a folder; name the top folder of a working tree.");
    }

    private Path tree() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve("a.py"), "def f(): return 1\n");
        Files.writeString(tree.resolve("b.py"), "def f(:\n");
        return tree;
    }

    private static Said say(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = PlumblineCommand.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Said(code, out.toString(), err.toString());
    }
}
