package dev.plumbline.collect.python;

import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which modules of a file's imports are drivers of a database, and whether they belong there.
final class Imports {
    private static final Set<String> DRIVERS = Set.of(
            "sqlalchemy",
            "sqlmodel",
            "asyncpg",
            "psycopg",
            "psycopg2",
            "aiomysql",
            "pymysql",
            "MySQLdb",
            "sqlite3",
            "aiosqlite",
            "pymongo",
            "motor",
            "peewee",
            "tortoise",
            "databases",
            "oracledb",
            "cx_Oracle",
            "pyodbc");
    /// Words in the name of a folder or module in which access to data may live, or where parts are put together.
    private static final Pattern AT_HOME = Pattern.compile(
            "(^|_)(infra|infrastructure|adapters?|repositor(y|ies)|repos?|persistence|db|database|storage"
                    + "|dal|daos?|models?|orm|migrations|alembic|entities|tables|session|sessions|engine|uow|unit_of_work"
                    + "|deps|dependencies|container|bootstrap|seed|fixtures)($|_)");

    private final PythonFile file;
    private @Nullable Node first;

    Imports(PythonFile file) {
        this.file = file;
    }

    void see(Node statement) {
        if (first != null) {
            return;
        }
        boolean driver = statement.is("import_from_statement")
                ? isDriver(statement.textOf("module_name"))
                : statement.children().stream()
                        .map(it -> it.is("aliased_import") ? it.textOf("name") : it.text())
                        .anyMatch(Imports::isDriver);
        first = driver ? statement : null;
    }

    private static boolean isDriver(String module) {
        return DRIVERS.contains(module.split("\\.")[0]) || module.startsWith("django.db");
    }

    void count(Tally tally) {
        if (first == null) {
            return;
        }
        tally.add(Fact.PYTHON_DRIVERS);
        if (!atHome(file.at().stem()) && file.at().folders().stream().noneMatch(Imports::atHome)) {
            tally.add(Fact.PYTHON_DRIVERS_OUTSIDE, file.path(), first.line(), first.text());
        }
    }

    private static boolean atHome(String name) {
        return AT_HOME.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
