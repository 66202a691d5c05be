package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandLineTest {
    @TempDir
    Path folder;

    private record Said(int code, String out, String err) {}

    @ParameterizedTest(name = "{0} --help")
    @MethodSource("commands")
    void everyCommandExplainsItselfAndItsOptions(String command) {
        var words = new ArrayList<>(command.isEmpty() ? List.<String>of() : List.of(command.split(" ")));
        words.add("--help");

        var said = say(words.toArray(String[]::new));

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .startsWith(("Usage: plumbline " + command).strip())
                .contains("--help");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void everyCommandAndEveryOptionHasADescription(String command) {
        CommandLine line = PlumblineCommand.line();
        for (String word : command.isEmpty() ? new String[0] : command.split(" ")) {
            line = Objects.requireNonNull(line.getSubcommands().get(word), word);
        }

        assertThat(line.getCommandSpec().usageMessage().description()).isNotEmpty();
        assertThat(line.getCommandSpec().options())
                .allSatisfy(option -> assertThat(option.description())
                        .as(option.longestName())
                        .isNotEmpty());
    }

    @Test
    void aCommandThatIsNamedIsMadeAlone() {
        assertThat(PlumblineCommand.line("up", "--help").getSubcommands()).containsOnlyKeys("up");
        assertThat(PlumblineCommand.line("pu").getSubcommands()).containsKeys("up", "demo", "standards");
    }

    @Test
    void helpListsOnlyWhatIsForPeople() {
        assertThat(say("--help").out())
                .contains("demo", "up", "ingest", "analyzer", "reporter", "topics", "tokens", "bench")
                .doesNotContain("train");
    }

    @Test
    void aWrongWordIsRefusedWithASuggestion() {
        var said = say("reportre");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("reportre").contains("reporter").doesNotContain("Exception");
    }

    @Test
    void aWrongOptionIsRefusedWithTheCommandThatLists() {
        var said = say("up", "--prot", "1");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--prot").contains("plumbline up --help");
    }

    @Test
    void noCommandIsRefused() {
        assertThat(say().code()).isEqualTo(2);
    }

    @Test
    void listeningElsewhereThanOnLoopbackNeedsATokenFile() {
        var said = say("up", "--bind", "0.0.0.0", "--port", "0", "--data", data());

        assertRefused(said, "0.0.0.0", "--token-file");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void listeningElsewhereNeedsATokenInTheTokenFile() throws IOException {
        Path empty = Files.writeString(folder.resolve("nobody"), "# nobody yet\n");

        assertRefused(
                say("up", "--bind", "0.0.0.0", "--port", "0", "--data", data(), "--token-file", empty.toString()),
                "at least one token");
    }

    @Test
    void aTokenFileThatIsMissingOrWrongIsNamedWithItsLine() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong"), "# a comment\nada viewer\n");

        assertRefused(say("up", "--data", data(), "--token-file", folder + "/none"), "none", "no such file");
        assertRefused(
                say("up", "--data", data(), "--token-file", wrong.toString()),
                "wrong, line 2",
                "name role[,role] sha256",
                "2 fields");
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingIsTouched() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var said = say("up", "--port", String.valueOf(taken.getLocalPort()), "--data", data());

            assertRefused(said, "port " + taken.getLocalPort(), "--port");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertRefused(say("up", "--port", "0", "--data", file + "/below"), "file/below", "--data");
    }

    @Test
    void aServiceAloneNeedsACluster() {
        assertRefused(say("ingest", "--port", "0", "--data", data()), "--bootstrap-servers");
        assertRefused(say("topics", "diff"), "--bootstrap-servers");
    }

    @Test
    void aTopicPrefixThatKafkaWouldNotTakeIsRefused() {
        assertRefused(say("topics", "diff", "--bootstrap-servers", "127.0.0.1:1", "--topic-prefix", "a b"), "a b");
    }

    @Test
    void kafkaSettingsThatCannotBeReadAreNamed() {
        assertRefused(
                say("topics", "diff", "--bootstrap-servers", "127.0.0.1:1", "--kafka-properties", folder + "/none"),
                "none",
                "no such file");
    }

    @Test
    void aTokenIsShownOnceListedWithoutItsSecretAndRevoked() throws IOException {
        Path file = folder.resolve("tokens");

        var created = say("tokens", "create", "ada", "--role", "viewer,publisher", "--token-file", file.toString());
        var listed = say("tokens", "list", "--token-file", file.toString());
        var again = say("tokens", "create", "ada", "--role", "viewer", "--token-file", file.toString());
        var revoked = say("tokens", "revoke", "ada", "--token-file", file.toString());

        assertThat(created.out()).startsWith("plb_").hasLineCount(1);
        assertThat(listed.out()).isEqualTo("ada publisher,viewer\n");
        assertRefused(again, "ada", "revoke it first");
        assertThat(revoked.code()).isZero();
        assertThat(Files.readString(file)).isEmpty();
    }

    @Test
    void aTokenForNobodyOrForAnUnknownRoleIsRefused() {
        String file = folder.resolve("tokens").toString();

        assertRefused(say("tokens", "revoke", "bob", "--token-file", file), "bob");
        assertRefused(say("tokens", "create", "bob", "--role", "king", "--token-file", file), "king", "viewer");
        assertRefused(say("tokens", "create", "anonymous", "--role", "viewer", "--token-file", file), "anonymous");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static void assertRefused(Said said, String... parts) {
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("plumbline: ").contains(parts).hasLineCount(1);
    }

    private static Said say(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = PlumblineCommand.line(words)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new Said(code, out.toString(), err.toString());
    }

    private static Stream<String> commands() {
        return named("", PlumblineCommand.line());
    }

    private static Stream<String> named(String name, CommandLine line) {
        return Stream.concat(
                Stream.of(name),
                line.getSubcommands().entrySet().stream()
                        .flatMap(sub -> named((name + " " + sub.getKey()).strip(), sub.getValue())));
    }
}
