package dev.plumbline.collect.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collect.Trees;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.Position;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoFactsTest {
    @TempDir
    Path root;

    @Test
    void exportedFunctionsThatReturnInterfacesOfTheirPackageAreNamed() {
        var facts = new Trees(root)
                .with("store/types.go", "package store\n\ntype Store interface { Get() error }\n")
                .with("store/store.go", """
                        package store

                        func New(s Store) (Store, error) { return nil, nil }
                        func (s *Disk) Inner() Store { return s }
                        func Open() (*Disk, error) { return nil, nil }
                        func open() Store { return nil }
                        func Err() error { return nil }
                        """)
                .with("web/web.go", "package web\n\nfunc Make() Store { return nil }\n")
                .collect();

        assertThat(facts.count(Fact.FILES_UNPARSED)).isZero();
        assertThat(facts.places(Fact.GO_RETURNED_INTERFACES))
                .extracting(Position::message)
                .containsExactly("New returns Store", "Inner returns Store");
    }

    @Test
    void routesAreKnownByPathAndHandler() {
        var facts = new Trees(root).with("web/web.go", """
                        package web

                        func routes() {
                        	mux.HandleFunc("GET /v1/orders", list)
                        	r.Get("/v1/orders/{id}", one)
                        	router.POST("/v1/orders", create)
                        	r.Method("PUT", "/v1/orders", put)
                        	cache.Get("/key")
                        	client.Get("name", 3)
                        }
                        """).collect();

        assertThat(facts.count(Fact.GO_ROUTES)).isEqualTo(4);
    }

    @Test
    void bodiesThatNobodyChecksAreNamed() {
        var facts = new Trees(root).with("web/web.go", """
                        package web

                        func bare(w http.ResponseWriter, r *http.Request) {
                        	json.NewDecoder(r.Body).Decode(&order)
                        }
                        func checked(w http.ResponseWriter, r *http.Request) {
                        	json.NewDecoder(r.Body).Decode(&order)
                        	if err := validate.Struct(order); err != nil { return }
                        }
                        func own(w http.ResponseWriter, r *http.Request) {
                        	json.NewDecoder(r.Body).Decode(&order)
                        	if err := order.Validate(); err != nil { return }
                        }
                        func gin(c *gin.Context) { c.ShouldBindJSON(&order) }
                        func echo(c echo.Context) error { return c.Bind(&order) }
                        func file() { json.NewDecoder(f).Decode(&order) }
                        """).collect();

        assertThat(facts.count(Fact.GO_BODIES)).isEqualTo(5);
        assertThat(facts.places(Fact.GO_UNCHECKED_BODIES))
                .extracting(Position::message)
                .containsExactly("bare", "echo");
    }

    @Test
    void packagesWithoutATestAreNamed() {
        var facts = new Trees(root)
                .with("main.go", "package main\n\nfunc main() {}\n")
                .with("a/a.go", "package a\n\nfunc f() {}\n")
                .with("a/a_test.go", "package a\n\nfunc TestF(t *testing.T) {}\n")
                .with("b/b.go", "package b\n\nconst B = 1\n")
                .collect();

        assertThat(facts.count(Fact.GO_PACKAGES)).isEqualTo(2);
        assertThat(facts.places(Fact.GO_UNTESTED_PACKAGES))
                .extracting(Position::path)
                .containsExactly(".");
    }
}
