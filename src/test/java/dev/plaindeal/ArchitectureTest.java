package dev.plaindeal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The pipeline is the architecture: what may know what, and why. */
class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.plaindeal");

    @Test
    void somethingWasAnalysed() {
        assertThat(ALL.size()).as("classes of the product").isGreaterThan(100);
        assertThat(ALL.contain("dev.plaindeal.price.Pricer")).isTrue();
    }

    @Test
    void importsRunOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.plaindeal..")
                .layer("packed").definedBy("dev.plaindeal.packed")
                .layer("text").definedBy("dev.plaindeal.text")
                .layer("problem").definedBy("dev.plaindeal.problem")
                .layer("model").definedBy("dev.plaindeal.model")
                .layer("read").definedBy("dev.plaindeal.read")
                .layer("rules").definedBy("dev.plaindeal.rules")
                .layer("price").definedBy("dev.plaindeal.price")
                .layer("stack").definedBy("dev.plaindeal.stack")
                .layer("score").definedBy("dev.plaindeal.score")
                .layer("report").definedBy("dev.plaindeal.report")
                .layer("front door").definedBy("dev.plaindeal")
                .optionalLayer("returns").definedBy("dev.plaindeal.returns")
                .optionalLayer("desk").definedBy("dev.plaindeal.verify..", "dev.plaindeal.compare..", "dev.plaindeal.draft..",
                        "dev.plaindeal.check..", "dev.plaindeal.watch..")
                .optionalLayer("metrics").definedBy("dev.plaindeal.micrometer")
                .layer("cli").definedBy("dev.plaindeal.cli")
                .whereLayer("cli").mayNotBeAccessedByAnyLayer()
                .whereLayer("desk").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("metrics").mayNotBeAccessedByAnyLayer()
                .whereLayer("front door").mayOnlyBeAccessedByLayers("returns", "desk", "metrics", "cli")
                .whereLayer("report").mayOnlyBeAccessedByLayers("front door", "returns", "desk", "cli")
                .whereLayer("score").mayOnlyBeAccessedByLayers("report", "front door", "desk", "cli")
                .whereLayer("stack").mayOnlyBeAccessedByLayers("score", "report", "front door", "returns", "desk", "cli")
                .whereLayer("price").mayOnlyBeAccessedByLayers("stack", "score", "report", "front door", "returns", "desk")
                .whereLayer("rules").mayOnlyBeAccessedByLayers("front door", "desk", "cli")
                .whereLayer("packed").mayOnlyBeAccessedByLayers("rules", "report")
                .whereLayer("read").mayOnlyBeAccessedByLayers("desk", "cli")
                .because("each stage can be read, tested and replaced knowing only the stages before it: model <- price <- "
                        + "stack <- score <- report, with rules and read beside price and the command line on top; text, below all, "
                        + "alone says which characters are safe to print, so that no two places can disagree")
                .check(ALL);
    }

    @Test
    void droolsIsKnownInOnePackage() {
        noClasses()
                .that().resideOutsideOfPackage("dev.plaindeal.rules")
                .should().dependOnClassesThat().resideInAnyPackage("org.drools..", "org.kie..", "org.mvel2..")
                .because("the engine can then be upgraded, or built the other way, in one place")
                .check(ALL);
    }

    @Test
    void textModelAndProblemUseTheJdkAlone() {
        classes()
                .that().resideInAnyPackage("dev.plaindeal.text", "dev.plaindeal.model", "dev.plaindeal.problem")
                .should().onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "dev.plaindeal.text", "dev.plaindeal.model", "dev.plaindeal.problem", "org.jspecify..")
                .because("rule authors and services see these types and nothing behind them")
                .check(ALL);
    }

    @Test
    void moneyIsNeverFloatingPoint() {
        noFields()
                .that().areDeclaredInClassesThat().resideInAnyPackage("dev.plaindeal.price", "dev.plaindeal.read")
                .should().haveRawType(double.class)
                .orShould().haveRawType(float.class)
                .because("money is exact minor units; seconds and scores, which are no money, live in score")
                .check(ALL);
        noMethods()
                .that().areDeclaredInClassesThat().resideInAPackage("dev.plaindeal.price")
                .should().haveRawReturnType(double.class)
                .because("a price that passed through a double is no longer exact")
                .check(ALL);
    }

    @Test
    void theDomainReadsNoClockAndRollsNoDice() {
        noClasses()
                .that().resideInAnyPackage(
                        "dev.plaindeal.model", "dev.plaindeal.price", "dev.plaindeal.stack", "dev.plaindeal.score",
                        "dev.plaindeal.report", "dev.plaindeal.read", "dev.plaindeal.problem")
                .should().dependOnClassesThat().areAssignableTo(java.time.Clock.class)
                .orShould().dependOnClassesThat().areAssignableTo(java.util.Random.class)
                .orShould().callMethod(java.time.Instant.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .because("the moment is part of the basket, so the same basket and rules give the same receipt")
                .check(ALL);
    }

    @Test
    void onlyTheEdgeTimesItself() {
        noClasses()
                .that().resideInAPackage("dev.plaindeal..")
                .and().resideOutsideOfPackages("dev.plaindeal.watch", "dev.plaindeal.cli")
                .and().doNotHaveFullyQualifiedName("dev.plaindeal.Laps")
                .should().callMethod(System.class, "nanoTime")
                .because("an evaluation is timed in one place, and only where somebody listens")
                .check(ALL);
    }

    @Test
    void micrometerIsKnownInOnePackage() {
        noClasses()
                .that().resideOutsideOfPackage("dev.plaindeal.micrometer")
                .should().dependOnClassesThat().resideInAPackage("io.micrometer..")
                .because("a host without Micrometer must be able to load everything else")
                .check(ALL);
    }

    @Test
    void standardStreamsAndExitAreTouchedOnce() {
        noClasses()
                .that().doNotHaveFullyQualifiedName("dev.plaindeal.cli.Main")
                .should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err")
                .orShould().accessField(System.class, "in")
                .orShould().callMethod(System.class, "exit", int.class)
                .because("commands get their streams handed in, so that tests can run them in process")
                .check(ALL);
    }

    @Test
    void noNamesForNothing() {
        noClasses()
                .should().haveSimpleNameEndingWith("Impl")
                .orShould().haveSimpleNameEndingWith("Manager")
                .orShould().haveSimpleNameEndingWith("Helper")
                .orShould(beInterfacesWithOneImplementation())
                .because("a name says what a thing is, and an interface nobody else implements is a detour")
                .check(ALL);
    }

    private static com.tngtech.archunit.lang.ArchCondition<JavaClass> beInterfacesWithOneImplementation() {
        DescribedPredicate<JavaClass> lonely = DescribedPredicate.describe(
                "are interfaces with one implementation",
                type -> type.isInterface() && !type.isAnnotation()
                        && type.getAllSubclasses().size() == 1
                        && !type.isAnnotatedWith(FunctionalInterface.class));
        return com.tngtech.archunit.lang.conditions.ArchConditions.be(lonely);
    }
}
