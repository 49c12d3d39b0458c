// SPDX-License-Identifier: Apache-2.0
package dev.understudy.integration;

import dev.understudy.config.Config;

/** An integration with Azure DevOps. Backstage counterpart of the same name. */
public record AzureIntegration(AzureIntegrationConfig config) implements ScmIntegration {
    private static final String TYPE = "azure";

    static ScmIntegrationsGroup<AzureIntegration> fromConfig(Config config) {
        return IntegrationConfigs.group(
                IntegrationConfigs.readAll(
                        config,
                        TYPE,
                        AzureIntegrationConfig::read,
                        known -> known.host().equals(AzureIntegrationConfig.HOST),
                        AzureIntegrationConfig.cloud()),
                AzureIntegration::new);
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
    public String resolveUrl(String url, String base, int lineNumber) {
        if (WebUrl.isValid(url)) {
            return url;
        }
        try {
            var path = WebUrl.parse(
                            "https://a.com" + AzureUrl.parse(base).path().orElse(""))
                    .resolve(url)
                    .pathname();
            var updated = WebUrl.parse(base).withParameter("path", path);
            return (lineNumber > 0 ? withLine(updated, lineNumber) : updated).toString();
        } catch (RuntimeException notAFile) {
            return WebUrl.parse(base).resolve(url).toString();
        }
    }

    private static WebUrl withLine(WebUrl url, int line) {
        return url.withParameter("line", Integer.toString(line))
                .withParameter("lineEnd", Integer.toString(line + 1))
                .withParameter("lineStartColumn", "1")
                .withParameter("lineEndColumn", "1");
    }

    @Override
    public String resolveEditUrl(String url) {
        return url;
    }
}
