// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.connections;

import static dev.understudy.backend.defaults.connections.AuthMethod.NONE;
import static dev.understudy.backend.defaults.connections.ConnectionType.ofHosts;
import static dev.understudy.backend.defaults.connections.Field.optional;
import static dev.understudy.backend.defaults.connections.Field.required;
import static dev.understudy.backend.defaults.connections.FieldKind.BOOLEAN;
import static dev.understudy.backend.defaults.connections.FieldKind.STRINGS;
import static dev.understudy.backend.defaults.connections.FieldKind.STRING_OR_NUMBER;

import java.util.List;
import java.util.Optional;

/** All types of connections. */
final class ConnectionTypes {
    private static final AuthMethod TOKEN = AuthMethod.of("token", "Token", required("token"));
    private static final AuthMethod BASIC = AuthMethod.of("basic", "Basic", required("username"), required("password"));
    private static final AuthMethod ACCESS_KEY =
            AuthMethod.of("accessKey", "Access Key", required("accessKeyId"), required("secretAccessKey"));
    private static final AuthMethod ASSUME_ROLE =
            AuthMethod.of("assumeRole", "Assume Role", required("roleArn"), optional("externalId"));

    static final List<ConnectionType> ALL = List.of(
            AwsConnections.TYPE,
            ofHosts("aws-codecommit", "AWS CodeCommit", List.of(required("region")), ACCESS_KEY, ASSUME_ROLE),
            ofHosts(
                    "aws-s3",
                    "AWS S3",
                    List.of(optional("endpoint"), optional("s3ForcePathStyle", BOOLEAN)),
                    NONE,
                    ACCESS_KEY,
                    ASSUME_ROLE),
            azureBlobStorage(),
            azure(),
            bitbucketCloud(),
            ofHosts("bitbucket-server", "Bitbucket Server", List.of(optional("apiBaseUrl")), NONE, TOKEN, BASIC),
            ofHosts(
                    "gerrit",
                    "Gerrit",
                    List.of(optional("baseUrl"), required("gitilesBaseUrl"), optional("cloneUrl")),
                    NONE,
                    BASIC),
            ofHosts("gitea", "Gitea", List.of(optional("baseUrl")), NONE, BASIC),
            github(),
            ofHosts("gitlab", "GitLab", List.of(optional("apiBaseUrl"), optional("baseUrl")), NONE, TOKEN),
            ofHosts(
                    "google-gcs",
                    "Google Cloud Storage",
                    List.of(),
                    NONE,
                    AuthMethod.of(
                            "serviceAccount", "Service Account", required("clientEmail"), required("privateKey"))),
            ofHosts(
                    "harness",
                    "Harness",
                    List.of(),
                    AuthMethod.of("token", "Token", required("token"), optional("apiKey"))));

    private ConnectionTypes() {}

    static Optional<ConnectionType> find(String type) {
        return ALL.stream().filter(known -> known.type().equals(type)).findFirst();
    }

    private static ConnectionType azureBlobStorage() {
        return ofHosts(
                "azure-blob-storage",
                "Azure Blob Storage",
                List.of(optional("accountName"), optional("endpoint"), optional("endpointSuffix")),
                NONE,
                AuthMethod.of("accountKey", "Account Key", required("accountKey")),
                AuthMethod.of("sasToken", "SAS Token", required("sasToken")),
                AuthMethod.of("connectionString", "Connection String", required("connectionString")),
                AuthMethod.of(
                        "aadCredential",
                        "AAD Credential",
                        required("clientId"),
                        required("tenantId"),
                        required("clientSecret")));
    }

    private static ConnectionType azure() {
        var orgs = optional("orgs", STRINGS);
        return ofHosts(
                "azure",
                "Azure DevOps",
                List.of(),
                NONE,
                AuthMethod.of("pat", "Personal Access Token", required("personalAccessToken"), orgs),
                AuthMethod.of(
                        "clientCredentials",
                        "Client Credentials",
                        required("clientId"),
                        required("clientSecret"),
                        required("tenantId"),
                        orgs),
                AuthMethod.of(
                        "managedIdentity",
                        "Managed Identity",
                        required("clientId"),
                        optional("tenantId"),
                        optional("managedIdentityClientId"),
                        orgs));
    }

    private static ConnectionType bitbucketCloud() {
        return ofHosts(
                "bitbucket-cloud",
                "Bitbucket Cloud",
                List.of(),
                NONE,
                AuthMethod.of("token", "Token", required("username"), required("token")),
                AuthMethod.of("appPassword", "App Password", required("username"), required("appPassword")),
                AuthMethod.of("oauth", "OAuth", required("clientId"), required("clientSecret")));
    }

    private static ConnectionType github() {
        var app = AuthMethod.of(
                "app",
                "GitHub App",
                required("appId", STRING_OR_NUMBER),
                required("privateKey"),
                required("clientId"),
                required("clientSecret"),
                optional("webhookSecret"),
                optional("publicAccess", BOOLEAN),
                optional("orgs", STRINGS));
        return ofHosts("github", "GitHub", List.of(optional("apiBaseUrl"), optional("rawBaseUrl")), NONE, TOKEN, app)
                .with(new GithubAuthRules());
    }
}
