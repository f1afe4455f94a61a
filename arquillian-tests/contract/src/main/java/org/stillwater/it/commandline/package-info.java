/** The operator's command line, as it is shipped, against a running application. */
package org.stillwater.it.commandline;
