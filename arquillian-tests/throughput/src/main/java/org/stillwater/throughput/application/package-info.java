/**
 * The application that is measured: the same classes, byte for byte, with the library and without it. Only annotations refer
 * to the library, and the JVM leaves out those whose class is not there.
 */
package org.stillwater.throughput.application;
