// SPDX-License-Identifier: Apache-2.0
/**
 * Reading from URLs: one reader for each integration, and one for the hosts at {@code backend.reading.allow}.
 *
 * <p>Readers of one's own come first:
 *
 * <pre>{@code
 * createMultitonServiceFactory(URL_READER_FACTORIES, _ -> () -> MyReader::readers)
 * }</pre>
 */
@NullMarked
package dev.understudy.backend.defaults.urlreader;

import org.jspecify.annotations.NullMarked;
