package dev.plumbline.reporter.web;

import dev.plumbline.http.Reply;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/// Page records to HTML. The headers allow our own files and nothing else: no inline script or style, no frame, no form
/// that posts elsewhere.
final class Pages {
    private static final String POLICY = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self';"
            + " frame-ancestors 'none'; img-src 'self' data:";
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Pages.class.getClassLoader(), "dev.plumbline.reporter.web.pages");

    private Pages() {}

    static Reply show(int status, String template, Object page) {
        var html = new StringOutput();
        TEMPLATES.render(template + ".jte", page, html);
        return Reply.html(status, html.toString())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "same-origin");
    }
}
