package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.ReportReader;
import java.util.ArrayList;
import java.util.List;

/// The registry of formats of audits. Where two readers would take a file, the first does.
public final class AuditFormats {
    private AuditFormats() {}

    public static List<ReportReader> readers() {
        var readers = new ArrayList<ReportReader>();
        readers.add(new TrivyReader());
        readers.add(new CosignVulnReader());
        List.of(
                        Safety.audit(),
                        Npm.pnpm(),
                        Npm.npm(),
                        Composer.audit(),
                        Yarn.classic(),
                        Yarn.berry(),
                        Grype.audit(),
                        Osv.audit(),
                        Snyk.audit(),
                        Cargo.audit(),
                        Bundler.audit(),
                        Nancy.audit(),
                        Retire.audit(),
                        Hex.audit(),
                        DependencyTrack.audit(),
                        DependabotAlerts.audit(),
                        Dotnet.audit(),
                        DependencyCheckJson.audit(),
                        Gitlab.containers(),
                        Gitlab.dependencies())
                .forEach(audit -> readers.add(new AuditReader(audit)));
        List.of(ImageAudits.all(), PackageAudits.all(), Xray.all())
                .forEach(table -> table.forEach(audit -> readers.add(new AuditReader(audit))));
        readers.add(new DependencyCheckXml());
        readers.add(new BundlerTextReader());
        readers.add(new ZapXmlReader());
        List.of(ZapJson.scan(), OpenVex.scan(), Csaf.scan()).forEach(scan -> readers.add(new ScanReader(scan)));
        return List.copyOf(readers);
    }
}
