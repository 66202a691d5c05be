package dev.plumbline.model.evidence;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One thing that is counted in a working tree: the catalogue of facts. Rules read a fact as `facts.` and
/// its id. Tests, generated and vendored code are left out unless the meaning names them.
public enum Fact {
    FILES("files.total", "files, without those of folders that are left out"),
    FILES_UNPARSED("files.unparsed", "source files whose syntax cannot be read throughout"),
    FILES_PASSED_OVER("files.passedOver", "files that are too large, unreadable or links that lead outside"),

    README("repository.readmes", "README files at the top"),
    LICENCES("repository.licences", "licence files at the top"),
    CHANGELOGS("repository.changelogs", "changelogs at the top"),
    CONTRIBUTING("repository.contributing", "guides for contributors"),
    SECURITY_POLICIES("repository.securityPolicies", "files that say how to report a vulnerability"),
    CODE_OWNERS("repository.codeOwners", "files that say who owns what"),
    DECISIONS("repository.decisions", "records of decisions of architecture (files in `adr`, `adrs` or `decisions`)"),
    ENVIRONMENT_FILES("repository.environmentFiles", "`.env` files with values, examples and templates not counted"),
    LOCK_FILES("repository.lockFiles", "lock files of package managers"),
    CONTAINER_FILES("repository.containerFiles", "Dockerfiles and Containerfiles"),
    WORKFLOWS("repository.workflows", "definitions of CI jobs"),
    SERVICE_LEVELS("repository.serviceLevels", "objectives of service levels (OpenSLO, Sloth, Pyrra)"),
    DISPUTED_SETTINGS("configuration.disputed", "settings to which two files of configuration give different values"),

    API_DOCUMENTS("api.documents", "API descriptions (OpenAPI, Swagger); two of the same operations are one"),
    API_OPERATIONS("api.operations.total", "operations of API descriptions"),
    API_UNVERSIONED("api.operations.unversioned", "of these, those without a version in path or server"),
    API_OPEN("api.operations.open", "of these, those that demand no security scheme"),
    API_UNDESCRIBED("api.operations.undescribed", "of these, those without a summary or description"),
    API_SCHEMAS("api.schemas.total", "named schemas of API descriptions"),
    API_PARAMETERS("api.parameters.total", "parameters of operations and paths"),
    API_UNDESCRIBED_PARAMETERS("api.parameters.undescribed", "of these, those without a description"),
    API_RESPONSES("api.responses.total", "responses of operations"),
    API_UNDESCRIBED_RESPONSES("api.responses.undescribed", "of these, those without a description"),
    API_ERRORS("api.errors.total", "responses of 4xx, 5xx and default that have a body"),
    API_OTHER_ERRORS("api.errors.other", "of these, those that are no problem details (`application/problem+json`)"),

    PYTHON_MODULES("python.modules.total", "modules with at least one function or class that has a body"),
    PYTHON_UNTESTED_MODULES("python.modules.untested", "of these, modules to which no test file belongs by its name"),
    PYTHON_FUNCTIONS("python.functions.total", "functions and methods"),
    PYTHON_UNTYPED_FUNCTIONS(
            "python.functions.untyped", "of these, those with a parameter or result without annotation"),
    PYTHON_SETTINGS("python.settings.classes", "classes of settings (`BaseSettings` and heirs)"),
    PYTHON_SETTINGS_FIELDS("python.settings.fields", "fields of classes of settings"),
    PYTHON_REPEATED_SETTINGS("python.settings.repeated", "names that two fields or reads of the environment share"),
    PYTHON_ENVIRONMENT_READS("python.environment.reads", "reads of `os.environ` and `os.getenv`"),
    PYTHON_ENVIRONMENT_OUTSIDE("python.environment.outside", "of these, reads in modules without a class of settings"),
    PYTHON_ROUTES(
            "python.routes.total", "functions that answer HTTP requests (FastAPI, Flask, Starlette, Django views)"),
    PYTHON_UNTYPED_ROUTES(
            "python.routes.untyped", "of these, those that take or return a bare dict, list, Any or nothing stated"),
    PYTHON_MODEL_ROUTES("python.routes.models", "of these, those that take or return a stored model"),
    PYTHON_STORING_ROUTES("python.routes.storing", "of these, those that query or change the database themselves"),
    PYTHON_COMPLEX_ROUTES("python.routes.complex", "of these, those with a cyclomatic complexity above 5"),
    PYTHON_IO_ROUTES("python.routes.inputOutput", "of these, those that do input or output themselves"),
    PYTHON_BLOCKING_ROUTES("python.routes.blocking", "of these, those that do it without await"),
    PYTHON_SCHEMAS("python.schemas.total", "Pydantic models, settings not counted"),
    PYTHON_REPEATED_SCHEMAS("python.schemas.repeated", "of these, those with the fields of another, three or more"),
    PYTHON_REPEATED_CONSTANTS("python.constants.repeated", "names of constants that two modules give one value"),
    PYTHON_MODELS("python.models.total", "stored models (SQLAlchemy, SQLModel, Django)"),
    PYTHON_LARGE_MODELS("python.models.large", "of these, those with five columns or more"),
    PYTHON_MODELS_UNMADE("python.models.withoutFactory", "of the large ones, those that no factory of the tests makes"),
    PYTHON_FACTORIES("python.factories.total", "factories of test data (factory_boy, polyfactory)"),
    PYTHON_DRIVERS("python.drivers.modules", "modules that import a database driver or ORM"),
    PYTHON_DRIVERS_OUTSIDE(
            "python.drivers.outside",
            "of these, modules outside of infrastructure, repositories, models and migrations"),
    PYTHON_PORTS("python.ports.total", "protocols and abstract classes"),
    PYTHON_REPOSITORIES("python.repositories.total", "classes of repositories, by their name"),
    PYTHON_LOOP_WRITES("python.loops.writes", "rows that are written one by one in a loop"),
    PYTHON_LOOP_QUERIES("python.loops.queries", "queries inside of a loop"),
    PYTHON_EAGER_LOADS("python.loads.eager", "places that load related rows together"),
    PYTHON_COOKIES("python.cookies.total", "cookies that are set"),
    PYTHON_UNSAFE_COOKIES("python.cookies.unsafe", "of these, those not secure, not HTTP-only or without SameSite"),
    PYTHON_LIMITERS("python.limiters.total", "limiters of request rates that are made or applied"),
    PYTHON_MIDDLEWARE("python.middleware.total", "middleware that is registered"),
    PYTHON_EXCEPTIONS("python.exceptions.total", "classes of exceptions of one's own"),
    PYTHON_SWALLOWED("python.exceptions.swallowed", "handlers that do nothing with what they catch"),
    PYTHON_SINGLETONS("python.singletons.total", "clients, engines and sessions made when a module is imported"),
    PYTHON_FIXTURES("python.fixtures.total", "fixtures of pytest"),
    PYTHON_TESTS("python.tests.total", "test functions"),
    PYTHON_MIGRATIONS("python.migrations.total", "Alembic migrations"),
    PYTHON_ONE_WAY_MIGRATIONS("python.migrations.oneWay", "of these, those that cannot be undone"),

    JAVA_TYPES("java.types.total", "source files with a method that has a body"),
    JAVA_UNTESTED_TYPES("java.types.untested", "of these, those to which no test belongs by its name and package"),
    JAVA_METHODS("java.methods.total", "methods and constructors"),
    JAVA_LONG_METHODS("java.methods.long", "of these, those of more than 60 lines"),
    JAVA_INJECTED_METHODS("java.methods.injected", "methods through which a container injects"),
    JAVA_CATCHES("java.catches.total", "catch clauses"),
    JAVA_SWALLOWED("java.catches.swallowed", "of these, empty ones"),
    JAVA_BROAD_CATCHES("java.catches.broad", "of these, those of Exception, RuntimeException or Throwable"),
    JAVA_FIELDS(
            "java.fields.total",
            "fields of objects and components of records; stored entities, builders and what is injected left out"),
    JAVA_CHANGEABLE_FIELDS("java.fields.changeable", "of these, those that are not final"),
    JAVA_INJECTED_FIELDS("java.fields.injected", "fields into which a container injects"),
    JAVA_MUTABLE_STATICS("java.fields.mutableStatic", "static fields that are not final"),
    JAVA_SETTINGS("java.settings.classes", "classes of settings or configuration, by annotation or name"),
    JAVA_ENVIRONMENT_READS(
            "java.environment.reads",
            "reads of environment variables and system properties, `@Value` and `@ConfigProperty` included"),
    JAVA_ENVIRONMENT_OUTSIDE(
            "java.environment.outside", "of these, reads in files without a class of settings or configuration"),
    JAVA_ROUTES("java.routes.total", "methods that answer HTTP requests (Spring, Jakarta REST, Micronaut)"),
    JAVA_ENTITY_ROUTES("java.routes.entities", "of these, those that take or return a stored entity"),
    JAVA_BODY_ROUTES("java.routes.bodies", "of these, those that take a body as an object"),
    JAVA_UNCHECKED_ROUTES("java.routes.unchecked", "of the latter, those that do not have the body checked (`@Valid`)"),
    JAVA_ENTITIES("java.entities.total", "stored entities (Jakarta Persistence, Spring Data, Micronaut Data)"),
    JAVA_CONSOLE("java.console.total", "writes to System.out and System.err, and calls of printStackTrace()"),
    JAVA_HEALTH("java.health.total", "checks of health, and routes whose path says health, live or ready"),
    JAVA_TESTS("java.tests.total", "test methods of JUnit and TestNG"),
    JAVA_DISABLED_TESTS("java.tests.disabled", "of these, those that are disabled"),

    TYPESCRIPT_MODULES("typescript.modules.total", "modules with at least one function"),
    TYPESCRIPT_UNTESTED_MODULES(
            "typescript.modules.untested", "of these, modules to which no test file belongs by its name"),
    TYPESCRIPT_FUNCTIONS("typescript.functions.total", "functions and methods"),
    TYPESCRIPT_ANY("typescript.types.any", "uses of the type any"),
    TYPESCRIPT_NON_NULL("typescript.types.nonNull", "assertions that something is not null (`!`)"),
    TYPESCRIPT_SILENCED(
            "typescript.types.silenced",
            "comments that silence the compiler (`@ts-ignore`, `@ts-nocheck`, `@ts-expect-error`)"),
    TYPESCRIPT_SWALLOWED("typescript.catches.swallowed", "catch clauses that are empty"),
    TYPESCRIPT_CONSOLE("typescript.console.total", "calls of console"),
    TYPESCRIPT_RAW_HTML("typescript.html.raw", "`dangerouslySetInnerHTML` and writes of innerHTML and outerHTML"),
    TYPESCRIPT_COMPONENTS("typescript.components.total", "functions and classes with a capital that make elements"),
    TYPESCRIPT_LARGE_COMPONENTS("typescript.components.large", "of these, those of more than 150 lines"),
    TYPESCRIPT_EFFECTS("typescript.effects.total", "effects of React"),
    TYPESCRIPT_REQUESTING_EFFECTS("typescript.effects.requesting", "of these, those that send requests themselves"),
    TYPESCRIPT_REQUESTS(
            "typescript.requests.total",
            "places that send HTTP requests (fetch, XMLHttpRequest, axios, ky, Angular's client)"),
    TYPESCRIPT_REQUESTS_OUTSIDE(
            "typescript.requests.outside", "of these, those outside of the folder in which most of them are"),
    TYPESCRIPT_LAZY("typescript.loads.lazy", "modules that are loaded when they are needed (`import()`)"),

    GO_PACKAGES("go.packages.total", "packages with at least one function"),
    GO_UNTESTED_PACKAGES("go.packages.untested", "of these, packages without a test file"),
    GO_FUNCTIONS("go.functions.total", "functions and methods"),
    GO_EXPORTED("go.exported.total", "exported functions and methods"),
    GO_UNDOCUMENTED("go.exported.undocumented", "of these, those without a comment"),
    GO_RETURNED_INTERFACES(
            "go.exported.interfaces", "exported functions and methods that return an interface of their own package"),
    GO_ROUTES("go.routes.total", "routes that are registered (net/http, chi, gin, echo, gorilla)"),
    GO_BODIES("go.bodies.total", "functions that read the body of a request into a value"),
    GO_UNCHECKED_BODIES(
            "go.bodies.unchecked", "of these, those that call nothing whose name says that it checks or validates"),
    GO_IGNORED_ERRORS(
            "go.errors.ignored", "results of calls of which the last, mostly the error, is thrown away with `_`"),
    GO_PANICS("go.panics.total", "calls of panic"),
    GO_INITS("go.inits.total", "init functions"),
    GO_TESTS("go.tests.total", "test functions");

    private static final Map<String, Fact> BY_ID =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Fact::id, Function.identity()));

    private final String id;
    private final String meaning;

    Fact(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    public static Optional<Fact> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    public String id() {
        return id;
    }

    public String meaning() {
        return meaning;
    }
}
