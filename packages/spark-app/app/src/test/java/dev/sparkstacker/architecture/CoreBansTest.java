package dev.sparkstacker.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the deterministic core must never touch. */
class CoreBansTest {
    private static final String[] CORE = {
        "dev.sparkstacker.domain..",
        "dev.sparkstacker.indicators..",
        "dev.sparkstacker.risk..",
        "dev.sparkstacker.strategies..",
        "dev.sparkstacker.engine.."
    };

    private static JavaClasses product;

    @BeforeAll
    static void importProduct() {
        product = Product.classes();
    }

    static List<BannedCall> bannedCalls() {
        return BannedCall.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bannedCalls")
    void theCoreNeverCallsOrNames(BannedCall banned) {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .accessTargetWhere(banned.predicate())
                .because(banned.reason());
        rule.check(product);
    }

    @Test
    void theCoreKnowsNoThreadsLocksFilesSocketsOrLoggers() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.net..",
                        "java.util.concurrent..",
                        "java.util.logging..",
                        "java.sql..",
                        "org.slf4j..");
        rule.check(Product.withoutSerialization(product));
    }

    @Test
    void theCoreKnowsNoClassWhoseOrderOrValueDependsOnTheMachine() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.(HashMap|HashSet|IdentityHashMap|WeakHashMap|Random|UUID|TimeZone|Timer)"
                                + "|java\\.lang\\.(Thread|ThreadLocal|Runtime|Process.*)"
                                + "|java\\.security\\.SecureRandom|java\\.time\\.Clock");
        rule.check(product);
    }

    @Test
    void theCoreUsesNoHashCodeButToMakeAnother() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .accessTargetWhere(new DescribedPredicate<>("hash codes, used outside of hashCode()") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        boolean isHash = access.getName().equals("hashCode")
                                || (access.getName().matches("hash")
                                        && access.getTargetOwner().isEquivalentTo(Objects.class));
                        // that of a text is specified, and a switch over texts is made of it
                        boolean ofText = access.getTargetOwner().isEquivalentTo(String.class);
                        return isHash
                                && !ofText
                                && !access.getOrigin().getName().equals("hashCode");
                    }
                })
                .because("a hash code differs from machine to machine, and state is persisted");
        rule.check(product);
    }

    @Test
    void theCoreNeverPrints() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(product);
    }

    @Test
    void theBansSeeMethodReferences() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);
        List<BannedCall> seen = BannedCall.ALL.stream()
                .filter(banned -> noClasses()
                        .should()
                        .accessTargetWhere(banned.predicate())
                        .evaluate(offender)
                        .hasViolation())
                .toList();
        assertThat(seen).extracting(BannedCall::owner).containsExactly("java.time.Instant", "java.util.Set");
    }

    /** What a careless hand might write. */
    @SuppressWarnings("UnusedVariable") // what reads it is the rule
    private static final class Offender {
        static final Supplier<Instant> TIME = Instant::now;
        static final Function<List<String>, Set<String>> ORDERLESS = Set::copyOf;
    }

    @Test
    void theCoreHasNoSynchronizedMethods() {
        ArchRule rule = noCodeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(CORE)
                .should()
                .haveModifier(SYNCHRONIZED);
        rule.check(product);
    }

    @Test
    void moneyIsNeverADouble() {
        ArchRule rule = noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("dev.sparkstacker..")
                .and()
                .haveNameMatching("(?i).*(price|notional|fee|pnl|balance|equity|margin|usd).*")
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class);
        rule.check(Product.withoutStatistics(product));
    }

    @Test
    void moneyIsNeverReturnedAsADouble() {
        ArchRule rule = noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage("dev.sparkstacker..")
                .and()
                .haveNameMatching("(?i).*(price|notional|fee|pnl|balance|equity|margin|usd)$")
                .should()
                .haveRawReturnType(double.class)
                .orShould()
                .haveRawReturnType(float.class);
        rule.check(Product.withoutStatistics(product));
    }

    @Test
    void onlyRiskApprovesOrders() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("dev.sparkstacker.risk..")
                .should()
                .callConstructor(
                        dev.sparkstacker.domain.ApprovedOrder.class,
                        dev.sparkstacker.domain.OrderRequest.class,
                        String.class)
                .because("an order that risk has not judged must not exist");
        rule.check(product);
    }
}
