// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;
import java.util.regex.Pattern;

/** An integration with AWS CodeCommit. Backstage counterpart of the same name. */
public record AwsCodeCommitIntegration(AwsCodeCommitIntegrationConfig config) implements ScmIntegration {
    private static final String TYPE = "awsCodeCommit";
    private static final Pattern REPOSITORY = Pattern.compile("^/codesuite/codecommit/repositories/[^/]+/");
    private static final Pattern VIEW =
            Pattern.compile("(/codesuite/codecommit/repositories/[^/]+/)(?:browse|files/edit)/");

    static ScmIntegrationsGroup<AwsCodeCommitIntegration> fromConfig(Config config) {
        return IntegrationConfigs.group(
                IntegrationConfigs.readAll(config, TYPE, AwsCodeCommitIntegrationConfig::read),
                AwsCodeCommitIntegration::new);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String host() {
        return config.host();
    }

    @Override
    public String resolveEditUrl(String url) {
        if (!REPOSITORY.matcher(WebUrl.parse(url).pathname()).find()) {
            throw new IllegalArgumentException("Not a URL of a file in AWS CodeCommit: " + url);
        }
        return VIEW.matcher(url).replaceFirst("$1files/edit/");
    }
}
