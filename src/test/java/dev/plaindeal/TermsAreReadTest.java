package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.plaindeal.offer.OfferTerms;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a rule file says of an offer has an effect: each part of its terms is read where offers are kept, priced or scored. A word
 * that only sets its term would be taken, printed and do nothing.
 */
class TermsAreReadTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.plaindeal");

    /** Where terms decide, cost or count. Not model and rules, which set them, nor check, draft and json, which only say them again. */
    private static final Set<String> ROOMS_OF_EFFECT = Set.of("dev.plaindeal.offer", "dev.plaindeal.price", "dev.plaindeal.receipt",
            "dev.plaindeal.returns", "dev.plaindeal.score", "dev.plaindeal.stack");

    private static final Set<String> WRITERS = Set.of("ReceiptJson", "ReceiptReader", "ReceiptRows", "ReceiptText");

    @Test
    void everyPartOfTheTermsIsReadWhereItHasAnEffect() {
        List<String> unread = new ArrayList<>();
        for (JavaClass record : recordsOfTheTerms()) {
            Arrays.stream(record.reflect().getRecordComponents())
                    .filter(part -> !isRead(record, part))
                    .forEach(part -> unread.add(record.getName() + "." + part.getName()));
        }
        assertThat(unread).as("parts of an offer that rule files can set, and that change nothing").isEmpty();
    }

    @Test
    void theTermsAreFoundWhole() {
        assertThat(recordsOfTheTerms()).extracting(JavaClass::getSimpleName)
                .contains("OfferTerms", "Shown", "Combining", "Limits", "Scope", "Names", "Threshold", "Spend", "BuyGet", "PercentOff");
    }

    private static Set<JavaClass> recordsOfTheTerms() {
        Set<JavaClass> found = new LinkedHashSet<>();
        collect(ALL.get(OfferTerms.class), found);
        found.removeIf(type -> !type.isRecord());
        return found;
    }

    /** The type with those of its fields and, where it is sealed, its kinds. */
    private static void collect(JavaClass type, Set<JavaClass> found) {
        if (type.getPackageName().equals(OfferTerms.class.getPackageName()) && !type.isEnum() && found.add(type)) {
            type.getAllSubclasses().forEach(kind -> collect(kind, found));
            type.getFields().forEach(field -> field.getAllInvolvedRawTypes().forEach(part -> collect(part, found)));
        }
    }

    private static boolean isRead(JavaClass record, RecordComponent part) {
        return readers(record, part).stream()
                .flatMap(TermsAreReadTest::uses)
                .map(JavaAccess::getOriginOwner)
                .anyMatch(user -> !user.equals(record) && hasAnEffect(user));
    }

    private static boolean hasAnEffect(JavaClass user) {
        return ROOMS_OF_EFFECT.contains(user.getPackageName()) && !WRITERS.contains(user.getSimpleName());
    }

    /** The methods of the record that answer by this part: its accessor, what looks at the field, and what asks one of these. */
    private static Set<JavaMethod> readers(JavaClass record, RecordComponent part) {
        Set<JavaMethod> readers = new HashSet<>();
        boolean more = true;
        while (more) {
            more = record.getMethods().stream()
                    .filter(method -> !makesACopy(method))
                    .filter(method -> looksAt(method, part) || asksOneOf(readers, method))
                    .map(readers::add)
                    .reduce(false, Boolean::logicalOr);
        }
        return readers;
    }

    /** What hands the part on to another of its kind has not asked it. */
    private static boolean makesACopy(JavaMethod method) {
        return method.getRawReturnType().equals(method.getOwner());
    }

    private static boolean looksAt(JavaMethod method, RecordComponent part) {
        return method.getFieldAccesses().stream().anyMatch(access -> access.getTargetOwner().equals(method.getOwner())
                && access.getTarget().getName().equals(part.getName()));
    }

    private static boolean asksOneOf(Set<JavaMethod> readers, JavaMethod method) {
        return readers.stream().flatMap(TermsAreReadTest::uses).anyMatch(use -> use.getOrigin().equals(method));
    }

    /** Who asks the method, of the record itself or of what it is a kind of. */
    private static Stream<JavaAccess<?>> uses(JavaMethod method) {
        return Stream.concat(Stream.of(method), asOfItsKind(method)).flatMap(asked ->
                Stream.concat(asked.getCallsOfSelf().stream(), asked.getReferencesToSelf().stream()));
    }

    private static Stream<JavaMethod> asOfItsKind(JavaMethod method) {
        Class<?>[] parameters = method.getRawParameterTypes().stream().map(JavaClass::reflect).toArray(Class<?>[]::new);
        return method.getOwner().getAllRawInterfaces().stream()
                .flatMap(kind -> kind.tryGetMethod(method.getName(), parameters).stream());
    }
}
