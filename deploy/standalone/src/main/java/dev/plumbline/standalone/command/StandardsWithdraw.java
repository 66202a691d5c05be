package dev.plumbline.standalone.command;

import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import dev.plumbline.standalone.client.Server;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "withdraw",
        description = {
            "Withdraw published versions of standards, or bindings, from a running installation.",
            "Newest builds are judged again by what is left; builds from before keep their scorecards. The same can be"
                    + " published once more. Exit code 0: all is withdrawn; 1: something was refused."
        })
final class StandardsWithdraw implements Callable<Integer> {
    private static final int NO_CONTENT = 204;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "ID@VERSION",
            description = "Versions, e.g. backend-engineer-python@1.2.0.")
    private List<String> versions = new ArrayList<>();

    @Option(names = "--binding", paramLabel = "ID", description = "A binding, in all its revisions; may be repeated.")
    private List<String> bindings = new ArrayList<>();

    @Override
    public Integer call() {
        if (versions.isEmpty() && bindings.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name a version as ID@VERSION, or a --binding.");
        }
        var paths = versions.stream().map(this::path).toList();
        Server open = server.open();
        boolean all = true;
        // bindings first: a version that none asks for goes without anybody's being judged twice
        for (String binding : bindings) {
            String path = "/api/v1/bindings/" + URLEncoder.encode(binding, StandardCharsets.UTF_8);
            all &= said(open.delete(path), "binding " + binding);
        }
        for (int at = 0; at < versions.size(); at++) {
            all &= said(open.delete(paths.get(at)), versions.get(at));
        }
        return all ? 0 : StandardsLint.WRONG;
    }

    private String path(String version) {
        String[] parts = version.split("@", -1);
        try {
            if (parts.length == 2) {
                return "/api/v1/standards/" + new StandardId(parts[0]) + "/" + Version.parse(parts[1]);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        throw new ParameterException(spec.commandLine(), "«" + version + "» must have the form ID@VERSION.");
    }

    private boolean said(Server.Answer answer, String name) {
        if (answer.status() == NO_CONTENT) {
            spec.commandLine().getOut().println(name + ": withdrawn");
            spec.commandLine().getOut().flush();
            return true;
        }
        Say.line(
                spec.commandLine().getErr(),
                "plumbline: " + name + " was not withdrawn (" + answer.status() + "): " + answer.sentence());
        return false;
    }
}
