// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The file in which people keep keys of AWS. */
record AwsCredentialsFile(Path file, String profile) {
    static AwsCredentialsFile of(Map<String, String> environment) {
        var home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        var file = environment.getOrDefault("AWS_SHARED_CREDENTIALS_FILE", home + "/.aws/credentials");
        return new AwsCredentialsFile(Path.of(file), environment.getOrDefault("AWS_PROFILE", "default"));
    }

    Optional<AwsCredentials> read() throws IOException {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        var values = profileValues();
        var key = Optional.ofNullable(values.get("aws_access_key_id"));
        var secret = Optional.ofNullable(values.get("aws_secret_access_key"));
        var token = Optional.ofNullable(values.get("aws_session_token"));
        return key.flatMap(id -> secret.map(value -> new AwsCredentials(id, value, token)));
    }

    private Map<String, String> profileValues() throws IOException {
        var values = new HashMap<String, String>();
        var isInProfile = false;
        for (var line : Files.readAllLines(file)) {
            var text = line.strip();
            var equals = text.indexOf('=');
            if (text.startsWith("[")) {
                isInProfile = text.equals("[" + profile + "]");
            } else if (isInProfile && equals > 0) {
                values.put(
                        text.substring(0, equals).strip(),
                        text.substring(equals + 1).strip());
            }
        }
        return values;
    }
}
