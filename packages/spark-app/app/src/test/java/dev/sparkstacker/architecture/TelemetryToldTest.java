package dev.sparkstacker.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/** A metric or log event that nobody feeds is a lie: whatever can be told to telemetry is told by the product. */
class TelemetryToldTest {
    @Test
    void everythingThatCanBeToldIsToldByTheProduct() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.sparkstacker.telemetry.watch..")
                .and()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(areWatchers())
                .should(beCalledByTheProduct())
                .because("tests of telemetry alone cannot see that the application never calls it")
                .check(Product.classes());
    }

    private static DescribedPredicate<JavaClass> areWatchers() {
        return new DescribedPredicate<>("are watchers") {
            @Override
            public boolean test(JavaClass candidate) {
                return candidate.isTopLevelClass() && !candidate.isRecord() && !candidate.isInterface();
            }
        };
    }

    private static ArchCondition<JavaMethod> beCalledByTheProduct() {
        return new ArchCondition<>("be called by the product") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean called = method.getCallsOfSelf().stream().anyMatch(call -> isOutside(call.getOrigin(), method))
                        || method.getReferencesToSelf().stream()
                                .anyMatch(reference -> isOutside(reference.getOrigin(), method))
                        || overrides(method);
                events.add(new SimpleConditionEvent(method, called, method.getFullName() + " is told by nobody"));
            }
        };
    }

    private static boolean isOutside(JavaCodeUnit origin, JavaMethod method) {
        return !origin.getOwner().equals(method.getOwner());
    }

    /** Called through the interface it implements. */
    private static boolean overrides(JavaMethod method) {
        return method.getOwner().getAllRawInterfaces().stream()
                .anyMatch(type -> type.tryGetMethod(
                                method.getName(),
                                method.getRawParameterTypes().stream()
                                        .map(JavaClass::getName)
                                        .toArray(String[]::new))
                        .isPresent());
    }
}
