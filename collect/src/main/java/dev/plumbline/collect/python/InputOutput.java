package dev.plumbline.collect.python;

import dev.plumbline.collect.syntax.Node;
import java.util.Set;

/// Finds calls that wait for the outside and keep everybody else waiting.
final class InputOutput {
    private static final Set<String> CLIENTS =
            Set.of("requests", "httpx", "urllib3", "subprocess", "smtplib", "socket");
    private static final Set<String> CLIENT_CALLS = Set.of(
            "get",
            "post",
            "put",
            "patch",
            "delete",
            "head",
            "options",
            "request",
            "run",
            "call",
            "check_call",
            "check_output",
            "Popen",
            "SMTP",
            "create_connection",
            "stream");
    private static final Set<String> FILES = Set.of("read_text", "read_bytes", "write_text", "write_bytes");
    private static final Set<String> SESSION_WAITS = Set.of(
            "execute",
            "executemany",
            "query",
            "scalars",
            "scalar",
            "exec",
            "commit",
            "flush",
            "refresh",
            "fetchone",
            "fetchall",
            "get");

    private InputOutput() {}

    static boolean blocks(Node call) {
        if (awaited(call)) {
            return false;
        }
        Node function = call.field("function");
        if (function == null) {
            return false;
        }
        String method = PythonCode.lastName(call);
        if (function.is("identifier")) {
            return method.equals("open") || method.equals("urlopen");
        }
        Node receiver = PythonCode.receiver(call);
        String on = receiver == null ? "" : receiver.text();
        return (CLIENTS.contains(on) && CLIENT_CALLS.contains(method))
                || (on.equals("time") && method.equals("sleep"))
                || (on.equals("os") && method.equals("system"))
                || method.equals("urlopen")
                || FILES.contains(method)
                || (PythonCode.isSession(receiver) && SESSION_WAITS.contains(method))
                || PythonCode.lastName(receiver).equals("objects");
    }

    /// Directly, or as a part of what is awaited.
    private static boolean awaited(Node call) {
        Node above = call.above("await", "block", "function_definition", "module");
        return above != null && above.is("await");
    }
}
