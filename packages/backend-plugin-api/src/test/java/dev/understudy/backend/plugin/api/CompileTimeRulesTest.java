// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.plugin.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What does not fit together by its types is refused by the compiler, at the call that is wrong. */
final class CompileTimeRulesTest {
    @Test
    void acceptsWhatFits() throws IOException {
        assertThat(errorsOf("""
                createServiceFactory(ROOT, factory -> { var a = factory.require(ROOT); return () -> a.get(); });
                createServiceFactory(PLUGIN, factory -> {
                    var shared = factory.shared(root -> { var a = root.require(ROOT); return () -> a.get(); });
                    var own = factory.require(PLUGIN);
                    return () -> shared.get() + own.get();
                });
                createMultitonServiceFactory(MANY, _ -> () -> 1);
                createBackendModule("a", "b", reg -> { var p = reg.require(POINT); reg.registerInit(() -> p.get().run()); });
                """)).isEmpty();
    }

    @Test
    void refusesPluginServicesInRootFactories() throws IOException {
        assertRefused(
                "createServiceFactory(ROOT, factory -> { factory.require(PLUGIN); return () -> null; });",
                "factory.require",
                "PluginServiceRef<java.lang.String> cannot be converted to dev.understudy.backend.plugin.api.RootServiceRef");
    }

    @Test
    void refusesExtensionPointsInPlugins() throws IOException {
        assertRefused(
                "createBackendPlugin(\"a\", reg -> { reg.require(POINT); reg.registerInit(() -> {}); });",
                "reg.require",
                "ExtensionPoint<java.lang.Runnable> cannot be converted to dev.understudy.backend.plugin.api.ServiceRef");
    }

    @Test
    void refusesPluginServicesInLoaders() throws IOException {
        assertRefused(
                "createBackendFeatureLoader(\"a\", reg -> { reg.require(PLUGIN); reg.registerLoader(_ -> {}); });",
                "reg.require",
                "PluginServiceRef<java.lang.String> cannot be converted to dev.understudy.backend.plugin.api.RootServiceRef");
    }

    @Test
    void refusesElementsOfAnotherTypeInMultitons() throws IOException {
        assertRefused(
                "createMultitonServiceFactory(MANY, _ -> () -> \"text\");",
                "createMultitonServiceFactory",
                "lower bounds: java.lang.String");
    }

    @Test
    void refusesServicesOfAnotherType() throws IOException {
        assertRefused(
                "createServiceFactory(PLUGIN, _ -> () -> 1);",
                "createServiceFactory",
                "lower bounds: java.lang.Integer");
    }

    @Test
    void refusesPluginServicesInSharedValues() throws IOException {
        assertRefused(
                "createServiceFactory(PLUGIN, factory -> {"
                        + " factory.shared(root -> { root.require(PLUGIN); return () -> 1; }); return () -> null; });",
                "root.require",
                "PluginServiceRef<java.lang.String> cannot be converted to dev.understudy.backend.plugin.api.RootServiceRef");
    }

    @Test
    void refusesToImplementFeaturesWithLambdas() throws IOException {
        assertRefused(
                "BackendFeature feature = () -> null;", "() -> null", "BackendFeature is not a functional interface");
    }

    private static void assertRefused(String statement, String wrongCode, String message) throws IOException {
        assertThat(errorsOf(statement)).singleElement().satisfies(error -> {
            assertThat(sourceOf(error)).startsWith(wrongCode);
            assertThat(error.getMessage(Locale.ROOT)).contains(message);
        });
    }

    private static List<? extends Diagnostic<? extends JavaFileObject>> errorsOf(String statements) throws IOException {
        var source = """
                import dev.understudy.backend.plugin.api.*;
                import java.util.List;
                import static dev.understudy.backend.plugin.api.BackendWiring.*;

                class Snippet {
                    static final RootServiceRef<String> ROOT = createRootServiceRef("root", String.class);
                    static final PluginServiceRef<String> PLUGIN = createServiceRef("plugin", String.class);
                    static final PluginServiceRef<List<Integer>> MANY = createMultitonServiceRef("many", Integer.class);
                    static final ExtensionPoint<Runnable> POINT = createExtensionPoint("point", Runnable.class);

                    void run() {
                        %s
                    }
                }
                """.formatted(statements);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
        try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
            var task = compiler.getTask(null, files, diagnostics, options, null, List.of(new Snippet(source)));
            ((JavacTask) task).analyze();
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    /** The code at which the error points. */
    private static String sourceOf(Diagnostic<? extends JavaFileObject> error) {
        try {
            return error.getSource().getCharContent(true).toString().substring((int) error.getStartPosition(), (int)
                    error.getEndPosition());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static final class Snippet extends SimpleJavaFileObject {
        private final String source;

        private Snippet(String source) {
            super(URI.create("string:///Snippet.java"), Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
