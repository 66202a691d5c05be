package dev.plumbline.collect.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collect.Trees;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.Position;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypescriptFactsTest {
    @TempDir
    Path root;

    @Test
    void componentsAreMeasured() {
        String rows = "<li/>\n".repeat(160);
        var facts = new Trees(root).with("src/a.tsx", """
                        export const Small = memo(forwardRef(() => <a/>));
                        export function Large() { return <ul>%s</ul>; }
                        class Old extends React.Component { render() { return <b/>; } }
                        function useThing() { return 1; }
                        function Plain() { return 2; }
                        const small = () => <a/>;
                        """.formatted(rows)).collect();

        assertThat(facts.count(Fact.FILES_UNPARSED)).isZero();
        assertThat(facts.count(Fact.TYPESCRIPT_COMPONENTS)).isEqualTo(3);
        assertThat(facts.places(Fact.TYPESCRIPT_LARGE_COMPONENTS))
                .extracting(Position::message)
                .containsExactly("Large");
    }

    @Test
    void effectsThatFetchAreNamed() {
        var facts = new Trees(root).with("src/a.tsx", """
                        function A() {
                            useEffect(() => { fetch("/x").then(r => set(r)); }, []);
                            useEffect(() => { document.title = "fetch()"; }, []);
                            React.useEffect(() => { const f = async () => { await axios.get("/y"); }; f(); });
                            return <a/>;
                        }
                        """).collect();

        assertThat(facts.count(Fact.TYPESCRIPT_EFFECTS)).isEqualTo(3);
        assertThat(facts.places(Fact.TYPESCRIPT_REQUESTING_EFFECTS))
                .extracting(Position::line)
                .containsExactly(2, 4);
    }

    @Test
    void requestsBelongIntoTheFolderWhereMostAre() {
        var facts = new Trees(root)
                .with("src/api/client.ts", "fetch('/a'); fetch('/b'); new XMLHttpRequest();\n")
                .with("src/api/v1/orders.ts", "axios.post('/c');\n")
                .with("src/pages/home.ts", "this.http.get('/d'); map.get('/e'); prefetch('/f');\n")
                .with("src/pages/home.test.ts", "fetch('/g');\n")
                .collect();

        assertThat(facts.count(Fact.TYPESCRIPT_REQUESTS)).isEqualTo(5);
        assertThat(facts.places(Fact.TYPESCRIPT_REQUESTS_OUTSIDE))
                .extracting(Position::path)
                .containsExactly("src/pages/home.ts");
    }

    @Test
    void modulesThatAreLoadedLaterAreCounted() {
        var facts = new Trees(root)
                .with("src/a.tsx", "import x from './x';\nconst L = lazy(() => import('./page'));\n")
                .collect();

        assertThat(facts.count(Fact.TYPESCRIPT_LAZY)).isEqualTo(1);
    }

    @Test
    void theCompilerIsSilencedInCommentsAlone() {
        var facts = new Trees(root)
                .with("src/a.ts", "// @ts-ignore\nf();\n/* @ts-expect-error: never */\ng('@ts-ignore');\n")
                .collect();

        assertThat(facts.places(Fact.TYPESCRIPT_SILENCED))
                .extracting(Position::line)
                .containsExactly(1, 3);
    }

    @Test
    void testsBelongToTheModuleOfTheirName() {
        var facts = new Trees(root)
                .with("src/cart.ts", "export const f = () => 1;\n")
                .with("src/price.tsx", "export const f = () => 1;\n")
                .with("src/stock.ts", "export const f = () => 1;\n")
                .with("src/shop/index.ts", "export const f = () => 1;\n")
                .with("src/types.ts", "export type A = string;\n")
                .with("src/cart.test.ts", "f();\n")
                .with("src/__tests__/price.tsx", "f();\n")
                .with("tests/shop.spec.ts", "f();\n")
                .collect();

        assertThat(facts.count(Fact.TYPESCRIPT_MODULES)).isEqualTo(4);
        assertThat(facts.places(Fact.TYPESCRIPT_UNTESTED_MODULES))
                .extracting(Position::path)
                .containsExactly("src/stock.ts");
    }
}
