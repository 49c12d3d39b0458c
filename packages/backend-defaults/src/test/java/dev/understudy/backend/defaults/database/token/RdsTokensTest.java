// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.database.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.backend.defaults.testing.TestCloud;
import dev.understudy.types.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signatures are what AWS's own {@code @aws-sdk/rds-signer} computed for the same moment and keys. */
final class RdsTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String ID = "AKIDEXAMPLE";
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String SESSION = "session/token+==";
    private static final String SIGNATURE = "be07a6a490d7d876e2fcadaef0314f4317b822b8a47435b956580ca6065cff37";
    private static final String SESSION_SIGNATURE = "ab955f92d9b193684ae45a6e2a2e5368430c120e7c6d6911ec66b9bc6930ff78";

    @TempDir
    Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private TestCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = TestCloud.start();
        environment.put("HOME", directory.toString());
        environment.put("AWS_REGION", "eu-west-1");
        environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", cloud.url() + "/");
        environment.put("AWS_ENDPOINT_URL_STS", cloud.url());
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void signsWithKeysOfTheEnvironment() throws Exception {
        environment.put("AWS_ACCESS_KEY_ID", ID);
        environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
        var token = tokens().acquire();
        assertThat(token.password())
                .isEqualTo(
                        "db.example.com:5432/?Action=connect&DBUser=backstage%20user&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                                + "&X-Amz-Credential=AKIDEXAMPLE%2F20260102%2Feu-west-1%2Frds-db%2Faws4_request"
                                + "&X-Amz-Date=20260102T030405Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature="
                                + SIGNATURE);
        assertThat(token.renewAt()).isEqualTo(NOW.plusSeconds(14 * 60));
        assertThat(token).hasToString("DatabaseToken[renewAt=2026-01-02T03:18:05Z]");
    }

    @Test
    void signsWithTheFileOfCredentials() throws Exception {
        var file = directory.resolve(".aws/credentials");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                [other]
                aws_access_key_id = no
                [default]
                aws_access_key_id = %s
                aws_secret_access_key=%s
                """.formatted(ID, SECRET));
        assertThat(tokens().acquire().password()).endsWith(SIGNATURE);
    }

    @Test
    void signsAsTheRoleOfAWorkload() throws Exception {
        environment.put("AWS_ROLE_ARN", "arn:aws:iam::1:role/x");
        environment.put("AWS_ROLE_SESSION_NAME", "me");
        environment.put(
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                Files.writeString(directory.resolve("token"), "a.b.c\n").toString());
        cloud.answer("/", """
                <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                  <AssumeRoleWithWebIdentityResult><Credentials>
                    <SessionToken>%s</SessionToken><SecretAccessKey>%s</SecretAccessKey>
                    <AccessKeyId>%s</AccessKeyId><Expiration>2026-01-02T04:04:05Z</Expiration>
                  </Credentials></AssumeRoleWithWebIdentityResult>
                </AssumeRoleWithWebIdentityResponse>""".formatted(SESSION, SECRET, ID));
        assertThat(tokens().acquire().password()).endsWith(SESSION_SIGNATURE);
        assertThat(cloud.questions().getFirst().body())
                .isEqualTo(
                        "Action=AssumeRoleWithWebIdentity&RoleArn=arn%3Aaws%3Aiam%3A%3A1%3Arole%2Fx&RoleSessionName=me"
                                + "&Version=2011-06-15&WebIdentityToken=a.b.c");
    }

    @Test
    void signsAsTheContainer() throws Exception {
        environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", cloud.url() + "/creds");
        environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "proof");
        cloud.answer("/creds", credentials());
        assertThat(tokens().acquire().password()).endsWith(SESSION_SIGNATURE);
        assertThat(cloud.questions().getFirst().headers()).containsEntry("Authorization", "proof");
    }

    @Test
    void signsAsTheMachine() throws Exception {
        cloud.answer("/latest/api/token", "session")
                .answer("/latest/meta-data/iam/security-credentials/", "role")
                .answer("/latest/meta-data/iam/security-credentials/role", credentials());
        assertThat(tokens().acquire().password()).endsWith(SESSION_SIGNATURE);
        assertThat(cloud.questions())
                .extracting(TestCloud.Question::line)
                .first()
                .isEqualTo("PUT /latest/api/token");
        assertThat(cloud.questions().getLast().headers()).containsEntry("X-aws-ec2-metadata-token", "session");
    }

    @Test
    void saysForWhomItFailed() {
        assertThatThrownBy(() -> tokens().acquire())
                .hasMessage(
                        "AWS RDS IAM auth token acquisition failed for backstage user@db.example.com:5432; caused by"
                                + " Error: " + cloud.url() + "/latest/api/token answered with status 400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<a><AccessKeyId>x</AccessKeyId></a>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///x'>]><a>&b;</a>"
            })
    void refusesAnswersThatAreNone(String xml) throws IOException {
        environment.put("AWS_ROLE_ARN", "x");
        environment.put(
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                Files.writeString(directory.resolve("token"), "t").toString());
        cloud.answer("/", xml);
        assertThatThrownBy(() -> tokens().acquire())
                .hasMessageStartingWith("AWS RDS IAM auth token acquisition failed for ")
                .hasMessageContaining("The answer of AWS's token service ");
    }

    @Test
    void needsToKnowTheServerAndTheRegion() {
        assertThatThrownBy(() -> of("{\"host\": \"db\", \"user\": \"me\"}"))
                .hasMessageStartingWith("AWS RDS IAM auth: missing required database connection config — make sure"
                        + " connection.host, connection.port, and connection.user are set and any environment variables"
                        + " they reference are set");
        environment.remove("AWS_REGION");
        assertThatThrownBy(() -> of("{\"host\": \"db\", \"port\": 5432, \"user\": \"me\"}"))
                .hasMessage("Missing region for AWS RDS IAM auth: set connection.region or the AWS_REGION environment"
                        + " variable");
    }

    private RdsTokens tokens() {
        return of("{\"host\": \"db.example.com\", \"port\": 5432, \"user\": \"backstage user\"}");
    }

    private RdsTokens of(String connection) {
        return RdsTokens.of(Json.mapper().readTree(connection), environment, () -> NOW);
    }

    private static String credentials() {
        return "{\"AccessKeyId\":\"" + ID + "\",\"SecretAccessKey\":\"" + SECRET + "\",\"Token\":\"" + SESSION + "\"}";
    }
}
