package dev.plumbline.analyzer.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexesTest {
    private static boolean matches(String text, String regex, String call) throws CelEvaluationException {
        var problems = new ArrayList<StandardProblem>();
        var expression = Expressions.over(Map.of("text", SimpleType.STRING, "regex", SimpleType.STRING))
                .compile(call, SimpleType.BOOL, new Where("/", ""), problems);
        return expression == null
                ? fail("does not compile: " + problems)
                : expression.holds(name -> name.equals("text") ? text : regex);
    }

    @ParameterizedTest
    @CsvSource({
        "Getting started, (?i)START, true",
        "Getting started, ^started, false",
        "Getting started, 'started$', true",
        "'', .+, false",
        "'', .*, true"
    })
    void aPartOfTheTextIsEnoughAsAMethodAndAsAFunctionAgainAndAgain(String text, String regex, boolean expected)
            throws CelEvaluationException {
        for (String call : new String[] {"text.matches(regex)", "matches(text, regex)", "text.matches(regex)"}) {
            assertThat(matches(text, regex, call)).as(call).isEqualTo(expected);
        }
    }

    @Test
    void anExpressionOverTheBudgetIsRefusedEachTime() {
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> matches("aaaa", "((a{1,30}){1,30}){1,30}", "text.matches(regex)"))
                    .isInstanceOf(CelEvaluationException.class);
        }
    }

    @Test
    void whatIsNoExpressionIsAnErrorOfTheRule() {
        assertThatThrownBy(() -> matches("a", "(", "text.matches(regex)")).isInstanceOf(CelEvaluationException.class);
    }

    @Test
    void moreExpressionsThanAreKeptMatchAllTheSame() throws CelEvaluationException {
        for (int i = 0; i < 300; i++) {
            assertThat(matches("number " + i, "^number " + i + "$", "text.matches(regex)"))
                    .isTrue();
        }
    }
}
