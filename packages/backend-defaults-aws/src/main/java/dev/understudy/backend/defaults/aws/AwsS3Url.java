// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.aws;

import dev.understudy.backend.defaults.urlreader.StoreReading;
import dev.understudy.integration.AwsS3IntegrationConfig;
import dev.understudy.integration.UriComponents;
import dev.understudy.integration.WebUrl;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where an object is. */
record AwsS3Url(String path, String bucket, String region) {
    private static final String DEFAULT_REGION = "us-east-1";
    private static final Pattern AMAZON = Pattern.compile("(.+\\.)?amazonaws\\.com(\\.cn)?");
    private static final Pattern STANDARD = Pattern.compile(
            "(?:(?<bucket>[a-z0-9.-]+)\\.)?s3(?:[.-](?<region>[a-z0-9-]+))?\\.amazonaws\\.com(?:\\.cn)?");
    private static final Pattern VPC_ENDPOINT = Pattern.compile("(?<bucket>[a-z0-9.-]+)\\.bucket\\."
            + "vpce-[a-z0-9-]+\\.s3[.-](?<region>[a-z0-9-]+)\\.vpce\\.amazonaws\\.com(?:\\.cn)?");

    static AwsS3Url parse(String url, AwsS3IntegrationConfig config) {
        if (!StoreReading.isPathWithoutDotSegments(url)) {
            throw new IllegalArgumentException("Invalid AWS S3 URL " + url);
        }
        var parsed = WebUrl.parse(url);
        var path = Arrays.stream(parsed.pathname().replaceFirst("^/", "").split("/", -1))
                .map(UriComponents::decode)
                .collect(Collectors.joining("/"));
        if (AMAZON.matcher(config.host()).matches()) {
            return ofAmazon(url, parsed.host(), path, config);
        }
        var ownHost = parsed.host().length() - config.host().length();
        return config.s3ForcePathStyle() || ownHost == 0
                ? pathStyle(url, path, DEFAULT_REGION)
                : new AwsS3Url(path, parsed.host().substring(0, Math.max(0, ownHost - 1)), DEFAULT_REGION);
    }

    private static AwsS3Url ofAmazon(String url, String host, String path, AwsS3IntegrationConfig config) {
        var endpoint = VPC_ENDPOINT.matcher(host);
        if (endpoint.matches()) {
            if (config.s3ForcePathStyle()) {
                throw new IllegalArgumentException(
                        "Invalid AWS S3 URL " + url + " - path style access is not supported for VPC endpoint URLs");
            }
            return new AwsS3Url(path, endpoint.group("bucket"), endpoint.group("region"));
        }
        var standard = STANDARD.matcher(host);
        if (!standard.matches()) {
            throw new IllegalArgumentException("Invalid AWS S3 URL " + url);
        }
        var region = Optional.ofNullable(standard.group("region")).orElse(DEFAULT_REGION);
        return Optional.ofNullable(standard.group("bucket"))
                .filter(_ -> !config.s3ForcePathStyle())
                .map(bucket -> new AwsS3Url(path, bucket, region))
                .orElseGet(() -> pathStyle(url, path, region));
    }

    private static AwsS3Url pathStyle(String url, String path, String region) {
        var slash = path.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "Invalid path-style AWS S3 URL " + url + ", does not contain bucket in the path");
        }
        return new AwsS3Url(path.substring(slash + 1), path.substring(0, slash), region);
    }
}
