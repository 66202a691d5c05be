package dev.plumbline.standalone.command;

import dev.plumbline.http.Role;
import dev.plumbline.http.Tokens;
import dev.plumbline.standalone.start.Refused;
import dev.plumbline.standalone.token.OwnTokens;
import dev.plumbline.standalone.token.TokenFile;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "tokens",
        description = {
            "Say who may do what. A running process reads tokens at its start: restart it after a change.",
        },
        synopsisSubcommandLabel = "(create | list | revoke)")
final class TokensCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Which file.
    static final class FileOptions {
        @Mixin
        private DataOption data = new DataOption();

        @Option(
                names = "--token-file",
                paramLabel = "FILE",
                description = "The file to change. Default: the file «tokens» in the data folder")
        private @Nullable Path file;

        TokenFile open() {
            return file == null ? OwnTokens.file(data.path()) : new TokenFile(file);
        }
    }

    @Command(
            name = "create",
            description = "Make a token and print it. It is shown this once; the file keeps its hash.")
    int create(
            @Mixin FileOptions file,
            @Parameters(paramLabel = "NAME", description = "Who or what will use it: letters, digits, . _ @ -") String name,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            required = true,
                            split = ",",
                            description = "publisher, viewer, waiver-approver or admin; several with commas")
                    List<String> roles) {
        print(List.of(file.open().create(name, parsed(roles))));
        return 0;
    }

    @Command(name = "list", description = "Print names and roles.")
    int list(@Mixin FileOptions file) {
        print(file.open().tokens().holders().stream().map(TokensCommand::line).toList());
        return 0;
    }

    @Command(name = "revoke", description = "Take somebody's token out of the file.")
    int revoke(@Mixin FileOptions file, @Parameters(paramLabel = "NAME") String name) {
        file.open().revoke(name);
        return 0;
    }

    private static Set<Role> parsed(List<String> roles) {
        try {
            return roles.stream().map(Role::parse).collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private static String line(Tokens.Holder holder) {
        return holder.name() + " "
                + holder.roles().stream().sorted().map(Role::text).collect(Collectors.joining(","));
    }

    private void print(List<String> lines) {
        var out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
