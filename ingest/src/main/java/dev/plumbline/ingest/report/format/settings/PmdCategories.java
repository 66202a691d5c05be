package dev.plumbline.ingest.report.format.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The rules for Java that a whole category of PMD holds in every release of PMD 7. Rules that were added, renamed or
/// moved between those releases are no part of it: which of them ran is not known.
final class PmdCategories {
    private static final Map<String, List<String>> RULES = Map.of(
            "bestpractices", list("""
                    AbstractClassWithoutAbstractMethod AccessorClassGeneration AccessorMethodGeneration
                    ArrayIsStoredDirectly AvoidPrintStackTrace AvoidReassigningCatchVariables
                    AvoidReassigningLoopVariables AvoidReassigningParameters AvoidStringBufferField
                    AvoidUsingHardCodedIP CheckResultSet ConstantsInInterface DoubleBraceInitialization
                    ForLoopCanBeForeach GuardLogStatement LiteralsFirstInComparisons LooseCoupling
                    MethodReturnsInternalArray MissingOverride OneDeclarationPerLine PreserveStackTrace
                    PrimitiveWrapperInstantiation SystemPrintln UnusedAssignment UnusedFormalParameter
                    UnusedLocalVariable UnusedPrivateField UnusedPrivateMethod UseCollectionIsEmpty
                    UseStandardCharsets UseTryWithResources UseVarargs WhileLoopWithLiteralBoolean
                    """),
            "codestyle", list("""
                    AtLeastOneConstructor AvoidDollarSigns AvoidProtectedFieldInFinalClass BooleanGetMethodName
                    CallSuperInConstructor ClassNamingConventions ConfusingTernary ControlStatementBraces
                    EmptyControlStatement ExtendsObject FieldDeclarationsShouldBeAtStartOfClass
                    FormalParameterNamingConventions IdenticalCatchBranches LinguisticNaming LocalVariableCouldBeFinal
                    LocalVariableNamingConventions LongVariable MethodArgumentCouldBeFinal MethodNamingConventions
                    NoPackage OnlyOneReturn PackageCase PrematureDeclaration ShortClassName ShortMethodName
                    ShortVariable UnnecessaryBoxing UnnecessaryCast UnnecessaryConstructor
                    UnnecessaryFullyQualifiedName UnnecessaryImport UnnecessaryModifier UnnecessaryReturn
                    UnnecessarySemicolon UseDiamondOperator UselessParentheses UselessQualifiedThis
                    """),
            "design", list("""
                    AbstractClassWithoutAnyMethod AvoidDeeplyNestedIfStmts AvoidRethrowingException
                    AvoidThrowingNewInstanceOfSameException AvoidThrowingNullPointerException
                    AvoidThrowingRawExceptionTypes ClassWithOnlyPrivateConstructorsShouldBeFinal CognitiveComplexity
                    CollapsibleIfStatements CouplingBetweenObjects CyclomaticComplexity DataClass ExcessiveImports
                    ExcessiveParameterList ExcessivePublicCount FinalFieldCouldBeStatic GodClass ImmutableField
                    LawOfDemeter LogicInversion MutableStaticState NPathComplexity NcssCount
                    SignatureDeclareThrowsException SimplifiedTernary SimplifyBooleanReturns SimplifyConditional
                    SingularField SwitchDensity TooManyFields TooManyMethods UselessOverridingMethod
                    """),
            "documentation", list("""
                    CommentContent CommentRequired CommentSize UncommentedEmptyConstructor UncommentedEmptyMethodBody
                    """),
            "errorprone", list("""
                    AssignmentInOperand AssignmentToNonFinalStatic AvoidAccessibilityAlteration
                    AvoidBranchingStatementAsLastInLoop AvoidDuplicateLiterals AvoidInstanceofChecksInCatchClause
                    AvoidLiteralsInIfCondition AvoidMultipleUnaryOperators AvoidUsingOctalValues BrokenNullCheck
                    CheckSkipResult ClassCastExceptionWithToArray CloseResource CompareObjectsWithEquals ComparisonWithNaN
                    ConstructorCallsOverridableMethod EmptyCatchBlock EmptyFinalizer EqualsNull IdempotentOperations
                    InvalidLogMessageFormat JumbledIncrementer MissingSerialVersionUID MoreThanOneLogger
                    NonStaticInitializer NullAssignment OverrideBothEqualsAndHashcode ProperLogger
                    ReturnEmptyCollectionRatherThanNull ReturnFromFinallyBlock SimpleDateFormatNeedsLocale
                    UnconditionalIfStatement UnusedNullCheckInEquals UseEqualsToCompareStrings
                    UseLocaleWithCaseConversions UseProperClassLoader
                    """),
            "multithreading", list("""
                    AvoidSynchronizedAtMethodLevel AvoidThreadGroup AvoidUsingVolatile DoNotUseThreads DontCallThreadRun
                    DoubleCheckedLocking NonThreadSafeSingleton UnsynchronizedStaticFormatter UseConcurrentHashMap
                    UseNotifyAllInsteadOfNotify
                    """),
            "performance", list("""
                    AddEmptyString AppendCharacterWithChar AvoidArrayLoops AvoidCalendarDateCreation AvoidFileStream
                    AvoidInstantiatingObjectsInLoops BigIntegerInstantiation ConsecutiveAppendsShouldReuse
                    ConsecutiveLiteralAppends InefficientEmptyStringCheck InefficientStringBuffering
                    OptimizableToArrayCall StringInstantiation StringToString UseArraysAsList UseIndexOfChar
                    UseStringBufferForStringAppends UseStringBufferLength UselessStringValueOf
                    """),
            "security", list("HardCodedCryptoKey InsecureCryptoIv"));

    /// Moved from one category to another within PMD 7: known to have run only where both did.
    private static final String MOVED = "AvoidCatchingGenericException";

    private static final List<String> MOVED_BETWEEN = List.of("design", "errorprone");

    private PmdCategories() {}

    private static List<String> list(String names) {
        return Arrays.asList(names.strip().split("\\s+"));
    }

    /// {@return the name of a category of rules for Java; empty where the reference is to something else}
    static String named(String reference) {
        String path = reference.startsWith("/") ? reference.substring(1) : reference;
        String start = "category/java/";
        String end = ".xml";
        if (!path.startsWith(start) || !path.endsWith(end)) {
            return "";
        }
        String name = path.substring(start.length(), path.length() - end.length());
        return RULES.containsKey(name) ? name : "";
    }

    /// {@return the rules that ran}
    ///
    /// @param categories included as a whole
    static Set<String> rules(Set<String> categories) {
        var rules = new TreeSet<String>();
        categories.forEach(it -> rules.addAll(RULES.getOrDefault(it, List.of())));
        if (categories.containsAll(MOVED_BETWEEN)) {
            rules.add(MOVED);
        }
        return rules;
    }
}
