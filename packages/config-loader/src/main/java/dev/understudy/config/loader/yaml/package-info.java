// SPDX-License-Identifier: Apache-2.0
/** Reading of YAML and JSON text into values that know their line. */
@NullMarked
package dev.understudy.config.loader.yaml;

import org.jspecify.annotations.NullMarked;
