package dev.plumbline.ingest.report.format.tests;

import java.util.List;

/// JSON of test tools, in the order in which they are asked.
final class JsonDialects {
    private JsonDialects() {}

    static List<JsonTests> all() {
        return List.of(
                GoogleTestJson.dialect(),
                PlaywrightJson.dialect(),
                MochawesomeJson.dialect(),
                PytestJson.dialect(),
                PytestLogJson.dialect(),
                LibtestJson.dialect(),
                XcresultJson.dialect(),
                NewmanJson.dialect(),
                CtrfJson.dialect());
    }
}
