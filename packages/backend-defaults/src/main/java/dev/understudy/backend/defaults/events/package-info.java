// SPDX-License-Identifier: Apache-2.0
/** Events, within the process and by way of the events backend. Backstage counterpart: {@code DefaultEventsService}. */
@NullMarked
package dev.understudy.backend.defaults.events;

import org.jspecify.annotations.NullMarked;
