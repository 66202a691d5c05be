package dev.plumbline.collect.python;

import dev.plumbline.collect.SourcePath;

/// Where a Python file stands in its project.
record PythonFile(SourcePath at) {

    String path() {
        return at.path();
    }

    boolean test() {
        String name = at.name();
        return name.startsWith("test_")
                || name.endsWith("_test.py")
                || name.equals("conftest.py")
                || name.equals("tests.py")
                || at.inTestFolder();
    }

    boolean migration() {
        var folders = at.folders();
        return folders.contains("migrations") || folders.contains("alembic") || folders.contains("versions");
    }

    /// Whether its name lets one expect a test of it.
    boolean module() {
        return !test()
                && !migration()
                && switch (at.name()) {
                    case "__init__.py", "__main__.py", "setup.py", "manage.py", "wsgi.py", "asgi.py", "noxfile.py" ->
                        false;
                    default -> at.name().endsWith(".py");
                };
    }
}
