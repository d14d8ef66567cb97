package dev.sparkstacker.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may know whom: every arrow of the architecture, as a failing test. */
class ModuleArrowsTest {
    private static JavaClasses product;

    @BeforeAll
    static void importProduct() {
        product = Product.classes();
    }

    @ParameterizedTest(name = "{0} may know {1}")
    @CsvSource({
        "domain,",
        "indicators,",
        "risk, domain",
        "strategies, domain indicators risk",
        "engine, domain indicators risk strategies",
        "wire, domain",
        "hyperliquid, domain wire",
        "sandbox, domain wire",
        "journal, domain",
        "simulator, domain indicators risk strategies engine wire hyperliquid sandbox journal",
        "backtest, domain indicators risk strategies engine sandbox wire",
        "store, domain",
        "telemetry, domain"
    })
    void aModuleKnowsOnlyWhatItsArrowsSay(String module, String allowed) {
        List<String> packages = new ArrayList<>();
        packages.add(Product.packageOf(module));
        if (allowed != null) {
            for (String other : allowed.split(" ", -1)) {
                packages.add(Product.packageOf(other));
            }
        }
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(Product.packageOf(module))
                .should()
                .dependOnClassesThat(Product.resideInTheProductOutside(packages))
                .because("the arrows of ARCHITECTURE.md hold");
        rule.check(product);
    }

    @ParameterizedTest(name = "core module {0} depends on nothing but the JDK")
    @CsvSource({"domain", "indicators", "risk", "strategies", "engine"})
    void coreDependsOnNothingButTheJdk(String module) {
        ArchRule rule = classes()
                .that()
                .resideInAPackage(Product.packageOf(module))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "dev.sparkstacker.domain..",
                        "dev.sparkstacker.indicators..",
                        "dev.sparkstacker.risk..",
                        "dev.sparkstacker.strategies..",
                        "dev.sparkstacker.engine..");
        rule.check(product);
    }

    @Test
    void onlyTheApplicationKnowsEverybody() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages("dev.sparkstacker.app..", "dev.sparkstacker.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sparkstacker.app..");
        rule.check(product);
    }

    @Test
    void onlyTheApplicationAndTheBenchmarksKnowTheSimulator() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.sparkstacker.simulator..", "dev.sparkstacker.app..", "dev.sparkstacker.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.sparkstacker.simulator..");
        rule.check(product);
    }
}
