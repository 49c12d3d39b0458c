// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import java.util.Locale;
import java.util.Set;

/** The media types that are worth compressing, as the mime-db names them. */
final class CompressibleTypes {
    private static final Set<String> TYPES = Set.of(
            "application/dart",
            "application/ecmascript",
            "application/javascript",
            "application/json",
            "application/octet-stream",
            "application/postscript",
            "application/raml+yaml",
            "application/rtf",
            "application/tar",
            "application/toml",
            "application/vnd.dart",
            "application/vnd.ms-fontobject",
            "application/vnd.ms-opentype",
            "application/wasm",
            "application/x-httpd-php",
            "application/x-javascript",
            "application/x-ns-proxy-autoconfig",
            "application/x-sh",
            "application/x-tar",
            "application/x-www-form-urlencoded",
            "application/xml",
            "application/xml-dtd",
            "font/otf",
            "font/ttf",
            "image/bmp",
            "image/vnd.adobe.photoshop",
            "image/vnd.microsoft.icon",
            "image/vnd.ms-dds",
            "image/x-icon",
            "image/x-ms-bmp",
            "message/rfc822",
            "model/gltf-binary",
            "x-shader/x-fragment",
            "x-shader/x-vertex");

    private CompressibleTypes() {}

    static boolean contain(String contentType) {
        int semicolon = contentType.indexOf(';');
        var type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        return TYPES.contains(type)
                || type.startsWith("text/")
                || type.endsWith("+json")
                || type.endsWith("+text")
                || type.endsWith("+xml");
    }
}
