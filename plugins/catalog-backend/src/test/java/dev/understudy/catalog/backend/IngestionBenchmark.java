// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.backend;

import dev.understudy.backend.plugin.api.service.DatabaseDialect;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Times the ingestion of many entities; not part of the tests. Arguments: dialect, files, entities in each. */
final class IngestionBenchmark {
    private IngestionBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var dialect = DatabaseDialect.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        var files = Integer.parseInt(arguments[1]);
        var entities = Integer.parseInt(arguments[2]);
        var directory = Files.createTempDirectory("ingestion");
        for (var file = 0; file < files; file++) {
            write(directory.resolve("file-" + file + ".yaml"), file, entities);
        }
        for (var round = 0; round < 3; round++) {
            time(dialect, directory, files * entities);
        }
        System.exit(0);
    }

    private static void time(DatabaseDialect dialect, Path directory, int expected) throws Exception {
        try (var database = TestDatabase.create(dialect, directory)) {
            var start = System.nanoTime();
            var config = "{\"locations\":[{\"type\":\"file\",\"target\":\"" + directory + "/*.yaml\"}],"
                    + "\"rules\":[{\"allow\":[\"Component\",\"Group\",\"System\",\"Location\"]}]}";
            try (var catalog = TestCatalog.start(database, config)) {
                while (catalog.count("select count(*) from final_entities") < expected
                        || catalog.count("select count(*) from stitch_queue") > 0) {
                    Thread.sleep(50);
                    if (System.nanoTime() - start > Duration.ofSeconds(60).toNanos()) {
                        System.out.println(catalog.log().stream().limit(20).toList());
                        System.out.println(catalog.count("select count(*) from refresh_state") + " found, "
                                + catalog.count("select count(*) from final_entities") + " final, "
                                + catalog.count("select count(*) from stitch_queue") + " to stitch, errors: "
                                + catalog.sql()
                                        .query(
                                                "select distinct errors from refresh_state limit 5",
                                                row -> row.getString(1)));
                        return;
                    }
                }
                System.out.println(dialect + " " + expected + " entities: "
                        + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms, process CPU "
                        + cpu() + " ms, search rows " + catalog.count("select count(*) from search")
                        + ", relations " + catalog.count("select count(*) from relations"));
            }
            System.out.println("stopped after "
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1_000_000;
    }

    private static void write(Path path, int file, int entities) throws IOException {
        var text = new StringBuilder();
        for (var index = 0; index < entities; index++) {
            text.append("""
                    ---
                    apiVersion: backstage.io/v1alpha1
                    kind: Component
                    metadata:
                      name: component-%1$d-%2$d
                      description: "The component %2$d of file %1$d, which does this and that"
                      labels: {tier: "%3$d", area: payments}
                      annotations:
                        github.com/project-slug: example/component-%1$d-%2$d
                        backstage.io/techdocs-ref: dir:.
                      tags: [java, service, tier-%3$d]
                      links:
                        - url: https://example.com/%1$d/%2$d
                          title: Dashboard
                    spec:
                      type: service
                      lifecycle: production
                      owner: group-%3$d
                      system: system-%4$d
                      dependsOn: ["component:component-%1$d-%5$d"]
                    """.formatted(file, index, index % 10, file % 50, (index + 1) % entities));
        }
        Files.writeString(path, text);
    }
}
