/** The library in an EAR with two web applications: once for both, or once in each. */
package org.stillwater.it.ear;
