/// The pages, drawn on the server: pictures of the read model become plain page records, and templates turn those into
/// HTML.
/// Every text of a report is hostile and leaves escaped; the pages need no script, and none is allowed but our own.
@NullMarked
package dev.plumbline.reporter.web;

import org.jspecify.annotations.NullMarked;
