package dev.plumbline.standalone.command;

import dev.plumbline.http.Role;
import dev.plumbline.http.Tokens;
import dev.plumbline.standalone.start.Refused;
import dev.plumbline.standalone.token.OwnTokens;
import dev.plumbline.standalone.token.TokenFile;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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
        description = "Say who may do what. A running process reads tokens at its start: restart it after a change.",
        synopsisSubcommandLabel = "(create | list | revoke)",
        subcommands = {TokensCommand.Create.class, TokensCommand.Listing.class, TokensCommand.Revoke.class})
final class TokensCommand {
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
    static final class Create implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private FileOptions file = new FileOptions();

        @Parameters(paramLabel = "NAME", description = "Who or what will use it: letters, digits, . _ @ -")
        private String name = "";

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                required = true,
                split = ",",
                description = "publisher, viewer, waiver-approver or admin; several with commas")
        private List<String> roles = List.of();

        @Override
        public Integer call() {
            print(spec, List.of(file.open().create(name, parsed())));
            return 0;
        }

        private Set<Role> parsed() {
            try {
                return roles.stream()
                        .map(Role::parse)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
            } catch (IllegalArgumentException e) {
                throw new Refused(String.valueOf(e.getMessage()), e);
            }
        }
    }

    @Command(name = "list", description = "Print names and roles.")
    static final class Listing implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Mixin
        private FileOptions file = new FileOptions();

        @Override
        public Integer call() {
            print(
                    spec,
                    file.open().tokens().holders().stream().map(Listing::line).toList());
            return 0;
        }

        private static String line(Tokens.Holder holder) {
            return holder.name() + " "
                    + holder.roles().stream().sorted().map(Role::text).collect(Collectors.joining(","));
        }
    }

    @Command(name = "revoke", description = "Take somebody's token out of the file.")
    static final class Revoke implements Callable<Integer> {
        @Mixin
        private FileOptions file = new FileOptions();

        @Parameters(paramLabel = "NAME", description = "Whose")
        private String name = "";

        @Override
        public Integer call() {
            file.open().revoke(name);
            return 0;
        }
    }

    private static void print(CommandSpec spec, List<String> lines) {
        var out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }
}
