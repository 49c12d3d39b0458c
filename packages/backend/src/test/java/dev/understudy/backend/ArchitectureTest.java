// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.understudy.backend.plugin.api.Dependency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds what ARCHITECTURE.md says about who may know whom. */
final class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.understudy");

    @Test
    void pluginApiKnowsTheJdkJspecifySlf4jJacksonAndItsFoundations() {
        classes()
                .that()
                .resideInAPackage("dev.understudy.backend.plugin.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.understudy.backend.plugin.api..",
                        "dev.understudy.config",
                        "dev.understudy.errors",
                        "dev.understudy.types",
                        "dev.understudy.permission.common",
                        "dev.understudy.permission.node",
                        "java..",
                        "javax.sql..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "com.fasterxml.jackson.annotation..",
                        "tools.jackson..")
                .check(OURS);
    }

    @Test
    void noModuleNeedsTheTestsOfAnotherForTheLauncherBuildsNone() throws IOException {
        try (var files = Files.find(Path.of("../.."), 3, (file, _) -> file.endsWith("pom.xml"))) {
            assertThat(files).isNotEmpty().noneMatch(ArchitectureTest::needsTestJar);
        }
    }

    private static boolean needsTestJar(Path pom) {
        try {
            return Files.readString(pom).contains("<type>test-jar</type>");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void pluginsDoNotKnowTheServerTheLoggerOrTheApplication() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.understudy.catalog..", "dev.understudy.example..", "dev.understudy.permission..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.jetty..",
                        "ch.qos.logback..",
                        "dev.understudy.backend.defaults..",
                        "dev.understudy.backend.app.api..")
                .check(OURS);
    }

    @Test
    void modulesPlugIntoTheNodeLibraryNotIntoThePlugin() {
        noClasses()
                .that()
                .resideInAPackage("dev.understudy.catalog.backend.module..")
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are the catalog plugin's own",
                        type -> type.getPackageName().startsWith("dev.understudy.catalog.backend")
                                && !type.getPackageName().startsWith("dev.understudy.catalog.backend.module")))
                .check(OURS);
    }

    @Test
    void onlyTheApplicationKnowsPluginsAndDefaults() {
        noClasses()
                .that()
                .resideInAPackage("dev.understudy.backend.defaults..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.understudy.catalog..", "dev.understudy.example..", "dev.understudy.backend")
                .check(OURS);
    }

    @Test
    void dependenciesStayInTheGlue() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.understudy.catalog..", "dev.understudy.example..")
                .and()
                .haveSimpleNameNotContaining("Plugin")
                .and()
                .haveSimpleNameNotContaining("Module")
                .and()
                .haveSimpleNameNotContaining("ServiceFactory")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Dependency.class)
                .check(OURS);
    }

    /** Its archives are signed, so none of it is in the prepared cache: a class that mentions it must not be part of a start. */
    @Test
    void fewKnowBouncyCastle() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(PemKey|PemCredentials|CertificateGenerator|SelfSignedCertificate)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(OURS);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("dev.understudy.(**)").should().beFreeOfCycles().check(OURS);
    }
}
