package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// Reads an XML report from its root element on.
final class XmlDialectReader implements ReportReader {
    private final XmlDialect dialect;

    XmlDialectReader(XmlDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Format format() {
        return new Format(dialect.format());
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "an XML report of " + dialect.tool().name();
    }

    @Override
    public FormatPage page() {
        return dialect.page();
    }

    @Override
    public boolean canBe(Kind kind) {
        return dialect.tool().canBe(kind);
    }

    @Override
    public Set<Shape.Sort> sorts() {
        return EnumSet.of(Shape.Sort.XML);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (dialect.sign().startsWith("<")) {
            Recognition look = Looks.root(head, roots());
            return look instanceof Recognition.Match && !Looks.has(head, dialect.sign())
                    ? Recognition.alike("its root element holds " + dialect.sign() + ", here it does not")
                    : look;
        }
        if (dialect.sign().isEmpty() || dialect.sign().indexOf('/') < 0) {
            return dialect.sign().isEmpty()
                    ? Looks.root(head, roots())
                    : Looks.rootWith(head, dialect.root(), dialect.sign());
        }
        Recognition look = Looks.root(head, roots());
        boolean own = look instanceof Recognition.Match
                && head.shape() instanceof Shape.Xml xml
                && Arrays.stream(dialect.sign().split("\\|")).anyMatch(xml.namespace()::contains);
        return own || !(look instanceof Recognition.Match)
                ? look
                : Recognition.alike("its root element lies in another namespace than here");
    }

    private String[] roots() {
        return dialect.root().split("\\|");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new FindingsSheet(allowance);
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!Arrays.asList(roots()).contains(xml.name())) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <"
                        + String.join("> or <", roots()) + ">.");
            }
            dialect.body().read(xml, sheet);
            while (xml.next() != Step.DONE) {
                // comments and white space end a file
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input, dialect.tool(), dialect.errors());
    }
}
