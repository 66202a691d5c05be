package dev.plumbline.ingest.report.bench;

import dev.plumbline.ingest.report.syntax.Content;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A JaCoCo report of any length, made while it is read.
///
/// @param packages each of about 70 kB: 20 classes of 10 methods, and 20 source files of 100 lines
record LongJacoco(int packages) implements Content {
    private static final String COUNTERS = """
            <counter type="INSTRUCTION" missed="10" covered="30"/><counter type="BRANCH" missed="1" covered="1"/>\
            <counter type="LINE" missed="25" covered="75"/><counter type="METHOD" missed="1" covered="9"/>""";
    private static final String START = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" \
            "report.dtd"><report name="long"><sessioninfo id="a" start="1" dump="2"/>""";

    @Override
    public InputStream open() {
        Iterator<InputStream> pieces = Stream.concat(
                        Stream.of(START),
                        Stream.concat(
                                IntStream.range(0, packages).mapToObj(LongJacoco::pack),
                                Stream.of(COUNTERS + "</report>")))
                .<InputStream>map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .iterator();
        return new SequenceInputStream(Collections.enumeration(new Once(pieces)));
    }

    private static String pack(int number) {
        var text = new StringBuilder("<package name=\"org/example/p")
                .append(number)
                .append("\">");
        for (int file = 0; file < 20; file++) {
            text.append("<class name=\"org/example/p")
                    .append(number)
                    .append("/C")
                    .append(file)
                    .append("\" sourcefilename=\"C")
                    .append(file)
                    .append(".java\">");
            for (int method = 0; method < 10; method++) {
                text.append("<method name=\"m")
                        .append(method)
                        .append("\" desc=\"()V\" line=\"")
                        .append(method * 10 + 1)
                        .append("\">")
                        .append(COUNTERS)
                        .append("</method>");
            }
            text.append(COUNTERS).append("</class>");
        }
        for (int file = 0; file < 20; file++) {
            text.append("<sourcefile name=\"C").append(file).append(".java\">");
            for (int line = 1; line <= 100; line++) {
                text.append("<line nr=\"")
                        .append(line)
                        .append("\" mi=\"")
                        .append(line % 4 == 0 ? 3 : 0)
                        .append("\" ci=\"")
                        .append(line % 4 == 0 ? 0 : 3)
                        .append("\" mb=\"0\" cb=\"0\"/>");
            }
            text.append(COUNTERS).append("</sourcefile>");
        }
        return text.append(COUNTERS).append("</package>").toString();
    }

    /// A collection that is walked once.
    private static final class Once extends java.util.AbstractCollection<InputStream> {
        private final Iterator<InputStream> items;

        Once(Iterator<InputStream> items) {
            this.items = items;
        }

        @Override
        public Iterator<InputStream> iterator() {
            return items;
        }

        @Override
        public int size() {
            throw new UnsupportedOperationException("nobody knows before the end");
        }
    }
}
