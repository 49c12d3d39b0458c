// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Finds the identity of this process as AWS's own libraries do: in the environment, with the token that Kubernetes gives a
 * workload, in the file of credentials, at the container's or at the machine's service.
 */
record AwsCredentialsChain(Map<String, String> environment, String region) {
    private static final String CONTAINER = "http://169.254.170.2";
    private static final String MACHINE = "http://169.254.169.254";

    AwsCredentials find() throws IOException, InterruptedException {
        var simple = fromEnvironment();
        if (simple.isPresent()) {
            return simple.get();
        }
        if (variable("AWS_WEB_IDENTITY_TOKEN_FILE").isPresent()
                && variable("AWS_ROLE_ARN").isPresent()) {
            return withWebIdentity();
        }
        var stored = AwsCredentialsFile.of(environment).read();
        if (stored.isPresent()) {
            return stored.get();
        }
        var container = variable("AWS_CONTAINER_CREDENTIALS_FULL_URI")
                .or(() -> variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI").map(path -> CONTAINER + path));
        return container.isPresent() ? ofContainer(container.get()) : ofMachine();
    }

    private Optional<AwsCredentials> fromEnvironment() {
        return variable("AWS_ACCESS_KEY_ID")
                .flatMap(key -> variable("AWS_SECRET_ACCESS_KEY")
                        .map(secret -> new AwsCredentials(key, secret, variable("AWS_SESSION_TOKEN"))));
    }

    private AwsCredentials withWebIdentity() throws IOException, InterruptedException {
        var form = new TreeMap<String, String>();
        form.put("Action", "AssumeRoleWithWebIdentity");
        form.put("Version", "2011-06-15");
        form.put("RoleArn", variable("AWS_ROLE_ARN").orElseThrow());
        form.put("RoleSessionName", variable("AWS_ROLE_SESSION_NAME").orElse("understudy-" + UUID.randomUUID()));
        form.put(
                "WebIdentityToken", read(variable("AWS_WEB_IDENTITY_TOKEN_FILE").orElseThrow()));
        var endpoint = variable("AWS_ENDPOINT_URL_STS").orElse("https://sts." + region + ".amazonaws.com");
        return AwsStsAnswer.parse(TokenHttp.text(TokenHttp.post(endpoint + "/", form)));
    }

    private AwsCredentials ofContainer(String url) throws IOException, InterruptedException {
        var request = TokenHttp.get(url);
        var file = variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
        var token = file.isPresent() ? Optional.of(read(file.get())) : variable("AWS_CONTAINER_AUTHORIZATION_TOKEN");
        token.ifPresent(value -> request.header("Authorization", value));
        return credentials(TokenHttp.json(request));
    }

    private AwsCredentials ofMachine() throws IOException, InterruptedException {
        var service =
                variable("AWS_EC2_METADATA_SERVICE_ENDPOINT").orElse(MACHINE).replaceFirst("/+$", "");
        var session = TokenHttp.text(TokenHttp.get(service + "/latest/api/token")
                .header("X-aws-ec2-metadata-token-ttl-seconds", "60")
                .PUT(HttpRequest.BodyPublishers.noBody()));
        var roles = service + "/latest/meta-data/iam/security-credentials/";
        var role = TokenHttp.text(TokenHttp.get(roles).header("X-aws-ec2-metadata-token", session));
        return credentials(TokenHttp.json(
                TokenHttp.get(roles + TokenHttp.encode(role.strip())).header("X-aws-ec2-metadata-token", session)));
    }

    private static AwsCredentials credentials(JsonNode answer) throws IOException {
        var key = answer.path("AccessKeyId").asString("");
        var secret = answer.path("SecretAccessKey").asString("");
        if (key.isEmpty() || secret.isEmpty()) {
            throw new IOException("The answer of AWS's service has no credentials");
        }
        var token = Optional.of(answer.path("Token").asString("")).filter(text -> !text.isEmpty());
        return new AwsCredentials(key, secret, token);
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of(file)).strip();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty());
    }
}
