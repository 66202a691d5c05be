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

class PythonFactsTest {
    @TempDir
    Path root;

    @Test
    void theEnvironmentIsReadInSettingsOrOutside() {
        new Trees(root).with("src/shop/settings.py", """
                import os
                class Common(BaseSettings):
                    model_config = SettingsConfigDict(env_prefix="SHOP_")
                    url: str = os.environ["DATABASE_URL"]
                class Settings(Common):
                    debug: bool = False
                """);

        var facts = of("""
                import os
                a = os.environ["A"]
                b = os.environ.get("B", "x")
                c = os.getenv("C")
                os.environ.setdefault("D", "1")
                os.environ["E"] = "1"
                note = "os.environ['F'] in a text"  # os.getenv("G")
                """);

        assertThat(facts.count(Fact.PYTHON_SETTINGS)).isEqualTo(2);
        assertThat(facts.count(Fact.PYTHON_ENVIRONMENT_READS)).isEqualTo(4);
        assertThat(names(facts, Fact.PYTHON_ENVIRONMENT_OUTSIDE)).containsExactly("A", "B", "C");
    }

    @Test
    void oneVariableReadInTwoPlacesIsRepeated() {
        new Trees(root).with("src/shop/settings.py", """
                class Settings(BaseSettings):
                    database_url: str
                    port: int
                class Other(BaseSettings):
                    model_config = SettingsConfigDict(env_prefix="OTHER_")
                    port: int
                """);

        var facts = of("url = os.environ['DATABASE_URL']\n");

        assertThat(names(facts, Fact.PYTHON_REPEATED_SETTINGS)).hasSize(1);
    }

    @Test
    void rowsThatAreWrittenOneByOneAreFoundAndBatchesAreNot() {
        var facts = of("""
                def each(session, orders):
                    for order in orders:
                        session.add(order)
                        session.commit()
                    for order in orders:
                        order.save()
                    for order in orders:
                        session.execute(text("INSERT INTO orders VALUES (:n)"), {"n": order})

                def together(session, orders):
                    for order in orders:
                        session.add(order)
                    session.commit()
                    for batch in batched(orders, 500):
                        session.execute(insert(Order), batch)
                    for row in session.execute(select(Order)):
                        yield row

                def per_row(session, orders):
                    for order in orders:
                        session.execute(select(Line).where(Line.order == order))
                    return [session.get(Customer, order.customer) for order in orders]
                """);

        assertThat(facts.places(Fact.PYTHON_LOOP_WRITES))
                .extracting(Position::line)
                .containsExactly(4, 6, 8);
        assertThat(facts.places(Fact.PYTHON_LOOP_QUERIES))
                .extracting(Position::line)
                .containsExactly(21, 22);
    }

    @Test
    void aLargeModelWithoutAFactoryIsNamed() {
        String columns = """
                    a = Column(Integer)
                    b = Column(Integer)
                    c = Column(Integer)
                    d = Column(Integer)
                    e = Column(Integer)
                    lines = relationship('Line')
                """;
        new Trees(root).with("tests/factories.py", """
                        class OrderFactory(SQLAlchemyModelFactory):
                            class Meta:
                                model = Order
                        class InvoiceFactory(ModelFactory[Invoice]): ...
                        """);

        var facts = of("Base = declarative_base()\nclass Order(Base):\n" + columns + "class Invoice(Base):\n" + columns
                + "class Customer(Base):\n" + columns + "class Small(Base):\n    a = Column(Integer)\n");

        assertThat(facts.count(Fact.PYTHON_MODELS)).isEqualTo(4);
        assertThat(facts.count(Fact.PYTHON_LARGE_MODELS)).isEqualTo(3);
        assertThat(names(facts, Fact.PYTHON_MODELS_UNMADE)).containsExactly("Customer");
    }

    @Test
    void aDriverIsAtHomeInInfrastructureOnly() {
        var facts = new Trees(root)
                .with("src/shop/infrastructure/orders.py", "from sqlalchemy import select\n")
                .with("src/shop/order_repository.py", "import asyncpg\n")
                .with("src/shop/domain/order.py", "from sqlalchemy.orm import Mapped\n")
                .with("src/shop/api.py", "import os\nimport psycopg.rows as rows\n")
                .with("tests/test_api.py", "import sqlalchemy\n")
                .collect();

        assertThat(facts.count(Fact.PYTHON_DRIVERS)).isEqualTo(4);
        assertThat(facts.places(Fact.PYTHON_DRIVERS_OUTSIDE))
                .containsExactly(
                        new Position("src/shop/api.py", 2, "import psycopg.rows as rows"),
                        new Position("src/shop/domain/order.py", 1, "from sqlalchemy.orm import Mapped"));
    }

    @Test
    void testsMirrorTheSourceTree() {
        String body = "def f():\n    return 1\n";
        var facts = new Trees(root)
                .with("src/shop/orders/service.py", body)
                .with("src/shop/orders/prices.py", body)
                .with("src/shop/api.py", body)
                .with("src/shop/lost.py", body)
                .with("src/shop/constants.py", "A = 1\n")
                .with("src/shop/__init__.py", body)
                .with("tests/unit/orders/test_service.py", body)
                .with("tests/test_prices.py", body)
                .with("tests/api_test.py", body)
                .collect();

        assertThat(facts.count(Fact.PYTHON_MODULES)).isEqualTo(4);
        assertThat(facts.places(Fact.PYTHON_UNTESTED_MODULES))
                .extracting(Position::path)
                .containsExactly("src/shop/lost.py", "src/shop/orders/prices.py");
    }

    @Test
    void cookiesAreSafeWithAllThreeFlags() {
        var facts = of("""
                response.set_cookie("a", "1", secure=True, httponly=True, samesite="lax")
                response.set_cookie("b", "1", secure=settings.tls, httponly=True, samesite="strict")
                response.set_cookie("c", "1", **flags)
                response.set_cookie("d", "1", secure=False, httponly=True, samesite="lax")
                response.set_cookie("e", "1", secure=True, httponly=True, samesite="none")
                response.set_cookie("f", "1")
                """);

        assertThat(facts.count(Fact.PYTHON_COOKIES)).isEqualTo(6);
        assertThat(facts.places(Fact.PYTHON_UNSAFE_COOKIES))
                .extracting(Position::line)
                .containsExactly(4, 5, 6);
    }

    @Test
    void limitersAndMiddlewareAreCounted() {
        var facts = of("""
                limiter = Limiter(key_func=get_remote_address)
                app.add_middleware(SlowAPIMiddleware)
                app = FastAPI(middleware=[Middleware(TrustedHostMiddleware)])

                @app.middleware("http")
                async def check(request, call_next): ...

                @router.get("/a")
                @limiter.limit("5/minute")
                async def a(request: Request) -> Out: ...
                """);

        assertThat(facts.count(Fact.PYTHON_LIMITERS)).isEqualTo(3);
        assertThat(facts.count(Fact.PYTHON_MIDDLEWARE)).isEqualTo(3);
    }

    @Test
    void schemasAndConstantsThatAreSaidTwiceAreNamed() {
        new Trees(root).with("src/shop/other.py", """
                TIMEOUT_SECONDS = 30
                PAGE_SIZE = 50
                class Copy(BaseModel):
                    number: int
                    name: str
                    price: float
                """);

        var facts = of("""
                TIMEOUT_SECONDS = 30
                PAGE_SIZE = 25
                class Order(BaseModel):
                    number: int
                    name: str
                    price: float
                class Line(BaseModel):
                    number: int
                """);

        assertThat(names(facts, Fact.PYTHON_REPEATED_SCHEMAS)).containsExactlyInAnyOrder("Order", "Copy");
        assertThat(names(facts, Fact.PYTHON_REPEATED_CONSTANTS)).containsExactly("TIMEOUT_SECONDS");
        assertThat(facts.count(Fact.PYTHON_SCHEMAS)).isEqualTo(3);
    }

    @Test
    void migrationsThatCannotBeUndoneAreNamed() {
        String head = "revision = 'a1'\ndef upgrade():\n    op.add_column('a', 'b')\n";
        var facts = new Trees(root)
                .with("alembic/versions/1.py", head + "def downgrade():\n    op.drop_column('a', 'b')\n")
                .with("alembic/versions/2.py", head + "def downgrade():\n    pass\n")
                .with("alembic/versions/3.py", head)
                .collect();

        assertThat(facts.count(Fact.PYTHON_MIGRATIONS)).isEqualTo(3);
        assertThat(facts.places(Fact.PYTHON_ONE_WAY_MIGRATIONS)).hasSize(2);
    }

    @Test
    void exceptionsOfOnesOwnAndSwallowedOnesAreCounted() {
        var facts = of("""
                class ShopError(Exception): ...
                class NoStock(ShopError): ...
                try:
                    a()
                except ValueError:
                    pass
                try:
                    a()
                except* OSError as e:
                    log.warning(e)
                """);

        assertThat(facts.count(Fact.PYTHON_EXCEPTIONS)).isEqualTo(2);
        assertThat(facts.places(Fact.PYTHON_SWALLOWED))
                .extracting(Position::line)
                .containsExactly(5);
    }

    private Facts of(String source) {
        return new Trees(root).with("src/shop/api.py", source).collect();
    }

    private static List<String> names(Facts facts, Fact fact) {
        return facts.places(fact).stream().map(Position::message).toList();
    }
}
