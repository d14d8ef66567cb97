package dev.sparkstacker.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The product's own classes, as the architecture tests see them. */
final class Product {
    private Product() {}

    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.sparkstacker");
    }

    static String packageOf(String module) {
        return "dev.sparkstacker." + module + "..";
    }

    /** Classes of the product that lie in none of the given packages. */
    static DescribedPredicate<JavaClass> resideInTheProductOutside(List<String> packages) {
        return new DescribedPredicate<>("lie in the product outside " + packages) {
            @Override
            public boolean test(JavaClass candidate) {
                return candidate.getPackageName().startsWith("dev.sparkstacker.")
                        && packages.stream()
                                .map(name -> name.substring(0, name.length() - 2))
                                .noneMatch(root -> candidate.getPackageName().equals(root)
                                        || candidate.getPackageName().startsWith(root + "."));
            }
        };
    }

    /** Without the compiler's own helpers for exceptions and lambdas, which name serialization. */
    static JavaClasses withoutSerialization(JavaClasses classes) {
        return classes.that(new DescribedPredicate<>("are no exceptions or enums") {
            @Override
            public boolean test(JavaClass candidate) {
                return !candidate.isAssignableTo(Throwable.class) && !candidate.isEnum();
            }
        });
    }

    /** Without indicators, strategies, simulated prices and what runs are judged by: statistics, and no money. */
    static JavaClasses withoutStatistics(JavaClasses classes) {
        return classes.that(new DescribedPredicate<>("hold money") {
            @Override
            public boolean test(JavaClass candidate) {
                String name = candidate.getPackageName();
                return !name.startsWith("dev.sparkstacker.indicators")
                        && !name.startsWith("dev.sparkstacker.strategies")
                        && !name.startsWith("dev.sparkstacker.sandbox.price")
                        && !name.startsWith("dev.sparkstacker.backtest.stats")
                        && !name.startsWith("dev.sparkstacker.backtest.optimize")
                        && !candidate.getName().startsWith("dev.sparkstacker.backtest.result.RunStatistics");
            }
        });
    }
}
