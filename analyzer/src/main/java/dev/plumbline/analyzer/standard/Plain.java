package dev.plumbline.analyzer.standard;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The plain part of CEL, which most rules consist of, evaluated without the machinery of the rest: comparing and
/// calculating with names and constants. It says the same as CEL or nothing at all: a name without a value, a number
/// out of range, a division by zero and values of types that it does not know leave the answer to CEL.
sealed interface Plain {

    /// {@return the value as CEL has it; null where CEL is to say}
    @Nullable
    Object in(Names names);

    /// {@return the plain form of an expression; null where it has parts that are not plain}
    ///
    /// @param variables names that stand for values
    static @Nullable Plain of(CelAbstractSyntaxTree ast, Set<String> variables) {
        return new Reading(ast.getReferenceMap(), variables).read(ast.getExpr());
    }

    /// Goes over the syntax tree.
    record Reading(Map<Long, CelReference> references, Set<String> variables) {
        @Nullable
        Plain read(CelExpr expression) {
            return switch (expression.getKind()) {
                case CONSTANT -> constant(expression.constant());
                case IDENT, SELECT -> named(references.get(expression.id()));
                case CALL -> call(expression.call());
                case LIST, MAP, STRUCT, COMPREHENSION, NOT_SET -> null;
            };
        }

        private static @Nullable Plain constant(CelConstant constant) {
            return switch (constant.getKind()) {
                case BOOLEAN_VALUE -> new Constant(constant.booleanValue());
                case INT64_VALUE -> new Constant(constant.int64Value());
                case DOUBLE_VALUE -> new Constant(constant.doubleValue());
                case STRING_VALUE -> new Constant(constant.stringValue());
                default -> null;
            };
        }

        private @Nullable Plain named(@Nullable CelReference reference) {
            return reference != null && variables.contains(reference.name()) ? new Name(reference.name()) : null;
        }

        private @Nullable Plain call(CelExpr.CelCall call) {
            if (call.target().isPresent()) {
                return null;
            }
            var all = new ArrayList<Plain>();
            for (var argument : call.args()) {
                var plain = read(argument);
                if (plain == null) {
                    return null;
                }
                all.add(plain);
            }
            return switch (call.function()) {
                case "_&&_" -> new Both(all.get(0), all.get(1));
                case "_||_" -> new Either(all.get(0), all.get(1));
                case "!_" -> new Not(all.getFirst());
                case "_?_:_" -> new Choice(all.get(0), all.get(1), all.get(2));
                case "_==_" -> new Equal(all.get(0), all.get(1), true);
                case "_!=_" -> new Equal(all.get(0), all.get(1), false);
                case "_<_" -> new Ordered(all.get(0), all.get(1), Order.LESS);
                case "_<=_" -> new Ordered(all.get(0), all.get(1), Order.AT_MOST);
                case "_>_" -> new Ordered(all.get(1), all.get(0), Order.LESS);
                case "_>=_" -> new Ordered(all.get(1), all.get(0), Order.AT_MOST);
                case "_+_" -> new Calculated(all.get(0), all.get(1), Operation.PLUS);
                case "_-_" -> new Calculated(all.get(0), all.get(1), Operation.MINUS);
                case "_*_" -> new Calculated(all.get(0), all.get(1), Operation.TIMES);
                case "_/_" -> new Calculated(all.get(0), all.get(1), Operation.BY);
                case "double" -> new Fraction(all.getFirst());
                case "@in" -> new Within(all.get(0), all.get(1));
                default -> null;
            };
        }
    }

    record Constant(Object value) implements Plain {
        @Override
        public Object in(Names names) {
            return value;
        }
    }

    record Name(String name) implements Plain {
        @Override
        public @Nullable Object in(Names names) {
            return names.value(name);
        }
    }

    record Both(Plain left, Plain right) implements Plain {
        @Override
        public @Nullable Object in(Names names) {
            var first = left.in(names);
            if (Boolean.FALSE.equals(first)) {
                return first;
            }
            return Boolean.TRUE.equals(first) && right.in(names) instanceof Boolean second ? second : null;
        }
    }

    record Either(Plain left, Plain right) implements Plain {
        @Override
        public @Nullable Object in(Names names) {
            var first = left.in(names);
            if (Boolean.TRUE.equals(first)) {
                return first;
            }
            return Boolean.FALSE.equals(first) && right.in(names) instanceof Boolean second ? second : null;
        }
    }

    record Not(Plain of) implements Plain {
        @Override
        public @Nullable Object in(Names names) {
            return of.in(names) instanceof Boolean truth ? !truth : null;
        }
    }

    record Choice(Plain condition, Plain yes, Plain no) implements Plain {
        @Override
        public @Nullable Object in(Names names) {
            return condition.in(names) instanceof Boolean truth ? (truth ? yes : no).in(names) : null;
        }
    }

    record Equal(Plain left, Plain right, boolean wanted) implements Plain {
        @Override
        public @Nullable Object in(Names names) {
            var one = left.in(names);
            var other = right.in(names);
            return switch (one) {
                case Long a when other instanceof Long b -> a.equals(b) == wanted;
                case Double a
                when other instanceof Double b && !a.isNaN() && !b.isNaN() ->
                    (a.doubleValue() == b.doubleValue()) == wanted;
                case String a when other instanceof String b -> a.equals(b) == wanted;
                case Boolean a when other instanceof Boolean b -> a.equals(b) == wanted;
                case null, default -> null;
            };
        }
    }

    enum Order {
        LESS,
        AT_MOST
    }

    record Ordered(Plain left, Plain right, Order order) implements Plain {
        @Override
        public @Nullable Object in(Names names) {
            var one = left.in(names);
            var other = right.in(names);
            if (one instanceof Long a && other instanceof Long b) {
                return order == Order.LESS ? a < b : a <= b;
            }
            if (one instanceof Double a && other instanceof Double b) {
                return order == Order.LESS ? a < b : a <= b;
            }
            return null;
        }
    }

    enum Operation {
        PLUS,
        MINUS,
        TIMES,
        BY;

        @Nullable
        Object of(long a, long b) {
            long high = Math.multiplyHigh(a, b);
            long low = a * b;
            return switch (this) {
                case PLUS -> ((a ^ (a + b)) & (b ^ (a + b))) < 0 ? null : (Object) (a + b);
                case MINUS -> ((a ^ b) & (a ^ (a - b))) < 0 ? null : (Object) (a - b);
                case TIMES -> high == low >> 63 ? (Object) low : null;
                case BY -> b == 0 || (b == -1 && a == Long.MIN_VALUE) ? null : (Object) (a / b);
            };
        }

        double of(double a, double b) {
            return switch (this) {
                case PLUS -> a + b;
                case MINUS -> a - b;
                case TIMES -> a * b;
                case BY -> a / b;
            };
        }
    }

    record Calculated(Plain left, Plain right, Operation operation) implements Plain {
        @Override
        public @Nullable Object in(Names names) {
            var one = left.in(names);
            var other = right.in(names);
            if (one instanceof Long a && other instanceof Long b) {
                return operation.of(a.longValue(), b.longValue());
            }
            return one instanceof Double a && other instanceof Double b
                    ? (Object) operation.of(a.doubleValue(), b.doubleValue())
                    : null;
        }
    }

    record Fraction(Plain of) implements Plain {
        @Override
        public @Nullable Object in(Names names) {
            return switch (of.in(names)) {
                case Long whole -> (double) whole;
                case Double fraction -> fraction;
                case null, default -> null;
            };
        }
    }

    /// A text in a list of texts, or among the keys of a map.
    record Within(Plain one, Plain many) implements Plain {
        @Override
        public @Nullable Object in(Names names) {
            if (!(one.in(names) instanceof String text)) {
                return null;
            }
            return switch (many.in(names)) {
                case List<?> list -> list.contains(text);
                case Map<?, ?> map -> map.containsKey(text);
                case null, default -> null;
            };
        }
    }
}
