package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a service that embeds Plaindeal may rely on: the public types of these packages, listed in {@code api.txt}. Everything else
 * is public only because Java has no wider word than package.
 */
class ApiTest {

    private static final List<String> PACKAGES = List.of("dev.plaindeal", "dev.plaindeal.basket", "dev.plaindeal.codes", "dev.plaindeal.jackson",
            "dev.plaindeal.language", "dev.plaindeal.limits", "dev.plaindeal.micrometer", "dev.plaindeal.money", "dev.plaindeal.offer", "dev.plaindeal.policy",
            "dev.plaindeal.problem", "dev.plaindeal.read", "dev.plaindeal.receipt", "dev.plaindeal.returns", "dev.plaindeal.tax",
            "dev.plaindeal.verify", "dev.plaindeal.watch");

    /** Public for the engine alone, in rooms that are otherwise for everybody: what prices with two rule books, and what makes receipts out of plans. */
    private static final List<String> INTERNAL = List.of("dev.plaindeal.EnginePair", "dev.plaindeal.receipt.Presentation", "dev.plaindeal.receipt.Shortfall", "dev.plaindeal.receipt.ReceiptBuilder");

    /** The same of single methods. */
    private static final List<String> INTERNAL_METHODS = List.of("dev.plaindeal.PromotionEngine.of",
            "dev.plaindeal.receipt.ProblemJson.fields", "dev.plaindeal.receipt.ReceiptJson.fields",
            "dev.plaindeal.verify.RunJson.differences");

    /** What else signatures may name: what a score is made of. */
    private static final List<String> ALSO = List.of("dev.plaindeal.score.Band", "dev.plaindeal.score.Fix",
            "dev.plaindeal.score.ScoreRange", "dev.plaindeal.score.ScoreReason", "dev.plaindeal.score.Simplicity",
            "dev.plaindeal.score.StepCount", "dev.plaindeal.weights.AudienceChange", "dev.plaindeal.weights.BuyerView",
            "dev.plaindeal.weights.ComparisonPrice", "dev.plaindeal.weights.ViewAspect", "dev.plaindeal.weights.ViewSettings");

    /** To be handed on and not looked into. */
    private static final List<String> OPAQUE = List.of("dev.plaindeal.rules.RuleFiles", "dev.plaindeal.score.PresentedTerms");

    private static final Path LISTING = Path.of("src/test/resources/dev/plaindeal/api.txt");

    private static List<Class<?>> types() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.plaindeal").stream()
                .filter(type -> PACKAGES.contains(type.getPackageName()) && !isOneOf(INTERNAL, type) || isOneOf(ALSO, type))
                .map(JavaClass::reflect)
                .filter(ApiTest::isSeen)
                .sorted(java.util.Comparator.comparing(Class::getName))
                .collect(Collectors.toList());
    }

    private static boolean isOneOf(List<String> names, JavaClass type) {
        return names.stream().anyMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    private static boolean isSeen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isSeen(type.getEnclosingClass()));
    }

    private static Stream<Executable> members(Class<?> type) {
        Stream<Executable> all = Stream.concat(Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()));
        return all.filter(member -> Modifier.isPublic(member.getModifiers())
                && !member.isSynthetic()
                && !INTERNAL_METHODS.contains(type.getName() + "." + member.getName()));
    }

    private static Stream<Type> mentioned(Executable member) {
        Stream<Type> given = member instanceof Method method ? Stream.of(method.getGenericReturnType()) : Stream.empty();
        return Stream.concat(given, Arrays.stream(member.getGenericParameterTypes()));
    }

    private static Set<String> ours(Type type) {
        Set<String> names = new TreeSet<>();
        java.util.regex.Matcher matcher = java.util.regex.Pattern.compile("dev\\.plaindeal\\.[\\w.$]+").matcher(type.getTypeName());
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    @Test
    void nothingBehindTheDoorIsInASignature() {
        Set<String> seen = types().stream().map(Class::getName).collect(Collectors.toSet());
        Set<String> behind = new TreeSet<>();
        for (Class<?> type : types()) {
            members(type).forEach(member -> mentioned(member).flatMap(one -> ours(one).stream())
                    .filter(name -> !seen.contains(name) && !OPAQUE.contains(name))
                    .forEach(name -> behind.add(type.getName() + "." + member.getName() + " names " + name)));
        }
        assertThat(behind).as("types of no API package in signatures of one: whoever embeds Plaindeal would have to know them").isEmpty();
    }

    @Test
    void theListingIsWhatThereIs() throws IOException {
        String listing = types().stream().map(ApiTest::listed).collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("update")) {
            Files.writeString(LISTING, listing);
        }
        assertThat(listing)
                .as("the public API. A change breaks somebody or adds something for good; when it is meant, say so in the CHANGELOG and run"
                        + " mvn -q test -Dupdate=true -Dtest=ApiTest")
                .isEqualTo(Files.readString(LISTING));
    }

    private static String listed(Class<?> type) {
        List<String> lines = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && !field.isSynthetic()) {
                lines.add("    " + (field.isEnumConstant() ? "" : plain(field.getGenericType().getTypeName()) + " ") + field.getName());
            }
        }
        members(type).map(ApiTest::listed).forEach(lines::add);
        lines.sort(null);
        return kind(type) + " " + type.getName() + "\n" + lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String kind(Class<?> type) {
        return type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
    }

    private static String listed(Executable member) {
        String name = member instanceof Constructor<?> ? "new" : member.getName();
        String given = member instanceof Method method ? plain(method.getGenericReturnType().getTypeName()) + " " : "";
        String modifier = Modifier.isStatic(member.getModifiers()) ? "static " : "";
        return "    " + modifier + given + name + Arrays.stream(member.getGenericParameterTypes())
                .map(type -> plain(type.getTypeName()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String plain(String type) {
        return type.replaceAll("[a-z]\\w*\\.", "").replace('$', '.');
    }
}
