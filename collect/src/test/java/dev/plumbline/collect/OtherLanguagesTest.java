package dev.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.Position;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherLanguagesTest {
    @TempDir
    Path root;

    @Test
    void javaSaysWhatItSwallowsInjectsAndShares() {
        var facts = new Trees(root)
                .with("src/main/java/a/Shop.java", """
                        package a;
                        class Shop {
                            @Autowired private Orders orders;
                            static int count;
                            static final int MAX = 3;
                            int sum(int a) {
                                try { return a; } catch (IOException e) { /* never */ }
                                try { return a; } catch (IllegalStateException | RuntimeException e) { throw e; }
                                return switch (a) { case 1 -> 2; default -> 3; };
                            }
                        }
                        """)
                .with(
                        "src/test/java/a/ShopTest.java",
                        "class ShopTest { @Test void a() {} @Test @Disabled void b() {} void c() {} }")
                .collect();

        assertThat(facts.count(Fact.FILES_UNPARSED)).isZero();
        assertThat(facts.count(Fact.JAVA_METHODS)).isEqualTo(1);
        assertThat(facts.places(Fact.JAVA_SWALLOWED)).extracting(Position::line).containsExactly(7);
        assertThat(facts.places(Fact.JAVA_BROAD_CATCHES))
                .extracting(Position::line)
                .containsExactly(8);
        assertThat(facts.count(Fact.JAVA_CATCHES)).isEqualTo(2);
        assertThat(facts.places(Fact.JAVA_INJECTED_FIELDS))
                .extracting(Position::line)
                .containsExactly(3);
        assertThat(facts.places(Fact.JAVA_MUTABLE_STATICS))
                .extracting(Position::line)
                .containsExactly(4);
        assertThat(facts.count(Fact.JAVA_TESTS)).isEqualTo(2);
        assertThat(facts.count(Fact.JAVA_DISABLED_TESTS)).isEqualTo(1);
    }

    @Test
    void typescriptSaysWhereTypesEndAndHtmlBegins() {
        var facts = new Trees(root)
                .with("src/a.ts", """
                        export const f = (x: any) => <string>x!;
                        try { f(1) } catch { }
                        console.log("any");
                        element.innerHTML = "<b>";
                        """)
                .with("src/b.tsx", "export const B = () => <div dangerouslySetInnerHTML={{__html: a}}>any</div>;\n")
                .with("src/a.test.ts", "console.log(1 as any)\n")
                .collect();

        assertThat(facts.count(Fact.FILES_UNPARSED)).isZero();
        assertThat(facts.count(Fact.TYPESCRIPT_FUNCTIONS)).isEqualTo(2);
        assertThat(facts.count(Fact.TYPESCRIPT_ANY)).isEqualTo(1);
        assertThat(facts.count(Fact.TYPESCRIPT_NON_NULL)).isEqualTo(1);
        assertThat(facts.count(Fact.TYPESCRIPT_SWALLOWED)).isEqualTo(1);
        assertThat(facts.count(Fact.TYPESCRIPT_CONSOLE)).isEqualTo(1);
        assertThat(facts.places(Fact.TYPESCRIPT_RAW_HTML))
                .extracting(Position::path)
                .containsExactly("src/a.ts", "src/b.tsx");
    }

    @Test
    void goSaysWhatIsThrownAwayAndWhatHasNoComment() {
        var facts = new Trees(root)
                .with("shop/shop.go", """
                        package shop

                        // Open opens.
                        func Open() error { return nil }

                        func (s Shop) Close() {
                        	_ = Open()
                        	a, _ := f()
                        	_, err := g()
                        	for _, x := range a { panic(x) }
                        }

                        func init() {}
                        """)
                .with(
                        "shop/shop_test.go",
                        "package shop\n\nfunc TestOpen(t *testing.T) { panic(1) }\nfunc helper() {}\n")
                .collect();

        assertThat(facts.count(Fact.FILES_UNPARSED)).isZero();
        assertThat(facts.count(Fact.GO_FUNCTIONS)).isEqualTo(3);
        assertThat(facts.count(Fact.GO_EXPORTED)).isEqualTo(2);
        assertThat(facts.places(Fact.GO_UNDOCUMENTED))
                .extracting(Position::message)
                .containsExactly("Close");
        assertThat(facts.places(Fact.GO_IGNORED_ERRORS))
                .extracting(Position::line)
                .containsExactly(7, 8);
        assertThat(facts.count(Fact.GO_PANICS)).isEqualTo(1);
        assertThat(facts.count(Fact.GO_INITS)).isEqualTo(1);
        assertThat(facts.count(Fact.GO_TESTS)).isEqualTo(1);
    }
}
