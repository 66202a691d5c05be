package dev.plumbline.collect.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collect.Facts;
import dev.plumbline.collect.Trees;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.Position;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonRoutesTest {
    @TempDir
    Path root;

    @Test
    void routesAreTypedByModelsAndUntypedByBareContainers() {
        var facts = of("""
                @router.post("/orders", status_code=201)
                async def create(order: OrderIn, session: Session = Depends(make)) -> OrderOut:
                    return await service.create(order)

                @router.get("/orders", response_model=list[OrderOut])
                async def several(page: int = 1): ...

                @router.delete("/orders/{number}", status_code=204)
                async def remove(number: int): ...

                @router.post("/raw")
                async def raw(body: dict[str, Any]) -> OrderOut: ...

                @router.get("/anything")
                async def anything() -> list[dict]: ...

                @router.get("/nothing")
                async def nothing(order: OrderIn): ...

                @router.get("/mine")
                async def mine(user: Annotated[dict, Depends(current)]) -> OrderOut | None: ...
                """);

        assertThat(facts.count(Fact.PYTHON_ROUTES)).isEqualTo(7);
        assertThat(facts.places(Fact.PYTHON_UNTYPED_ROUTES))
                .extracting(Position::message)
                .containsExactly("raw", "anything", "nothing");
    }

    @Test
    void decoratorsThatRegisterNoRouteAreNone() {
        var facts = of("""
                @cache.get("orders")
                def cached(): ...

                @pytest.mark.parametrize("a", [1])
                def several(a): ...

                @app.on_event("startup")
                def start(): ...

                @mock.patch("requests.get")
                def mocked(): ...
                """);

        assertThat(facts.count(Fact.PYTHON_ROUTES)).isZero();
    }

    @Test
    void aRouteThatTakesOrReturnsAStoredModelIsNamed() {
        new Trees(root).with("src/shop/models.py", """
                class Base(DeclarativeBase): ...

                class Order(Base):
                    __tablename__ = "orders"
                    number: Mapped[int] = mapped_column(primary_key=True)
                """);

        var facts = of("""
                @router.get("/orders/{n}")
                async def one(n: int) -> Order: ...

                @router.get("/v2/orders/{n}")
                async def other(n: int) -> OrderOut: ...
                """);

        assertThat(facts.places(Fact.PYTHON_MODEL_ROUTES))
                .extracting(Position::message)
                .containsExactly("one");
        assertThat(facts.count(Fact.PYTHON_MODELS)).isEqualTo(1);
    }

    @Test
    void aRouteThatQueriesStoresAndOneThatAwaitsAServiceDoesNot() {
        var facts = of("""
                @router.get("/a")
                async def awaiting(session: AsyncSession = Depends(make)) -> Out:
                    return await session.scalars(select(Order))

                @router.get("/b")
                def waiting(session: Session = Depends(make)) -> Out:
                    return session.execute(select(Order)).all()

                @router.get("/c")
                async def clean(service: Service = Depends(make)) -> Out:
                    return await service.orders()

                @router.get("/d")
                async def fetching() -> Out:
                    return requests.get("https://example.org").json()

                @router.get("/e")
                def computing() -> Out:
                    return Out(total=1 + 1)
                """);

        assertThat(names(facts, Fact.PYTHON_STORING_ROUTES)).containsExactly("awaiting", "waiting");
        assertThat(names(facts, Fact.PYTHON_BLOCKING_ROUTES)).containsExactly("waiting", "fetching");
        assertThat(facts.count(Fact.PYTHON_IO_ROUTES)).isEqualTo(4);
    }

    @Test
    void aRouteOfManyBranchesIsComplex() {
        var facts = of("""
                @router.get("/a")
                def branching(a: int) -> Out:
                    if a > 1 and a < 9:
                        return 1
                    elif a == 2:
                        return 2
                    for i in range(a):
                        while i:
                            i -= 1
                    match a:
                        case 1: return 3
                        case _: return 4

                @router.get("/b")
                def straight(a: int) -> Out:
                    if a: return 1
                    return 2
                """);

        assertThat(names(facts, Fact.PYTHON_COMPLEX_ROUTES)).containsExactly("branching");
    }

    private Facts of(String source) {
        return new Trees(root).with("src/shop/api.py", source).collect();
    }

    private static List<String> names(Facts facts, Fact fact) {
        return facts.places(fact).stream().map(Position::message).toList();
    }
}
