package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.model.evidence.Kind;

/// A reader of a bill of materials.
interface InventoryReader extends ReportReader {
    @Override
    default int version() {
        return 1;
    }

    @Override
    default boolean canBe(Kind kind) {
        return kind.equals(Kind.INVENTORY);
    }
}
