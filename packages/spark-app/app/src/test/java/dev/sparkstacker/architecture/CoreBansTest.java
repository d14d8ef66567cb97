package dev.sparkstacker.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
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
    void theCoreNeverCalls(BannedCall banned) {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethodWhere(banned.predicate())
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
