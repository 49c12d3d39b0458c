// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.roothttprouter;

import dev.understudy.backend.plugin.api.http.HttpResponse;
import java.util.List;
import org.eclipse.jetty.http.HttpField;

/**
 * An answer on its way out.
 *
 * @param standing headers for it, unless it sets them itself
 * @param isLast whether the connection is to end with it
 */
record OutgoingAnswer(HttpResponse response, List<HttpField> standing, boolean isLast) {}
