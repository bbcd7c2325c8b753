package dev.plaindeal;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Each room and the rooms it may know, from the bottom up; of what is not named here only the front door is above. */
    private static final Map<String, List<String>> ROOMS = rooms();

    private static Map<String, List<String>> rooms() {
        Map<String, List<String>> rooms = new LinkedHashMap<>();
        rooms.put("text", List.of());
        rooms.put("packed", List.of());
        rooms.put("problem", List.of("text"));
        rooms.put("money", List.of("problem"));
        rooms.put("basket", List.of("money", "text"));
        rooms.put("codes", List.of("basket", "problem", "text"));
        rooms.put("policy", List.of("money"));
        rooms.put("offer", List.of("basket", "money", "policy"));
        rooms.put("weights", List.of("money"));
        rooms.put("model", List.of("basket", "money", "offer", "policy", "problem", "weights"));
        rooms.put("json", List.of("money", "problem", "text"));
        rooms.put("language", List.of("money", "packed", "problem", "text"));
        rooms.put("read", List.of("basket", "json", "money", "problem", "text"));
        rooms.put("rules.grammar", List.of("basket", "model", "money", "offer", "policy", "problem", "text", "weights"));
        rooms.put("rules.drools", List.of("model", "offer", "problem", "rules.grammar", "text"));
        rooms.put("rules", List.of("basket", "model", "money", "offer", "packed", "policy", "problem", "rules.drools", "rules.grammar",
                "text", "weights"));
        rooms.put("price", List.of("basket", "money", "offer", "policy"));
        rooms.put("stack", List.of("basket", "model", "money", "offer", "policy", "price", "problem"));
        rooms.put("score", List.of("basket", "json", "money", "offer", "policy", "price", "problem", "stack", "text", "weights"));
        rooms.put("receipt", List.of("basket", "json", "language", "model", "money", "offer", "policy", "price", "problem", "score", "stack", "text",
                "weights"));
        return rooms;
    }

    @Test
    void importsRunOneWay() {
        LayeredArchitecture rooms = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("dev.plaindeal..");
        for (String room : ROOMS.keySet()) {
            rooms = rooms.layer(room).definedBy("dev.plaindeal." + room);
        }
        rooms = rooms
                .layer("front door").definedBy("dev.plaindeal")
                .layer("returns").definedBy("dev.plaindeal.returns")
                .layer("tax").definedBy("dev.plaindeal.tax")
                .layer("limits").definedBy("dev.plaindeal.limits")
                .layer("desk").definedBy("dev.plaindeal.verify..", "dev.plaindeal.compare..", "dev.plaindeal.draft..",
                        "dev.plaindeal.check..", "dev.plaindeal.watch..", "dev.plaindeal.calibrate..", "dev.plaindeal.backtest..")
                .layer("metrics").definedBy("dev.plaindeal.micrometer")
                .layer("jackson").definedBy("dev.plaindeal.jackson")
                .layer("pages").definedBy("dev.plaindeal.pages")
                .layer("studio").definedBy("dev.plaindeal.studio")
                .layer("cli").definedBy("dev.plaindeal.cli");
        for (Map.Entry<String, List<String>> room : ROOMS.entrySet()) {
            rooms = room.getValue().isEmpty()
                    ? rooms.whereLayer(room.getKey()).mayNotAccessAnyLayer()
                    : rooms.whereLayer(room.getKey()).mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
        }
        rooms.whereLayer("cli").mayNotBeAccessedByAnyLayer()
                .whereLayer("metrics").mayNotBeAccessedByAnyLayer()
                .whereLayer("jackson").mayNotBeAccessedByAnyLayer()
                .whereLayer("desk").mayOnlyBeAccessedByLayers("cli", "pages", "studio")
                .whereLayer("pages").mayOnlyBeAccessedByLayers("cli", "studio")
                .whereLayer("studio").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("returns").mayOnlyBeAccessedByLayers("cli", "jackson")
                .whereLayer("tax").mayOnlyBeAccessedByLayers("cli")
                .whereLayer("limits").mayOnlyBeAccessedByLayers("desk", "metrics")
                .because("each room can be read, tested and replaced knowing only the rooms below it: money, baskets, policies and offers, "
                        + "then read and rules beside price, stack, score and receipt; text, below all, alone says which characters are "
                        + "safe to print")
                .check(ALL);
    }

    /** Names that more than one class has, each with the reason why nobody takes one for another. */
    private static final Map<String, String> SHARED_NAMES = Map.of(
            "Builder", "the builder of the type around it, and never read without it",
            "Cases", "one question for each kind of the type around it, and never read without it",
            "Kind", "what kind of the type around it something is, and never read without it",
            "Mode", "how the type around it works, and never read without it",
            "Refused", "one idea twice: there were problems, and here they are; Reload has it of rules, Verdict of a fixture",
            "Line", "one idea twice: a basket's line as a service has it, and as a rule file names it",
            "NearMiss", "one idea twice: as the search finds it, and as the receipt tells it");

    @Test
    void noTwoClassesShareAName() {
        Map<String, List<String>> byName = new TreeMap<>();
        for (JavaClass one : ALL) {
            if (!one.isAnonymousClass() && !one.getSimpleName().equals("package-info")) {
                byName.computeIfAbsent(one.getSimpleName(), name -> new ArrayList<>()).add(one.getName());
            }
        }
        byName.values().removeIf(names -> names.size() == 1);
        byName.keySet().removeAll(SHARED_NAMES.keySet());
        assertThat(byName.values()).as("classes of one name, nested ones too: whoever reads it has to ask which").isEmpty();
    }

    @Test
    void droolsIsKnownInOnePackage() {
        noClasses()
                .that().resideOutsideOfPackage("dev.plaindeal.rules.drools")
                .should().dependOnClassesThat().resideInAnyPackage("org.drools..", "org.kie..", "org.mvel2..")
                .because("the engine can then be upgraded, or built the other way, in one place")
                .check(ALL);
    }

    @Test
    void whatAServiceAndARuleAuthorSeeUsesTheJdkAlone() {
        String[] rooms = {
            "dev.plaindeal.text", "dev.plaindeal.problem", "dev.plaindeal.money", "dev.plaindeal.basket", "dev.plaindeal.policy",
            "dev.plaindeal.offer", "dev.plaindeal.weights", "dev.plaindeal.model"
        };
        classes()
                .that().resideInAnyPackage(rooms)
                .should().onlyDependOnClassesThat(resideInAnyPackage(rooms).or(resideInAnyPackage("java..", "org.jspecify..")))
                .because("rule authors and services see these types and nothing behind them")
                .check(ALL);
    }

    @Test
    void moneyIsNeverFloatingPoint() {
        noFields()
                .that().areDeclaredInClassesThat().resideInAnyPackage("dev.plaindeal.money", "dev.plaindeal.basket", "dev.plaindeal.offer", "dev.plaindeal.policy",
                        "dev.plaindeal.price", "dev.plaindeal.read")
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
                        "dev.plaindeal.money", "dev.plaindeal.basket", "dev.plaindeal.policy", "dev.plaindeal.offer", "dev.plaindeal.weights",
                        "dev.plaindeal.model", "dev.plaindeal.price", "dev.plaindeal.stack", "dev.plaindeal.score",
                        "dev.plaindeal.language", "dev.plaindeal.receipt", "dev.plaindeal.read", "dev.plaindeal.problem")
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
