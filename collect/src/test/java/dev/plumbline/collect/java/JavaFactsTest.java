package dev.plumbline.collect.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collect.Facts;
import dev.plumbline.collect.Trees;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.Position;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaFactsTest {
    @TempDir
    Path root;

    private Facts of(String source) {
        return new Trees(root).with("src/main/java/shop/Shop.java", source).collect();
    }

    @Test
    void routesSayWhatTheyTakeAndReturn() {
        var facts = new Trees(root)
                .with("src/main/java/shop/Order.java", "package shop; @Entity class Order { Long id; }")
                .with("src/main/java/shop/Api.java", """
                        package shop;
                        @RestController class Api {
                            @GetMapping("/v1/orders") List<OrderView> all() { return null; }
                            @GetMapping("/v1/orders/{id}") ResponseEntity<Order> one(@PathVariable long id) { return null; }
                            @PostMapping("/v1/orders") OrderView post(@RequestBody @Valid NewOrder order) { return null; }
                            @PutMapping("/v1/orders") OrderView put(@RequestBody NewOrder order) { return null; }
                            @PostMapping("/v1/raw") void raw(@RequestBody String text) { }
                            @PostMapping("/v1/many") void many(@RequestBody List<@Valid NewOrder> orders) { }
                            void helper(Order order) { }
                        }
                        """)
                .collect();

        assertThat(facts.count(Fact.FILES_UNPARSED)).isZero();
        assertThat(facts.count(Fact.JAVA_ROUTES)).isEqualTo(6);
        assertThat(facts.places(Fact.JAVA_ENTITY_ROUTES))
                .extracting(Position::message)
                .containsExactly("one");
        assertThat(facts.count(Fact.JAVA_BODY_ROUTES)).isEqualTo(3);
        assertThat(facts.places(Fact.JAVA_UNCHECKED_ROUTES))
                .extracting(Position::message)
                .containsExactly("put");
        assertThat(facts.count(Fact.JAVA_ENTITIES)).isEqualTo(1);
    }

    @Test
    void whatComesFromNowhereElseIsTheBodyWithJakarta() {
        var facts = of("""
                package shop;
                @Path("/v1/orders") class Shop {
                    @POST Response a(@Valid NewOrder order, @Context UriInfo uri) { return null; }
                    @POST Response b(NewOrder order, @QueryParam("q") String q) { return null; }
                    @GET Response c(@QueryParam("q") String q) { return null; }
                }
                """);

        assertThat(facts.count(Fact.JAVA_ROUTES)).isEqualTo(3);
        assertThat(facts.count(Fact.JAVA_BODY_ROUTES)).isEqualTo(2);
        assertThat(facts.places(Fact.JAVA_UNCHECKED_ROUTES))
                .extracting(Position::message)
                .containsExactly("b");
    }

    @Test
    void requestsThatAreSentAreNoRoutes() {
        var facts = of("@FeignClient(\"stock\") interface Stock { @GetMapping(\"/v1/stock\") Stock all(); }");

        assertThat(facts.count(Fact.JAVA_ROUTES)).isZero();
    }

    @Test
    void fieldsSayWhetherTheyChange() {
        var facts = of("""
                package shop;
                class Shop {
                    private final Orders orders;
                    private int count, sum;
                    static final int MAX = 3;
                    @Autowired Clock clock;
                }
                record Price(long cents, String currency) { }
                @Entity class Row { Long id; }
                class ShopBuilder { int a; }
                @Value class Pair { int a; int b; }
                interface Limits { int MOST = 3; }
                """);

        assertThat(facts.count(Fact.JAVA_FIELDS)).isEqualTo(7);
        assertThat(facts.places(Fact.JAVA_CHANGEABLE_FIELDS))
                .extracting(Position::message)
                .containsExactly("count", "sum");
    }

    @Test
    void injectionIntoFieldsAndMethodsIsSeen() {
        var facts = of("""
                class Shop {
                    @Inject Orders orders;
                    @Autowired Shop(Stock stock) { }
                    @Autowired void setClock(Clock clock) { }
                }
                """);

        assertThat(facts.count(Fact.JAVA_INJECTED_FIELDS)).isEqualTo(1);
        assertThat(facts.places(Fact.JAVA_INJECTED_METHODS))
                .extracting(Position::message)
                .containsExactly("setClock");
    }

    @Test
    void settingsAreReadInClassesOfSettings() {
        var facts = new Trees(root)
                .with(
                        "src/main/java/shop/ShopSettings.java",
                        "record ShopSettings(String url) { static String url() { return System.getenv(\"URL\"); } }")
                .with("src/main/java/shop/Shop.java", """
                        class Shop {
                            @Value("${shop.limit}") int limit;
                            void f(Environment env) { env.getProperty("a"); System.getProperty("b"); map.getProperty("c"); }
                        }
                        """)
                .collect();

        assertThat(facts.count(Fact.JAVA_SETTINGS)).isEqualTo(1);
        assertThat(facts.count(Fact.JAVA_ENVIRONMENT_READS)).isEqualTo(4);
        assertThat(facts.places(Fact.JAVA_ENVIRONMENT_OUTSIDE))
                .extracting(Position::line)
                .containsExactly(2, 3, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Component class Db implements HealthIndicator { }",
                "@Readiness class Db implements HealthCheck { }",
                "class Db extends AbstractHealthIndicator { }",
                "@RestController class Shop { @GetMapping(\"/healthz\") String f() { return \"\"; } }",
                "@Path(\"/\") class Shop { @GET @Path(\"health/ready\") String f() { return \"\"; } }"
            })
    void checksOfHealthAreKnown(String source) {
        assertThat(of(source).count(Fact.JAVA_HEALTH)).isEqualTo(1);
    }

    @Test
    void routesAboutHealthyThingsAreNoChecksOfHealth() {
        var facts = of("@RestController class Shop { @GetMapping(\"/v1/healthcare\") String f() { return \"\"; } }");

        assertThat(facts.count(Fact.JAVA_HEALTH)).isZero();
    }

    @Test
    void whatIsWrittenToTheConsoleIsSeen() {
        var facts = of("""
                class Shop { void f() {
                    System.out.println("a"); System.err.printf("b"); e.printStackTrace(); e.printStackTrace(writer);
                    log.info("System.out.println");
                } }
                """);

        assertThat(facts.count(Fact.JAVA_CONSOLE)).isEqualTo(3);
    }

    @Test
    void testsBelongToWhatTheyAreNamedAfterInTheSamePackage() {
        String method = " { void f() { } }";
        var facts = new Trees(root)
                .with("src/main/java/a/Shop.java", "package a; class Shop" + method)
                .with("src/main/java/a/Stock.java", "package a; class Stock" + method)
                .with("src/main/java/a/Price.java", "package a; record Price(long cents) { }")
                .with("src/main/java/b/Cart.java", "package b; class Cart" + method)
                .with("src/test/java/a/ShopTest.java", "package a; class ShopTest { @Test void f() { } }")
                .with("src/test/java/a/CartIT.java", "package a; class CartIT { @Test void f() { } }")
                .collect();

        assertThat(facts.count(Fact.JAVA_TYPES)).isEqualTo(3);
        assertThat(facts.places(Fact.JAVA_UNTESTED_TYPES))
                .extracting(Position::message)
                .containsExactly("Stock", "Cart");
    }
}
