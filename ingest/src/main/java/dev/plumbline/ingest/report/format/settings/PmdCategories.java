package dev.plumbline.ingest.report.format.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The rules for Java that a whole category of PMD holds in every release of PMD 7: those that
/// `category/java/*.xml` of 7.0.0, 7.10.0 and 7.17.0 to 7.24.0 all define. Rules that were added, renamed,
/// deprecated or moved between those releases are no part of it: which of them ran is not known.
final class PmdCategories {
    private static final Map<String, List<String>> RULES = Map.of(
            "bestpractices", list("""
                    AbstractClassWithoutAbstractMethod AccessorClassGeneration AccessorMethodGeneration
                    ArrayIsStoredDirectly AvoidMessageDigestField AvoidPrintStackTrace AvoidReassigningCatchVariables
                    AvoidReassigningLoopVariables AvoidReassigningParameters AvoidStringBufferField
                    AvoidUsingHardCodedIP CheckResultSet ConstantsInInterface DoubleBraceInitialization
                    ForLoopCanBeForeach ForLoopVariableCount GuardLogStatement JUnit4SuitesShouldUseSuiteAnnotation
                    JUnit5TestShouldBePackagePrivate JUnitUseExpected LiteralsFirstInComparisons LooseCoupling
                    MethodReturnsInternalArray MissingOverride OneDeclarationPerLine PreserveStackTrace
                    PrimitiveWrapperInstantiation ReplaceEnumerationWithIterator ReplaceHashtableWithMap
                    ReplaceVectorWithList SimplifiableTestAssertion SystemPrintln UnusedAssignment UnusedFormalParameter
                    UnusedLocalVariable UnusedPrivateField UnusedPrivateMethod UseCollectionIsEmpty UseStandardCharsets
                    UseTryWithResources UseVarargs WhileLoopWithLiteralBoolean
                    """),
            "codestyle", list("""
                    AtLeastOneConstructor AvoidDollarSigns AvoidProtectedFieldInFinalClass
                    AvoidProtectedMethodInFinalClassNotExtending AvoidUsingNativeCode BooleanGetMethodName
                    CallSuperInConstructor ClassNamingConventions CommentDefaultAccessModifier ConfusingTernary
                    ControlStatementBraces EmptyControlStatement EmptyMethodInAbstractClassShouldBeAbstract
                    ExtendsObject FieldDeclarationsShouldBeAtStartOfClass FieldNamingConventions
                    FinalParameterInAbstractMethod ForLoopShouldBeWhileLoop FormalParameterNamingConventions
                    IdenticalCatchBranches LinguisticNaming LocalHomeNamingConvention
                    LocalInterfaceSessionNamingConvention LocalVariableCouldBeFinal LocalVariableNamingConventions
                    LongVariable MDBAndSessionBeanNamingConvention MethodArgumentCouldBeFinal MethodNamingConventions
                    NoPackage OnlyOneReturn PackageCase PrematureDeclaration RemoteInterfaceNamingConvention
                    RemoteSessionInterfaceNamingConvention ShortClassName ShortMethodName ShortVariable
                    TooManyStaticImports UnnecessaryAnnotationValueElement UnnecessaryBoxing UnnecessaryCast
                    UnnecessaryConstructor UnnecessaryFullyQualifiedName UnnecessaryImport UnnecessaryModifier
                    UnnecessaryReturn UnnecessarySemicolon UseDiamondOperator UseExplicitTypes UseShortArrayInitializer
                    UseUnderscoresInNumericLiterals UselessParentheses UselessQualifiedThis
                    """),
            "design", list("""
                    AbstractClassWithoutAnyMethod AvoidDeeplyNestedIfStmts AvoidRethrowingException
                    AvoidThrowingNewInstanceOfSameException AvoidThrowingNullPointerException
                    AvoidThrowingRawExceptionTypes AvoidUncheckedExceptionsInSignatures
                    ClassWithOnlyPrivateConstructorsShouldBeFinal CognitiveComplexity CollapsibleIfStatements
                    CouplingBetweenObjects CyclomaticComplexity DataClass DoNotExtendJavaLangError
                    ExceptionAsFlowControl ExcessiveImports ExcessiveParameterList ExcessivePublicCount
                    FinalFieldCouldBeStatic GodClass ImmutableField InvalidJavaBean LawOfDemeter LogicInversion
                    LoosePackageCoupling MutableStaticState NPathComplexity NcssCount SignatureDeclareThrowsException
                    SimplifiedTernary SimplifyBooleanExpressions SimplifyBooleanReturns SimplifyConditional
                    SingularField SwitchDensity TooManyFields TooManyMethods UseObjectForClearerAPI UseUtilityClass
                    UselessOverridingMethod
                    """),
            "documentation", list("""
                    CommentContent CommentRequired CommentSize UncommentedEmptyConstructor UncommentedEmptyMethodBody
                    """),
            "errorprone", list("""
                    AssignmentInOperand AssignmentToNonFinalStatic AvoidAccessibilityAlteration AvoidAssertAsIdentifier
                    AvoidBranchingStatementAsLastInLoop AvoidCallingFinalize AvoidDecimalLiteralsInBigDecimalConstructor
                    AvoidDuplicateLiterals AvoidEnumAsIdentifier AvoidFieldNameMatchingMethodName
                    AvoidFieldNameMatchingTypeName AvoidInstanceofChecksInCatchClause AvoidLiteralsInIfCondition
                    AvoidMultipleUnaryOperators AvoidUsingOctalValues BrokenNullCheck CallSuperFirst CallSuperLast
                    CheckSkipResult ClassCastExceptionWithToArray CloneMethodMustBePublic
                    CloneMethodMustImplementCloneable CloneMethodReturnTypeMustMatchClassName CloseResource
                    CompareObjectsWithEquals ComparisonWithNaN ConstructorCallsOverridableMethod DetachedTestCase
                    DoNotCallGarbageCollectionExplicitly DoNotExtendJavaLangThrowable DoNotHardCodeSDCard
                    DoNotTerminateVM DoNotThrowExceptionInFinally DontUseFloatTypeForLoopIndices EmptyCatchBlock
                    EmptyFinalizer EqualsNull FinalizeDoesNotCallSuperFinalize FinalizeOnlyCallsSuperFinalize
                    FinalizeOverloaded FinalizeShouldBeProtected IdempotentOperations ImplicitSwitchFallThrough
                    InstantiationToGetClass InvalidLogMessageFormat JUnitSpelling JUnitStaticSuite JumbledIncrementer
                    MethodWithSameNameAsEnclosingClass MisplacedNullCheck MissingSerialVersionUID
                    MissingStaticMethodInNonInstantiatableClass MoreThanOneLogger NonSerializableClass
                    NonStaticInitializer NullAssignment OverrideBothEqualsAndHashcode ProperCloneImplementation
                    ProperLogger ReturnEmptyCollectionRatherThanNull ReturnFromFinallyBlock SimpleDateFormatNeedsLocale
                    SingleMethodSingleton SingletonClassReturningNewInstance StaticEJBFieldShouldBeFinal
                    StringBufferInstantiationWithChar SuspiciousEqualsMethodName SuspiciousHashcodeMethodName
                    SuspiciousOctalEscape TestClassWithoutTestCases UnconditionalIfStatement UnnecessaryBooleanAssertion
                    UnnecessaryCaseChange UnnecessaryConversionTemporary UnusedNullCheckInEquals
                    UseCorrectExceptionLogging UseEqualsToCompareStrings UseLocaleWithCaseConversions
                    UseProperClassLoader
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
                    InsufficientStringBufferDeclaration OptimizableToArrayCall RedundantFieldInitializer
                    StringInstantiation StringToString UseArrayListInsteadOfVector UseArraysAsList
                    UseIOStreamsWithApacheCommonsFileItem UseIndexOfChar UseStringBufferForStringAppends
                    UseStringBufferLength UselessStringValueOf
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
