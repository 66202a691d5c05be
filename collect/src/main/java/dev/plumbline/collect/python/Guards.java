package dev.plumbline.collect.python;

import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what protects a service: limits of rates, middleware, flags of cookies; and what is made once for all.
final class Guards {
    private static final Set<String> LIMITERS = Set.of("Limiter", "RateLimiter", "FastAPILimiter", "AsyncLimiter");
    private static final Set<String> SINGLES = Set.of(
            "create_engine",
            "create_async_engine",
            "AsyncClient",
            "Client",
            "Session",
            "ClientSession",
            "AsyncSession",
            "Redis",
            "StrictRedis",
            "MongoClient",
            "AsyncIOMotorClient",
            "KafkaProducer",
            "AIOKafkaProducer",
            "Elasticsearch",
            "AsyncElasticsearch",
            "ThreadPoolExecutor",
            "ProcessPoolExecutor");

    private Guards() {}

    static void call(PythonFile file, Node call, Tally tally) {
        String name = PythonCode.lastName(call);
        if (LIMITERS.contains(name)) {
            tally.add(Fact.PYTHON_LIMITERS);
        }
        if (name.equals("add_middleware")) {
            tally.add(Fact.PYTHON_MIDDLEWARE);
            var first = PythonCode.positional(call);
            if (!first.isEmpty() && limits(first.getFirst().text())) {
                tally.add(Fact.PYTHON_LIMITERS);
            }
        }
        Node middleware = PythonCode.argument(call, "middleware");
        if (middleware != null && middleware.is("list")) {
            middleware(middleware, tally);
        }
        if (name.equals("set_cookie") && PythonCode.receiver(call) != null) {
            tally.add(Fact.PYTHON_COOKIES);
            if (!safe(call)) {
                tally.add(Fact.PYTHON_UNSAFE_COOKIES, file.path(), call.line(), call.text());
            }
        }
    }

    /// A flag that is computed counts as set; what is handed on with `**` cannot be seen and counts as set too.
    private static boolean safe(Node call) {
        Node arguments = call.field("arguments");
        if (arguments != null && arguments.has("dictionary_splat")) {
            return true;
        }
        Node site = PythonCode.argument(call, "samesite");
        return on(PythonCode.argument(call, "secure"))
                && on(PythonCode.argument(call, "httponly"))
                && site != null
                && !site.text().toLowerCase(Locale.ROOT).contains("none");
    }

    private static boolean on(@Nullable Node flag) {
        return flag != null && !flag.is("false") && !flag.is("none");
    }

    /// `@limiter.limit("5/minute")`, `@ratelimit(key="ip")`, `@app.middleware("http")`.
    static void decorator(Node decorator, Tally tally) {
        Node call = decorator.child("call");
        String name = PythonCode.lastName(call == null ? decorator : call);
        String on = call == null ? "" : PythonCode.lastName(PythonCode.receiver(call));
        if (name.equals("middleware")) {
            tally.add(Fact.PYTHON_MIDDLEWARE);
        }
        boolean limit = name.equals("limit") && on.toLowerCase(Locale.ROOT).contains("limit");
        if (limit || limits(name)) {
            tally.add(Fact.PYTHON_LIMITERS);
        }
    }

    /// Django's settings: a list of middleware, and Django REST framework's throttles.
    static void setting(String name, Node value, Tally tally) {
        if (name.equals("MIDDLEWARE") && value.is("list")) {
            middleware(value, tally);
        }
        if (name.equals("REST_FRAMEWORK") && value.text().contains("DEFAULT_THROTTLE_CLASSES")) {
            tally.add(Fact.PYTHON_LIMITERS);
        }
    }

    private static void middleware(Node list, Tally tally) {
        for (Node entry : list.children()) {
            if (!entry.is("comment")) {
                tally.add(Fact.PYTHON_MIDDLEWARE);
                if (limits(entry.text())) {
                    tally.add(Fact.PYTHON_LIMITERS);
                }
            }
        }
    }

    private static boolean limits(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("_", "");
        return plain.contains("ratelimit") || plain.contains("slowapi") || plain.contains("throttl");
    }

    /// Whether a value is a client, engine or session that the whole process shares.
    static boolean single(Node value) {
        return value.is("call") && SINGLES.contains(PythonCode.lastName(value));
    }
}
