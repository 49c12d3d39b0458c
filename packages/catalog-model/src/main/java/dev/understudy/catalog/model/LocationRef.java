// SPDX-License-Identifier: Apache-2.0
package dev.understudy.catalog.model;

import dev.understudy.errors.TypeException;
import dev.understudy.types.JavaScriptText;

/**
 * Where entities come from: a type and a target, written {@code type:target}.
 *
 * <p>Backstage counterpart: {@code parseLocationRef} and {@code stringifyLocationRef}.
 *
 * @param type how to read the target, such as {@code url} or {@code file}
 * @param target what to read
 */
public record LocationRef(String type, String target) {
    /**
     * Parses {@code type:target}. White space around either is dropped.
     *
     * @throws TypeException if either is missing, the type is that of a bare URL, or the target is a script
     */
    public static LocationRef parse(String ref) {
        var colon = ref.indexOf(':');
        var type = colon < 0 ? "" : JavaScriptText.trim(ref.substring(0, colon));
        var target = colon < 0 ? "" : JavaScriptText.trim(ref.substring(colon + 1));
        if (type.isEmpty() || target.isEmpty()) {
            throw new TypeException("Unable to parse location ref '" + ref
                    + "', expected '<type>:<target>', e.g. 'url:https://host/path'");
        }
        if (type.equals("http") || type.equals("https")) {
            throw new TypeException(
                    "Invalid location ref '" + ref + "', please prefix it with 'url:', e.g. 'url:" + ref + "'");
        }
        rejectScript(ref, target);
        return new LocationRef(type, target);
    }

    /**
     * The location an entity's sources are at: its source location, or else the location that manages it.
     *
     * @throws IllegalArgumentException if it has neither
     * @throws TypeException if the location is malformed
     */
    public static LocationRef sourceOf(Entity entity) {
        return entity.annotation(EntityAnnotations.SOURCE_LOCATION)
                .or(() -> entity.annotation(EntityAnnotations.LOCATION))
                .filter(ref -> !ref.isEmpty())
                .map(LocationRef::parse)
                .orElseThrow(() ->
                        new IllegalArgumentException("Entity '" + entity.ref().stringify() + "' is missing location"));
    }

    /**
     * The form {@code type:target}.
     *
     * @throws TypeException if either is empty or the target is a script
     */
    public String stringify() {
        if (type.isEmpty()) {
            throw new TypeException("Unable to stringify location ref, empty type");
        }
        if (target.isEmpty()) {
            throw new TypeException("Unable to stringify location ref, empty target");
        }
        var ref = type + ":" + target;
        rejectScript(ref, target);
        return ref;
    }

    private static void rejectScript(String ref, String target) {
        if (ScriptProtocol.startsWith(target)) {
            throw new TypeException("Invalid location ref '" + ref + "', target is a javascript: URL");
        }
    }
}
