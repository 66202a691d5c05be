package dev.plumbline.analyzer.standard;

import com.google.re2j.Pattern;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// CEL's `matches` with the same syntax, budget and meaning, but for compiling a regular expression anew for each text:
/// a rule over the headings of a README costs as much as all others together otherwise.
final class Regexes {
    /// Standards bring a few; a rule that makes expressions out of evidence must not fill the memory.
    private static final int KEPT = 256;

    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Regexes() {}

    /// {@return CEL's own functions without `matches`}
    static CelStandardFunctions others() {
        return CelStandardFunctions.newBuilder()
                .excludeFunctions(StandardFunction.MATCHES)
                .build();
    }

    static Set<CelFunctionBinding> bindings() {
        return CelFunctionBinding.fromOverloads(
                "matches",
                CelFunctionBinding.from("matches", String.class, String.class, Regexes::matches),
                CelFunctionBinding.from("matches_string", String.class, String.class, Regexes::matches));
    }

    private static boolean matches(String text, String regex) {
        var matcher = pattern(regex).matcher(text);
        return Expressions.CHECKED.enableRegexPartialMatch() ? matcher.find() : matcher.matches();
    }

    /// @throws com.google.re2j.PatternSyntaxException when it is none
    private static Pattern pattern(String regex) {
        var known = COMPILED.get(regex);
        if (known != null) {
            return known;
        }
        var pattern = Pattern.compile(regex);
        int most = Expressions.CHECKED.maxRegexProgramSize();
        if (most >= 0 && pattern.programSize() > most) {
            throw new IllegalArgumentException("the regular expression comes to " + pattern.programSize()
                    + " instructions, over the limit of " + most);
        }
        if (COMPILED.size() >= KEPT) {
            COMPILED.clear();
        }
        COMPILED.put(regex, pattern);
        return pattern;
    }
}
