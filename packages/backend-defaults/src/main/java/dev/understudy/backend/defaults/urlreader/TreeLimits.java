// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.urlreader;

/**
 * How much a tree may be, so that no archive fills memory or disk.
 *
 * @param entries how many files, folders and links an archive may have
 * @param unpacked bytes that an archive may have unpacked
 * @param inMemory bytes of the files that are kept in memory
 */
record TreeLimits(int entries, long unpacked, long inMemory) {
    static final TreeLimits DEFAULT = new TreeLimits(500_000, 8L << 30, 512L << 20);
}
