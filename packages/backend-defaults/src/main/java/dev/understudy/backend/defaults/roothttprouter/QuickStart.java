// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** Answers what Jetty would ask the JVM when it is first used; finding out is a third of the time to start. */
final class QuickStart {
    private static final String REFERENCES_PER_CACHE_LINE = "org.eclipse.jetty.util.referencesPerCacheLine";

    private QuickStart() {}

    static void prepare() {
        // else it asks JMX, which initializes all that can be managed
        if (System.getProperty(REFERENCES_PER_CACHE_LINE) == null) {
            System.setProperty(REFERENCES_PER_CACHE_LINE, "16");
        }
        encodeFieldsWithoutProviders();
    }

    /** Other encoders than those for HTTP/1 would be looked for in every archive of the class path, and there are none. */
    private static void encodeFieldsWithoutProviders() {
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            new PreEncodedHttpField(HttpHeader.CONNECTION, "close");
        } finally {
            thread.setContextClassLoader(loader);
        }
    }
}
