// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration.aws.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.config.ConfigReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

final class DefaultAwsCredentialsManagerTest {
    private static final Map<String, String> MAIN = Map.of("accessKeyId", "main-key", "secretAccessKey", "main-secret");

    @TempDir
    private Path folder;

    private HttpServer sts;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sts.createContext("/", this::answer);
        sts.start();
    }

    @AfterEach
    void stop() {
        sts.stop(0);
    }

    /** Hands out a key for each role, and knows the main account. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var form = URLDecoder.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8);
            var signature = exchange.getRequestHeaders().getFirst("Authorization");
            var signer = signature == null ? "nobody" : signature.replaceAll(".*Credential=([^/]+)/.*", "$1");
            var region = signature == null ? "" : signature.replaceAll(".*Credential=[^/]+/\\d+/([^/]+)/.*", " $1");
            requests.add(signer + region + " " + form.replaceAll("&?(Version|DurationSeconds)=[^&]*", ""));
            var action = form.replaceAll("(?s).*Action=([A-Za-z]+).*", "$1");
            var result = action.equals("GetCallerIdentity")
                    ? "<Arn>arn:aws:iam::999999999999:user/me</Arn><UserId>U</UserId><Account>999999999999</Account>"
                    : "<Credentials><AccessKeyId>role-key</AccessKeyId><SecretAccessKey>s</SecretAccessKey>"
                            + "<SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>";
            var body = ("<" + action + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + action
                            + "Result>" + result + "</" + action + "Result></" + action + "Response>")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private StsClient client(String region, AwsCredentialsProvider credentials) {
        return StsClient.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + sts.getAddress().getPort()))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .build();
    }

    private AwsCredentialsManager manager(Map<String, ?> aws) {
        var config = AwsIntegrationConfig.fromConfig(ConfigReader.fromData(Map.of("aws", aws)));
        return new DefaultAwsCredentialsManager(config, this::client);
    }

    private static String key(AwsCredentialProvider provider) {
        return provider.sdkCredentialProvider().resolveCredentials().accessKeyId();
    }

    @Test
    void usesTheMainAccountsKey() {
        var manager = manager(Map.of("mainAccount", MAIN));
        assertThat(key(manager.mainAccount())).isEqualTo("main-key");
        assertThat(key(manager.forArn("arn:aws:s3:::bucket"))).isEqualTo("main-key");
        assertThat(requests).isEmpty();
    }

    @Test
    void takesOnTheRoleOfAnAccount() {
        var account = Map.of(
                "accountId",
                "111111111111",
                "roleName",
                "reader",
                "externalId",
                "x-1",
                "region",
                "eu-west-1",
                "partition",
                "aws-cn");
        var manager = manager(Map.of("mainAccount", MAIN, "accounts", List.of(account)));
        var provider = manager.forArn("arn:aws:ecs:us-west-2:111111111111:service/my-service");
        assertThat(provider.accountId()).contains("111111111111");
        assertThat(key(provider)).isEqualTo("role-key");
        assertThat(key(manager.forAccount("111111111111"))).isEqualTo("role-key");
        assertThat(requests)
                .containsExactly("main-key eu-west-1 Action=AssumeRole&RoleArn=arn:aws-cn:iam::111111111111:role/reader"
                        + "&RoleSessionName=backstage&ExternalId=x-1");
    }

    @Test
    void takesOnARoleWithTheAccountsOwnKey() {
        var account = Map.of(
                "accountId", "1", "roleName", "reader", "accessKeyId", "own-key", "secretAccessKey", "own-secret");
        assertThat(key(manager(Map.of("accounts", List.of(account))).forAccount("1")))
                .isEqualTo("role-key");
        assertThat(requests.getFirst()).startsWith("own-key us-east-1 Action=AssumeRole");
    }

    @Test
    void takesOnTheDefaultRoleInAccountsThatAreNotListed() {
        var manager = manager(Map.of("mainAccount", MAIN, "accountDefaults", Map.of("roleName", "usual")));
        assertThat(key(manager.forAccount("2"))).isEqualTo("role-key");
        assertThat(requests.getFirst()).contains("RoleArn=arn:aws:iam::2:role/usual");
    }

    @Test
    void takesOnARoleWithATokenFromAFile() throws IOException {
        var token = Files.writeString(folder.resolve("token"), "the-token\n");
        var account = Map.of("accountId", "1", "roleName", "reader", "webIdentityTokenFile", token.toString());
        assertThat(key(manager(Map.of("accounts", List.of(account))).forAccount("1")))
                .isEqualTo("role-key");
        assertThat(requests)
                .containsExactly("nobody Action=AssumeRoleWithWebIdentity&RoleArn=arn:aws:iam::1:role/reader"
                        + "&RoleSessionName=backstage&WebIdentityToken=the-token");
    }

    @Test
    void asksWhoItIsBeforeRefusingAnAccount() {
        var manager = manager(Map.of("mainAccount", MAIN));
        assertThat(manager.forAccount("999999999999").accountId()).contains("999999999999");
        assertThatThrownBy(() -> manager.forAccount("3"))
                .hasMessage(
                        "There is no AWS integration that matches 3. Please add a configuration for this AWS account.");
        assertThat(requests).containsExactly("main-key us-east-1 Action=GetCallerIdentity");
    }

    @Test
    void refusesMalformedNames() {
        assertThatThrownBy(() -> manager(Map.of()).forArn("nonsense")).hasMessage("Malformed ARN");
    }
}
