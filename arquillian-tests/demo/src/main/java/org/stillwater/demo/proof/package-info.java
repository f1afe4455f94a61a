/** The database as a witness: who wrote when, without asking the application or the library. */
package org.stillwater.demo.proof;
