/** The library is deployed, and nothing is broken by it. */
package org.stillwater.it.smoke;
