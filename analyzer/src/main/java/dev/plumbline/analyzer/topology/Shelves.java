package dev.plumbline.analyzer.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/// All that is kept of one partition.
record Shelves(
        StandardsShelf standards,
        CatalogShelf catalog,
        DecisionsShelf decisions,
        BaselineShelf baselines,
        BuildShelf builds,
        Walks walks) {

    static Shelves of(ProcessorContext<byte[], byte[]> context, CompiledStandards compiled) {
        KeyValueStore<String, byte[]> standards = context.getStateStore(StateStores.STANDARDS);
        KeyValueStore<String, byte[]> catalog = context.getStateStore(StateStores.CATALOG);
        KeyValueStore<String, byte[]> repositories = context.getStateStore(StateStores.REPOSITORIES);
        return new Shelves(
                new StandardsShelf(standards, new Rows(repositories, Rows.Of.PUBLISHED), compiled),
                new CatalogShelf(catalog),
                new DecisionsShelf(repositories),
                new BaselineShelf(repositories),
                new BuildShelf(repositories),
                new Walks(new Rows(repositories, Rows.Of.WALKS), new Rows(repositories, Rows.Of.JUDGED_AHEAD)));
    }
}
