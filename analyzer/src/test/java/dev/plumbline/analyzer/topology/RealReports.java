package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.LineSets;
import dev.plumbline.model.evidence.TestsEvidence;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The kept reports of public projects, read as far as these tests need them.
final class RealReports {
    private RealReports() {}

    /// What one JUnit report says.
    record Results(List<String> passed, List<String> failed) {
        TestsEvidence evidence() {
            return Given.tests(passed, failed);
        }
    }

    static List<CoverageEvidence> coverage() {
        return contents("coverage-history.zip").stream()
                .map(RealReports::coverage)
                .toList();
    }

    static List<Results> tests() {
        return contents("junit-history.zip").stream().map(RealReports::results).toList();
    }

    private static List<String> contents(String archive) {
        var contents = new ArrayList<String>();
        try (InputStream in = RealReports.class.getResourceAsStream(archive);
                var zip = new ZipInputStream(Objects.requireNonNull(in))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    contents.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return contents;
    }

    private interface Visit {
        void start(String element, XMLStreamReader at);
    }

    private static void each(String report, Visit visit) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            var xml = factory.createXMLStreamReader(new StringReader(report));
            while (xml.hasNext()) {
                xml.next();
                if (xml.isStartElement()) {
                    visit.start(xml.getLocalName(), xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The kept reports must be readable.", e);
        }
    }

    private static String of(XMLStreamReader at, String attribute) {
        return Objects.requireNonNull(at.getAttributeValue(null, attribute));
    }

    private static CoverageEvidence coverage(String report) {
        SortedMap<Long, SortedMap<Integer, Boolean>> files = new TreeMap<>();
        var lines = new ArrayList<SortedMap<Integer, Boolean>>();
        each(report, (element, at) -> {
            if (element.equals("class")) {
                lines.add(files.computeIfAbsent(Fingerprints.hash(of(at, "filename")), _ -> new TreeMap<>()));
            } else if (element.equals("line")) {
                lines.getLast()
                        .put(Integer.valueOf(of(at, "number")), !of(at, "hits").equals("0"));
            }
        });
        int all = files.values().stream().mapToInt(its -> its.size()).sum();
        int hit = (int) files.values().stream()
                .flatMap(its -> its.values().stream())
                .filter(covered -> covered)
                .count();
        var totals = new CoverageTotals(hit, all, 0, 0, files.size());
        return new CoverageEvidence(
                Kind.COVERAGE,
                Given.source("coverage.xml", "coverage.py", "7", report),
                totals,
                totals,
                LineSets.of(files));
    }

    private static Results results(String report) {
        var passed = new ArrayList<String>();
        var failed = new ArrayList<String>();
        each(report, (element, at) -> {
            switch (element) {
                case "testcase" -> passed.add(of(at, "classname") + "::" + of(at, "name"));
                case "failure", "error" -> failed.add(passed.removeLast());
                default -> {
                    // nothing that these tests need
                }
            }
        });
        return new Results(List.copyOf(passed), List.copyOf(failed));
    }
}
