package dev.plumbline.ingest.identity;

import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.catalog.AliasRegistered;
import java.util.ArrayList;
import java.util.List;

/// Settles whose an upload is: registers what it teaches, and answers by what holds after that.
public final class Registering implements Repositories {
    private final Identities identities;
    private final Register register;

    /// Where aliases are registered.
    @FunctionalInterface
    public interface Register {
        /// Returns when the identities have learned the records, or others of the same aliases that came
        /// before.
        void put(List<AliasRegistered> records) throws Unsettled;
    }

    public Registering(Identities identities, Register register) {
        this.identities = identities;
        this.register = register;
    }

    @Override
    public Settled settle(RepositoryId id, RepositoryName name) throws Unsettled {
        var news = identities.news(id, name);
        if (!news.isEmpty()) {
            register.put(news);
            restore(news);
        }
        return identities.settled(id, name);
    }

    /// A record that came second must not be the one that compaction leaves: the first is written after it
    /// once more.
    private void restore(List<AliasRegistered> news) throws Unsettled {
        var lost = new ArrayList<AliasRegistered>();
        for (var record : news) {
            var holder = identities.holder(record.alias());
            if (holder != null && !holder.equals(record.repository())) {
                lost.add(new AliasRegistered(record.alias(), holder));
            }
        }
        if (!lost.isEmpty()) {
            register.put(lost);
        }
    }
}
