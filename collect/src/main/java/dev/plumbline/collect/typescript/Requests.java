package dev.plumbline.collect.typescript;

import dev.plumbline.collect.syntax.Node;
import java.util.Set;

/// Knows calls that send HTTP requests, by the names of functions and receivers.
final class Requests {
    private static final Set<String> FUNCTIONS =
            Set.of("fetch", "window.fetch", "globalThis.fetch", "$fetch", "axios", "ky", "got");
    private static final Set<String> CLIENTS = Set.of("axios", "ky", "got", "superagent", "http", "httpClient");
    private static final Set<String> VERBS =
            Set.of("get", "post", "put", "patch", "delete", "head", "options", "request");

    private Requests() {}

    static boolean sends(Node node) {
        if (node.is("new_expression")) {
            return node.textOf("constructor").equals("XMLHttpRequest");
        }
        Node function = node.is("call_expression") ? node.field("function") : null;
        if (function == null) {
            return false;
        }
        if (function.is("member_expression") && VERBS.contains(function.textOf("property"))) {
            Node receiver = function.field("object");
            return receiver != null && CLIENTS.contains(client(receiver));
        }
        return function.isOneOf("identifier", "member_expression") && FUNCTIONS.contains(function.text());
    }

    /// {@return the last name of a receiver: `http` of `this.http`}
    private static String client(Node receiver) {
        return receiver.is("member_expression") ? receiver.textOf("property") : receiver.text();
    }

    /// Whether a request is sent somewhere below.
    static boolean within(Node node) {
        boolean[] found = new boolean[1];
        node.walk(below -> found[0] |= sends(below));
        return found[0];
    }
}
