/**
 * The operator's command line: {@code on}, {@code off}, {@code status}. It works on the files of a mode store alone, so it
 * needs no login and no running server. Built into a jar of its own, never part of an application. The entry point is
 * {@link org.stillwater.cli.Main}; options, exit codes and the names in the JSON output are what others depend on.
 */
@NullMarked
package org.stillwater.cli;

import org.jspecify.annotations.NullMarked;
