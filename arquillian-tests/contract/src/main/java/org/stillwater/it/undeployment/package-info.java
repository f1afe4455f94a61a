/** An application that is undeployed in the middle of a write. */
package org.stillwater.it.undeployment;
