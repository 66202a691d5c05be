package dev.plumbline.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.AliasRegistered;
import dev.plumbline.model.catalog.CatalogEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdentitiesTest {
    private static final RepositoryId ONE = new RepositoryId("github:1");
    private static final RepositoryId TWO = new RepositoryId("github:2");
    private static final RepositoryId LAB = new RepositoryId("gitlab:lab.example:1");

    private final Identities identities = new Identities();
    private final List<AliasRegistered> log = new ArrayList<>();
    private final Registering registering = new Registering(
            identities,
            records -> records.forEach(record -> {
                log.add(record);
                identities.learn(record);
            }));

    @Test
    void theFirstIdUsedStaysForEver() throws Exception {
        assertThat(upload("acme/shop")).isEqualTo(local("acme/shop"));
        assertThat(upload(ONE, "acme/shop")).isEqualTo(local("acme/shop"));
        assertThat(upload(ONE, "acme/store")).isEqualTo(local("acme/shop"));
        assertThat(upload("acme/store")).isEqualTo(local("acme/shop"));
        assertThat(upload("acme/shop")).isEqualTo(local("acme/shop"));
    }

    @Test
    void aNumberThatCameFirstTakesItsNamesAfterIt() throws Exception {
        assertThat(upload(ONE, "acme/shop")).isEqualTo(ONE);
        assertThat(upload("acme/shop")).isEqualTo(ONE);
        assertThat(upload(ONE, "other/store")).isEqualTo(ONE);
        assertThat(upload("other/store")).isEqualTo(ONE);
    }

    @Test
    void whatIsKnownIsNotRegisteredAgain() throws Exception {
        upload("acme/shop");
        upload(ONE, "acme/shop");
        int before = log.size();
        upload("acme/shop");
        upload(ONE, "acme/shop");

        assertThat(before).isEqualTo(2);
        assertThat(log).hasSize(before);
    }

    @Test
    void anotherNumberUnderATakenNameIsAnotherRepository() throws Exception {
        upload("acme/shop");
        upload(ONE, "acme/shop");

        var settled = registering.settle(TWO, new RepositoryName("acme/shop"));

        assertThat(settled.id()).isEqualTo(TWO);
        assertThat(settled.notes())
                .containsExactly("The name acme/shop belongs to name:local/acme/shop; uploads that bring only the name"
                        + " go there.");
        assertThat(upload("acme/shop")).isEqualTo(local("acme/shop"));
        assertThat(upload(LAB, "acme/shop")).isEqualTo(LAB);
    }

    @Test
    void twoRepositoriesThatBothHaveAHistoryAreNeverMerged() throws Exception {
        upload(ONE, "acme/shop");
        upload("acme/store");

        assertThat(upload(ONE, "acme/store")).isEqualTo(ONE);
        assertThat(upload("acme/store")).isEqualTo(local("acme/store"));
    }

    @Test
    void uploadsDoNotMoveANameAndPeopleDo() throws Exception {
        upload(ONE, "acme/shop");
        upload(TWO, "acme/shop");
        assertThat(upload("acme/shop")).isEqualTo(ONE);

        identities.enter(TWO, entry(TWO, "acme/shop"));
        assertThat(upload("acme/shop")).isEqualTo(TWO);
        assertThat(upload(ONE, "acme/shop")).isEqualTo(ONE);

        identities.enter(TWO, null);
        assertThat(upload("acme/shop")).isEqualTo(ONE);
    }

    @Test
    void anEntryTellsOfNamesBeforeAnyUpload() throws Exception {
        identities.enter(ONE, entry(ONE, "acme/shop", "acme/old-shop", "gitlab:lab.example:1", "no id: at all"));

        assertThat(upload("acme/old-shop")).isEqualTo(ONE);
        assertThat(upload("acme/shop")).isEqualTo(ONE);
        assertThat(upload(LAB, "acme/elsewhere")).isEqualTo(ONE);
    }

    @Test
    void whatWasUsedIsNotSwallowedByAnEntry() throws Exception {
        upload("acme/shop");
        identities.enter(ONE, entry(ONE, "acme/store", "acme/shop"));

        assertThat(upload("acme/shop")).isEqualTo(local("acme/shop"));
    }

    @Test
    void ofTwoEntriesThatClaimOneNameTheOneThatHasItNowIsRight() throws Exception {
        identities.enter(ONE, entry(ONE, "acme/store", "acme/shop"));
        identities.enter(TWO, entry(TWO, "acme/shop"));
        assertThat(upload("acme/shop")).isEqualTo(TWO);

        identities.enter(TWO, entry(TWO, "acme/else", "acme/shop"));
        assertThat(upload("acme/shop")).isEqualTo(ONE);
    }

    @Test
    void entriesThatClaimEachOtherEndSomewhere() throws Exception {
        identities.enter(ONE, entry(ONE, "acme/one", "github:2"));
        identities.enter(TWO, entry(TWO, "acme/two", "github:1"));

        assertThat(upload(ONE, "acme/one")).isEqualTo(ONE);
        assertThat(upload(TWO, "acme/two")).isEqualTo(TWO);
    }

    @Test
    void aCircleThatTwoServersMadeHasOneAnswer() {
        identities.learn(new AliasRegistered(ONE, local("acme/shop")));
        identities.learn(new AliasRegistered(local("acme/shop"), ONE));

        assertThat(identities.canonical(ONE)).isEqualTo(ONE);
        assertThat(identities.canonical(local("acme/shop"))).isEqualTo(ONE);
    }

    @Test
    void oneRepositoryCannotTakeAllNames() throws Exception {
        for (int name = 0; name < 200; name++) {
            upload(ONE, "acme/name-" + name);
        }

        assertThat(log).hasSize(1 + Identities.ALIASES);
        assertThat(upload(ONE, "acme/name-199")).isEqualTo(ONE);
        assertThat(upload("acme/name-199")).isEqualTo(local("acme/name-199"));
    }

    @Test
    void whoComesSecondTakesTheAnswerOfTheFirstAndLeavesItsRecord() throws Exception {
        var late = new Registering(identities, records -> {
            identities.learn(new AliasRegistered(ONE, local("acme/shop")));
            log.addAll(records);
            records.forEach(identities::learn);
        });

        var settled = late.settle(ONE, new RepositoryName("acme/store"));

        assertThat(settled.id()).isEqualTo(local("acme/shop"));
        assertThat(log).contains(new AliasRegistered(ONE, ONE)).endsWith(new AliasRegistered(ONE, local("acme/shop")));
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    /// Nothing but what is on the log decides, so a restart and another server answer alike.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoeverReadsTheSameRecordsAnswersAlike(long seed) throws Exception {
        var random = new Random(seed);
        var asked = new ArrayList<RepositoryId>();
        for (int step = 0; step < 40; step++) {
            var name = "acme/r" + random.nextInt(6);
            var id = random.nextBoolean() ? local(name) : new RepositoryId("github:" + (1 + random.nextInt(6)));
            asked.add(id);
            registering.settle(id, new RepositoryName(name));
        }
        var shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, random);
        var other = new Identities();
        shuffled.forEach(other::learn);

        assertThat(log).extracting(AliasRegistered::alias).doesNotHaveDuplicates();
        assertThat(asked).allSatisfy(id -> {
            assertThat(other.canonical(id)).isEqualTo(identities.canonical(id));
            assertThat(other.canonical(other.canonical(id))).isEqualTo(other.canonical(id));
        });
    }

    private RepositoryId upload(String name) throws Exception {
        return upload(local(name), name);
    }

    private RepositoryId upload(RepositoryId id, String name) throws Exception {
        return registering.settle(id, new RepositoryName(name)).id();
    }

    private static RepositoryId local(String name) {
        return RepositoryId.ofName(new RepositoryName(name));
    }

    private static CatalogEntry entry(RepositoryId id, String name, String... aliases) {
        return new CatalogEntry(
                id,
                new RepositoryName(name),
                List.of(aliases),
                List.of(new CatalogEntry.Part(Component.ROOT, "team", "", Subject.UNKNOWN)));
    }
}
